/** The Telegram channel towards a Bot API server on this machine, by either way in; the real Telegraf in between. */
import { serve } from "@hono/node-server";
import { onTestFinished } from "vitest";
import type { Patience } from "../../../src/channels/telegram/needs.ts";
import { openTelegram } from "../../../src/channels/telegram/open.ts";
import type { TelegramSettings } from "../../../src/config/channels.ts";
import type { Door } from "../../../src/web/door.ts";
import { realMaterial } from "../../world.ts";
import { openFakeBotApi } from "../fakes/telegram/fake-bot-api.ts";
import type { Person } from "../fakes/telegram/people.ts";
import { collectLog, type Phone, type Stand } from "../stand.ts";

export const token = "123456:AAE-fake_token_of_a_bot_that_is_not_there";

/** As in production, only that nobody waits. */
const hurried: Partial<Patience> = {
  pollMs: 2_000,
  firstPauseMs: 20,
  longestPauseMs: 200,
  refusedPauseMs: 100,
  betweenPartsMs: 0,
  webhookCheckMs: 100,
};

export type TelegramStand = Awaited<ReturnType<typeof openTelegramStand>>;

export async function openTelegramStand(
  mode: TelegramSettings["mode"],
  patience: Partial<Patience> = {},
) {
  const api = await openFakeBotApi({ token, secondMs: 20 });
  onTestFinished(() => api.close());
  const log = collectLog();
  let door: Door | undefined;
  const publicUrl = mode === "webhook" ? await listen(() => door) : undefined;
  const settings: TelegramSettings = {
    ...{ token, mode, apiRoot: api.apiRoot },
    webhookSecret: undefined,
  };
  const { id, en } = realMaterial().tongues;
  const texts = { id: id.wording.text, en: en.wording.text };
  const clock = () => new Date();
  const open = () => {
    const opened = openTelegram({
      settings,
      publicUrl,
      log: log.log,
      clock,
      texts,
      patience: { ...hurried, ...patience },
    });
    door = opened.door;
    return opened.channel;
  };
  const people = {
    siti: api.people.person(7_001_000_111, "Siti"),
    budi: api.people.person(7_001_000_222, "Budi"),
    wayan: api.people.person(7_001_000_333, "Wayan"),
  };
  // Somebody has to have written before the bot may.
  for (const { chat } of Object.values(people)) chat.isOpen = true;
  const stand: Stand = {
    channel: open(),
    again: async () => open(),
    people: {
      siti: phoneOf(people.siti),
      budi: phoneOf(people.budi),
      wayan: phoneOf(people.wayan),
    },
    stranger: "7001999999",
    whenBlocked: { outcome: { kind: "refused", why: "blocked" }, isTold: true },
    tooFast: (times) =>
      api.fail(
        "sendMessage",
        {
          ...{ code: 429, description: "Too Many Requests: retry after 3" },
          parameters: { retry_after: 3 },
        },
        times,
      ),
    breaksOff: (times) => {
      api.fail("sendMessage", { reset: "after" }, times - 1);
      api.fail("sendMessage", { status: 502, body: "<html>Bad Gateway</html>" });
    },
    log,
    secrets: [token, token.split(":")[1] ?? ""],
    redeliveryMs: 1_000,
  };
  return { ...stand, api, settings, publicUrl, door, persons: people };
}

/** A person of the test server as the contract wants one. */
function phoneOf(person: Person): Phone {
  return {
    address: String(person.id),
    account: "123456",
    says: async (text) => person.says(text),
    taps: async (label) => {
      person.taps(label);
    },
    sendsPhoto: async () => {
      person.sendsPhoto();
    },
    sharesContact: async () => {
      person.chat.keyboard ??= [[{ text: "Kirim nomor saya", request_contact: true }]];
      person.sharesContact("+6281377552091");
    },
    lastArrivesAgain: async () => person.lastArrivesAgain(),
    blocks: async () => person.blocks(),
    screen: () =>
      person.ofBot().map(({ text = "", reply_markup }) => ({
        text,
        buttons: reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? [],
      })),
  };
}

/** A web server whose door may change, as when the program is started anew. */
function listen(door: () => Door | undefined): Promise<string> {
  return new Promise((resolve) => {
    const server = serve(
      {
        port: 0,
        hostname: "127.0.0.1",
        fetch: (request: Request, env: object) =>
          door()?.routes.fetch(request, env) ?? new Response(null, { status: 502 }),
      },
      ({ port }) => resolve(`http://127.0.0.1:${port}`),
    );
    onTestFinished(() => {
      server.close();
    });
  });
}
