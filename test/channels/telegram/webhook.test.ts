/** The door at which Telegram delivers: who is let in, what is taken, and what has to come again. */
import { expect, onTestFinished, test } from "vitest";
import { webhookPath, webhookSecret } from "../../../src/channels/telegram/secrets.ts";
import { openWeb } from "../../../src/web/open.ts";
import { becomes, listening, soon } from "./listening.ts";
import { token } from "./stand.ts";

const path = webhookPath({ token });
const secret = webhookSecret({ token, webhookSecret: undefined });
const update = {
  update_id: 5,
  message: { message_id: 1, chat: { id: 7001000111, type: "private" }, text: "halo" },
};

/** Knocks as anybody in the world can. */
function knock(
  publicUrl: string | undefined,
  body: string | Uint8Array<ArrayBuffer>,
  given: string | undefined = secret,
) {
  const headers = given === "" ? {} : { "X-Telegram-Bot-Api-Secret-Token": given };
  return fetch(new URL(path, publicUrl), { method: "POST", headers, body });
}

test("Telegram is told where to deliver, how to prove itself, and what", async () => {
  const { api, ready, publicUrl } = await listening("webhook");
  await ready();
  expect(api.calls("setWebhook").map(({ params }) => params)).toEqual([
    {
      url: `${publicUrl}${path}`,
      secret_token: secret,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
      max_connections: 40,
      drop_pending_updates: false,
    },
  ]);
});

test("path and proof are drawn from the token, and tell nothing of it or of each other", () => {
  expect(path).toMatch(/^\/webhooks\/telegram\/[\w-]{22}$/);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(secret).not.toContain(path.split("/").at(-1));
  expect(webhookPath({ token: `${token}x` })).not.toBe(path);
  expect(webhookSecret({ token, webhookSecret: "of-the-operator-1" })).toBe("of-the-operator-1");
});

test.each([
  ["no proof", ""],
  ["a wrong one", `${secret.slice(0, -1)}_`],
  ["a short one", "x"],
  ["an endless one", "x".repeat(8_000)],
])("%s: not let in, and its body is not read", async (_what, given) => {
  const { ready, publicUrl, heard, logged } = await listening("webhook");
  await ready();
  const response = await knock(publicUrl, "{ this would be no JSON", given);
  expect([response.status, await response.text()]).toEqual([403, ""]);
  expect(heard).toEqual([]);
  expect(logged("telegram.wrong-secret")).toHaveLength(1);
});

test.each([
  ["kept", JSON.stringify(update), 200],
  ["nothing for us", JSON.stringify({ update_id: 6, poll: {} }), 200],
  ["no update we can read", JSON.stringify({ update_id: 6, message: 7 }), 200],
  ["no JSON", "{", 400],
  ["nothing", "", 400],
  ["no letters at all", new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400],
  ["far too much", `"${"x".repeat(1_100_000)}"`, 413],
] as const)("%s: %s", async (_what, body, status) => {
  const { ready, publicUrl } = await listening("webhook");
  await ready();
  const response = await knock(publicUrl, body);
  expect([response.status, await response.text()]).toEqual([status, ""]);
});

test("before it is opened and after it is closed everything has to come again", async () => {
  const { channel, ready, publicUrl, heard } = await listening("webhook");
  const closed = async () => {
    const response = await knock(publicUrl, JSON.stringify(update));
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "2"]);
  };
  await closed();
  await ready();
  await channel.close();
  await closed();
  expect(heard).toEqual([]);
});

test("what cannot be kept has to come again, soon", async () => {
  const { ready, publicUrl, meets } = await listening("webhook");
  await ready();
  meets(async () => {
    throw new Error("the database is locked");
  });
  const response = await knock(publicUrl, JSON.stringify(update));
  expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "2"]);
});

test("what Telegram cannot take at first it is told again, until it knows", async () => {
  const stand = await listening("webhook");
  stand.api.fail("setWebhook", { status: 502, body: "<html>" }, 2);
  stand.api.fail("setWebhook", { code: 429, description: "Too Many Requests" });
  stand.persons.siti.says("halo");
  await stand.open();
  await becomes(stand, "degraded", "telegram-away");
  await becomes(stand, "ready");
  await expect.poll(stand.texts, soon).toEqual(["halo"]);
});

test("asked for a pause before it is set, it keeps to it", async () => {
  const stand = await listening("webhook");
  const fault = { code: 429, description: "Too Many Requests: retry after 1" };
  stand.api.fail("setWebhook", { ...fault, parameters: { retry_after: 1 } });
  const began = performance.now();
  await stand.ready();
  expect(performance.now() - began).toBeGreaterThan(990);
  expect(stand.api.calls("setWebhook")).toHaveLength(2);
});

test("taken away by another program, it is set again", async () => {
  const { api, persons, ready, texts, logged } = await listening("webhook");
  await ready();
  await fetch(`${api.apiRoot}/bot${token}/deleteWebhook`);
  persons.siti.says("halo");
  await expect.poll(texts, soon).toEqual(["halo"]);
  expect(logged("telegram.webhook-was-changed")).toHaveLength(1);
});

test("deliveries of many people go side by side, forty at once", async () => {
  const { api, ready, heard, meets } = await listening("webhook", { webhookCheckMs: 60_000 });
  await ready();
  let atOnce = 0;
  let most = 0;
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  meets(async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await gate;
    atOnce -= 1;
  });
  for (let id = 1; id <= 80; id += 1) api.people.person(7_002_000_000 + id, "Wayan").says("halo");
  await expect.poll(() => atOnce, soon).toBe(40);
  open();
  await expect.poll(() => heard.length, soon).toBe(80);
  expect(most).toBe(40);
});

test("the door stands in the program's own web server as well", async () => {
  const { door, ready, heard } = await listening("webhook");
  await ready();
  if (door === undefined) throw new Error("a webhook has a door");
  const nothing = () => "";
  const web = await openWeb({
    ...{ host: "127.0.0.1", port: 0, publicUrl: undefined, doors: [door] },
    texts: { id: nothing, en: nothing },
    waitingFor: async () => [],
    log: { error: () => undefined },
    newId: () => "q-1",
  });
  onTestFinished(() => web.close());
  const response = await knock(web.address, JSON.stringify(update));
  expect([response.status, await response.text()]).toEqual([200, ""]);
  expect(heard).toMatchObject([{ from: "7001000111", heard: { text: "halo" } }]);
  expect((await knock(web.address, JSON.stringify(update), "x")).status).toBe(403);
});
