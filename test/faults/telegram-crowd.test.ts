/**
 * A hall full of people opens the bot in the same minute. Telegram takes thirty messages a second in all and one a
 * second to each, and refuses what comes faster; nobody's messages are lost, refused or out of order.
 */
import { expect, test, vi } from "vitest";
import { openFakeBotApi } from "../channels/fakes/telegram/fake-bot-api.ts";
import { look, newHome } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";
import { saidOnTelegram, unsent } from "./said-to.ts";

vi.setConfig({ testTimeout: 400_000 });

const people = 500;
/** Of them, people who write once more before they have read anything. */
const hurried = 100;

test(`${people} people write at once: each reads all of it in order, and Telegram refuses nothing`, async () => {
  const api = await openFakeBotApi();
  api.bot.rate = { all: 30, perChat: 1 };
  const bare = await newHome();
  const settings = {
    ...{ TELEGRAM_BOT_TOKEN: api.bot.token, TELEGRAM_API_ROOT: api.apiRoot },
    ...bare.settings,
  };
  const home = { ...bare, settings };
  const program = await startProgram(home);
  const phones = Array.from({ length: people }, (_, at) =>
    api.people.person(701_000 + at, "Wayan"),
  );

  const startedAt = performance.now();
  for (const phone of phones) phone.starts();
  for (const phone of phones.slice(0, hurried)) phone.says("mulai");
  const heardMs = await until(home, heard, people + hurried, startedAt);
  const expected = await look(home, said);
  await vi.waitFor(() => expect(sentBy(api)).toBe(expected), { timeout: 240_000, interval: 500 });
  const sentMs = performance.now() - startedAt;
  await vi.waitFor(async () => expect(await look(home, unsent)).toBe(0), 30_000);
  expect((await program.signal("SIGTERM")).code).toBe(0);
  await api.close();

  for (const phone of [...phones.slice(0, 5), ...phones.slice(-5), ...phones.slice(95, 105)]) {
    expect(phone.ofBot().map(({ text }) => text)).toEqual(await saidOnTelegram(home, phone.id));
  }
  expect(phones.filter((phone) => phone.ofBot().length === 0)).toEqual([]);
  expect(api.bot.tooFast).toBe(0);
  const perSecond = Math.round((expected / sentMs) * 10_000) / 10;
  process.stdout.write(
    `${people} people at once on Telegram: heard after ${Math.round(heardMs)} ms, ` +
      `${expected} messages sent in ${Math.round(sentMs / 1000)} s (${perSecond} a second), none refused\n`,
  );
  // The line is used well, also on a busy machine: Telegram takes thirty.
  expect(perSecond).toBeGreaterThan(12);
});

type Read = Parameters<typeof unsent>[0];

async function until(
  home: Parameters<typeof look>[0],
  count: (database: Read) => Promise<number>,
  wanted: number,
  startedAt: number,
): Promise<number> {
  await vi.waitFor(async () => expect(await look(home, count)).toBe(wanted), {
    timeout: 60_000,
    interval: 200,
  });
  return performance.now() - startedAt;
}

async function heard({ read }: Read): Promise<number> {
  return (await read.selectFrom("inbound").select("at").execute()).length;
}

async function said({ read }: Read): Promise<number> {
  return (await read.selectFrom("outbox").select("says_id").execute()).length;
}

function sentBy(api: Awaited<ReturnType<typeof openFakeBotApi>>): number {
  return [...api.bot.chats.values()].flatMap(({ messages }) =>
    messages.filter(({ from }) => from === api.bot.me),
  ).length;
}
