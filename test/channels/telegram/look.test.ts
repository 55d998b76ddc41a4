/** What `lindung doctor` finds out about the bot: as data, for whoever says it. */
import { expect, test } from "vitest";
import { openClient } from "../../../src/channels/telegram/client.ts";
import { lookAtTelegram } from "../../../src/channels/telegram/look.ts";
import { webhookPath } from "../../../src/channels/telegram/secrets.ts";
import type { Fault } from "../fakes/telegram/fake-bot-api.ts";
import { openTelegramStand, type TelegramStand, token } from "./stand.ts";

const publicUrl = "https://lindung.example";
const ours = `${publicUrl}${webhookPath({ token })}`;
const username = "lindung_uji_bot";

function look({ settings }: TelegramStand) {
  return lookAtTelegram(settings, settings.mode === "webhook" ? publicUrl : undefined);
}

/** As somebody set it. */
function setTo(url: string, lastError?: string) {
  return ({ api }: TelegramStand) => {
    api.bot.webhook = { url, secret: undefined, maxConnections: 40, lastError };
  };
}
const nothing = () => undefined;
const oneWaits = ({ persons }: TelegramStand) => persons.siti.says("halo");

test.each([
  ["polling", "all is well", [nothing], { waiting: 0, result: { kind: "well" } }],
  ["polling", "one message waits", [oneWaits], { waiting: 1, result: { kind: "well" } }],
  [
    "polling",
    "a webhook is set",
    [setTo("https://other.example/hook")],
    { waiting: 0, result: { kind: "webhook-in-the-way" } },
  ],
  ["webhook", "none is set", [nothing], { waiting: 0, result: { kind: "webhook-not-set" } }],
  ["webhook", "all is well", [setTo(ours)], { waiting: 0, result: { kind: "well" } }],
  [
    "webhook",
    "it is somebody else's",
    [setTo("https://other.example/secret-path")],
    { waiting: 0, result: { kind: "webhook-elsewhere", origin: "https://other.example" } },
  ],
  [
    "webhook",
    "deliveries fail",
    [oneWaits, setTo(ours, "Connection refused")],
    { waiting: 1, result: { kind: "webhook-failing", words: "Connection refused" } },
  ],
  [
    "webhook",
    "they failed once, and nothing waits any more",
    [setTo(ours, "Connection refused")],
    { waiting: 0, result: { kind: "well" } },
  ],
] as const)("%s: %s", async (mode, _what, happen, found) => {
  const stand = await openTelegramStand(mode);
  for (const what of happen) what(stand);
  expect(await look(stand)).toEqual({ username, ...found });
});

test.each<readonly [Fault, object]>([
  [{ code: 401, description: "Unauthorized" }, { kind: "token-refused" }],
  [{ code: 404, description: "Not Found" }, { kind: "token-refused" }],
  [{ status: 502, body: "<html>" }, { kind: "not-reachable" }],
  [{ reset: "before" }, { kind: "not-reachable" }],
  [
    { code: 429, description: "Too Many Requests", parameters: { retry_after: 3 } },
    { kind: "too-often", retryAfter: 3 },
  ],
])("%o", async (fault, result) => {
  const stand = await openTelegramStand("polling");
  stand.api.fail("getMe", fault);
  expect(await look(stand)).toEqual({ result });
});

test("it changes nothing", async () => {
  const stand = await openTelegramStand("webhook");
  await look(stand);
  expect(stand.api.bot.calls.map(({ method }) => method)).toEqual(["getMe", "getWebhookInfo"]);
});

test("what Telegraf's errors hold of the token and of the text stays where it was", async () => {
  const { api } = await openTelegramStand("polling");
  const call = openClient(token, api.apiRoot);
  const payload = { chat_id: 7001000111, text: "Siti Qonawati" };
  const faults: readonly Fault[] = [
    { code: 400, description: `Bad Request: ${token} is odd in 7001000111` },
    { status: 200, body: "no JSON" },
    { status: 502, body: "" },
    { reset: "before" },
  ];
  for (const fault of faults) {
    api.fail("sendMessage", fault);
    const written = JSON.stringify(await call("sendMessage", payload));
    for (const secret of [token, "AAE-fake", "Qonawati", "7001000111"])
      expect(written).not.toContain(secret);
  }
});
