/**
 * The real program, talking through a Bot API over real HTTP with the limits of the real one, is killed again and again
 * while people register: from outside at any moment, and where most is at stake. Nothing they wrote is lost, nothing the
 * bot said is missing or out of order, and each has one submission with their own answers.
 */
import { expect, test, vi } from "vitest";
import { openFakeBotApi } from "../channels/fakes/telegram/fake-bot-api.ts";
import { type Home, look, newHome, vaultOf } from "../whole/home.ts";
import { isRunning, startProgram } from "../whole/program.ts";
import { realMaterial } from "../world.ts";
import { endingAt, type Point } from "./failpoint.ts";
import { wrongAnswers } from "./invariants.ts";
import { pause } from "./load.ts";
import { saidOnTelegram, unsent } from "./said-to.ts";
import { talksOn } from "./telegram-talks.ts";

vi.setConfig({ testTimeout: 600_000 });

const people = 6;

/** The channel's own words, with which the key for one's own number goes. */
const goesOn = realMaterial().tongues.id.wording.text("channels.telegram.goes-on");

/** So many milliseconds after it hears, or by itself. */
const ends: readonly (number | readonly [Point, number])[] = [
  400,
  ["after-commit", 3],
  1_500,
  ["before-commit", 4],
  2_300,
  ["after-commit", 6],
  3_100,
  900,
];

test(`killed ${ends.length} times while ${people} people register on Telegram: nothing is lost, nothing overtakes, nobody is there twice`, async () => {
  const api = await openFakeBotApi();
  api.bot.rate = { all: 30, perChat: 1 };
  const bare = await newHome();
  const settings = {
    ...{ TELEGRAM_BOT_TOKEN: api.bot.token, TELEGRAM_API_ROOT: api.apiRoot },
    ...bare.settings,
  };
  const home: Home = { ...bare, settings };
  const talks = talksOn(api, people);

  for (const end of ends) {
    const ending = typeof end === "number" ? {} : endingAt(...end);
    const program = await startProgram({ ...home, settings: { ...settings, ...ending } });
    if (typeof end === "number") {
      await pause(end);
      await program.signal("SIGKILL");
    }
    while (isRunning(program.pid)) await pause(20);
  }
  const program = await startProgram(home);
  const told = await Promise.all(talks.map(({ ended }) => ended));
  await vi.waitFor(async () => expect(await look(home, unsent)).toBe(0), 60_000);
  expect((await program.signal("SIGTERM")).code).toBe(0);
  await api.close();

  expect(new Set(told).size).toBe(people);
  const found = await look(home, ({ read }) => read.selectFrom("submission").selectAll().execute());
  expect(found.map(({ number }) => number).toSorted()).toEqual(told.toSorted());
  let twice = 0;
  for (const talk of talks) {
    const said = await saidOnTelegram(home, talk.id);
    const seen = talk.screen().filter((text) => text !== goesOn);
    expect(withoutRepeats(seen)).toEqual(withoutRepeats(said));
    twice += seen.length - said.length;
    const submission = found.find(({ number }) => number === told[talk.number]);
    const vault = vaultOf(home);
    expect(
      await look(home, ({ read }) => wrongAnswers(read, vault, submission?.id ?? "", talk.number)),
    ).toEqual([]);
  }
  process.stdout.write(
    `killed ${ends.length} times on Telegram: ${people} registered, ${twice} messages came twice\n`,
  );
  // At most what was on its way to each when the program died.
  expect(twice).toBeLessThanOrEqual(ends.length * people);
  expect(api.bot.tooFast).toBe(0);
});

/** A crash between Telegram's answer and our note repeats the message that was on its way. */
function withoutRepeats(texts: readonly string[]): readonly string[] {
  return texts.filter((text, at) => text !== texts[at - 1]);
}
