/** Every string of the Big List of Naughty Strings, said at every question: all are answered, and everybody registers. */
import { randomInt } from "node:crypto";
import { expect, test, vi } from "vitest";
import type { Says } from "../../src/channels/channel.ts";
import { plainText } from "../../src/enrolment/plain-text.ts";
import { newSpokenNumber } from "../../src/enrolment/spoken-number.ts";
import { loadSubmission } from "../../src/submissions/load.ts";
import { naughtyStrings } from "../data/naughty-strings.ts";
import { eachDatabase } from "../databases.ts";
import { wrappedKeyOf } from "../submissions/hand-in.ts";
import { say, siti, wayan, webPhone } from "../whole/person.ts";
import { openWorld, type World } from "../world.ts";

/** Milliseconds for fourteen thousand turns: seconds, unless the machine does other work too. */
vi.setConfig({ testTimeout: 240_000 });

/** More turns than the longest way has, with a naughty string before each answer. */
const mostTurns = 90;

test("all 515 at every question: each is answered, and each talk comes to its end", async () => {
  expect(naughtyStrings).toHaveLength(515);
  const { database } = await eachDatabase[0].fresh();
  const world = openWorld(database, { newNumber: () => newSpokenNumber(randomInt) });
  const talks: Talk[] = [];
  for (const some of groups([...naughtyStrings.entries()], 64)) {
    talks.push(...(await Promise.all(some.map(([number, string]) => talk(world, number, string)))));
  }
  expect(talks.flatMap(({ faults }) => faults)).toEqual([]);
  for (const name of Object.keys(siti)) {
    const heard = talks.filter(({ triedAt }) => triedAt.has(name));
    expect([name, heard.length]).toEqual([name, naughtyStrings.length]);
  }
  expect(await notPlain(world)).toEqual([]);
});

type Talk = {
  /** The questions at which the string was said. */
  readonly triedAt: Set<string>;
  /** What was wrong with an answer. */
  readonly faults: string[];
};

/** Says the string at each question that comes, and then what answers it, until there is a number to speak. */
async function talk(world: World, number: number, string: string): Promise<Talk> {
  const phone = webPhone(`phone ${number}`);
  const [triedAt, faults] = [new Set<string>(), [] as string[]];
  const turn = async (text: string, at: string): Promise<readonly Says[]> => {
    const received = await say(world, phone, text).catch((error: unknown) => {
      faults.push(`${JSON.stringify(string)} at ${at}: ${String(error)}`);
      return undefined;
    });
    const says = received?.kind === "says" ? received.says : [];
    if (says.length === 0 || says.some((one) => one.text.trim() === "")) {
      faults.push(`${JSON.stringify(string)} at ${at}: no answer to ${text}`);
    }
    return says;
  };
  let says = await turn(string, "the greeting");
  for (let turns = 0; !/LD-\w{4}-\w{2}/.test(says.map(({ text }) => text).join()); turns += 1) {
    const last = says.at(-1);
    const at = last?.asks?.name;
    if (turns > mostTurns || faults.length > 0) {
      faults.push(`${JSON.stringify(string)}: stuck at ${at}: ${last?.text}`);
      break;
    }
    if (at === undefined) says = await turn("daftar", "no question");
    else if (triedAt.has(at)) says = await turn(answerTo(number, last), at);
    else {
      triedAt.add(at);
      says = await turn(string, at);
    }
  }
  return { triedAt, faults };
}

/** What this person would say; where the string has led them off the usual way, the first button. */
function answerTo(number: number, says: Says | undefined): string {
  return wayan(number)[says?.asks?.name ?? ""] ?? says?.choices?.[0]?.label ?? "halo";
}

/** Texts of registrations with anything in them that cannot be seen, or that could be written in another way. */
async function notPlain({ database, vault }: World): Promise<readonly string[]> {
  const rows = await database.read.selectFrom("submission").select("id").execute();
  const found = await Promise.all(
    rows.map(async ({ id }) => {
      const submission = await loadSubmission(database.read, id);
      const wrapped = await wrappedKeyOf(database.read, submission?.applicantId ?? "");
      if (submission === undefined || wrapped === undefined) throw new Error("nothing handed in");
      const dataKey = vault.dataKey(submission.applicantId, wrapped);
      const { name, address, occupation, nik } = submission.registration(vault, dataKey);
      return [name, address, occupation.said, nik];
    }),
  );
  expect(found).toHaveLength(naughtyStrings.length);
  return found.flat().filter((text) => text !== plainText(text));
}

function groups<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return all.length === 0 ? [] : [all.slice(0, size), ...groups(all.slice(size), size)];
}
