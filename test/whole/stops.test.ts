/** The program is stopped or killed in the middle of many talks: what it acknowledged is there, and everybody goes on. */
import { expect, test } from "vitest";
import { eventually } from "../validation/servers.ts";
import { type Answer, type Chat, chatOf, openChat } from "./chat.ts";
import { type Home, look, newHome } from "./home.ts";
import { wayan } from "./person.ts";
import { isRunning, type Program, startProgram } from "./program.ts";
import { countsOf } from "./tables.ts";

/** Somebody who talks as fast as they are answered. */
type Talker = {
  readonly number: number;
  chat: Chat;
  /** What came back for each message that was answered, by its id. */
  readonly answered: Map<string, { readonly text: string; readonly answer: Answer }>;
  /** What is asked now; undefined when nothing is. */
  asked: string | undefined;
};

test("stopped or killed under load it loses nothing, leaves nothing behind, and goes on at the same question", async () => {
  const home = await newHome();
  let program = await startProgram(home);
  const talkers = await Promise.all(
    Array.from({ length: 12 }, async (_, number): Promise<Talker> => {
      return { number, chat: await openChat(program.address), answered: new Map(), asked: "" };
    }),
  );

  const queue = await queueOf(program);
  const stopped = await during(talkers, () => program.signal("SIGTERM"));
  expect(stopped).toMatchObject({ code: 0, signal: null });
  expect(stopped.seconds).toBeLessThan(15);
  expect(isRunning(queue)).toBe(false);
  // It took leave: another machine need not wait until its lease runs out.
  expect(await look(home, async (database) => (await countsOf(database))["lease"])).toBe(0);

  program = await startProgram(home);
  await nothingIsLost(talkers, program);
  const other = await queueOf(program);
  const killed = await during(talkers, () => program.signal("SIGKILL"));
  expect(killed).toMatchObject({ code: null, signal: "SIGKILL" });
  await eventually(() => expect(isRunning(other)).toBe(false));

  program = await startProgram(home);
  await nothingIsLost(talkers, program);
  await Promise.all(talkers.map((talker) => finish(talker)));
  await eventually(async () => expect(await checked(home)).toBe(talkers.length));
});

/** Everybody talks; after a while the deed is done, and everybody finds the program gone. */
async function during<T>(talkers: readonly Talker[], deed: () => Promise<T>): Promise<T> {
  const before = answers(talkers);
  const talking = Promise.all(talkers.map((talker) => finish(talker).catch(() => undefined)));
  await eventually(() => expect(answers(talkers)).toBeGreaterThan(before + 2 * talkers.length));
  const done = await deed();
  await talking;
  // It came in the middle: nobody had said everything.
  expect(talkers.some(({ asked }) => asked !== undefined)).toBe(true);
  return done;
}

/** Says what is to be said until nothing is asked; rejects when the program does not answer. */
async function finish(talker: Talker): Promise<void> {
  while (talker.asked !== undefined) {
    const text = wayan(talker.number)[talker.asked] ?? "mulai";
    const id = String(talker.answered.size);
    const answer = await talker.chat.say(id, text);
    if (answer.status !== 200) throw new Error(`not taken: ${answer.status}`);
    talker.answered.set(id, { text, answer });
    talker.asked = answer.says.at(-1)?.asks?.name ?? (hasEnded(answer) ? undefined : "");
  }
}

function hasEnded({ text }: Answer): boolean {
  return /LD-\w{4}-\w{2}/.test(text);
}

/** Every message that was answered is answered again, alike; nothing is said that was not said before. */
async function nothingIsLost(talkers: readonly Talker[], { address }: Program): Promise<void> {
  for (const talker of talkers) {
    talker.chat = chatOf(address, talker.chat.token);
    const said = await talker.chat.read();
    for (const [id, { text, answer }] of talker.answered) {
      expect(await talker.chat.say(id, text)).toEqual(answer);
    }
    expect(await talker.chat.read()).toEqual(said);
    // At most one message more than was answered: the one that was under way.
    const told = [...talker.answered.values()].flatMap(({ answer }) => answer.says);
    const [first] = told;
    const known = said.says.filter(({ id }) => id >= (first?.id ?? Number.POSITIVE_INFINITY));
    expect(known.slice(0, told.length)).toEqual(told);
  }
}

/** The one process that it started: its queue server. */
async function queueOf(program: Program): Promise<number> {
  return eventually(() => {
    const [queue, ...more] = program.children();
    if (queue === undefined || more.length > 0) throw new Error("there is not one child");
    return queue;
  });
}

function answers(talkers: readonly Talker[]): number {
  return talkers.reduce((count, { answered }) => count + answered.size, 0);
}

/** How many submissions the machines have looked at. */
async function checked(home: Home): Promise<number> {
  return look(home, async ({ read }) => {
    const rows = await read
      .selectFrom("submission")
      .select("id")
      .where("state", "=", "awaiting-review")
      .execute();
    return rows.length;
  });
}
