/**
 * Another program keeps the database locked for ten seconds, and people go on talking. They are told "later", the
 * health page says why, and afterwards all goes on by itself: nothing that was acknowledged is lost.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { eventually } from "../validation/servers.ts";
import { ask, openChat } from "../whole/chat.ts";
import { look, newHome, vaultOf } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";
import { breachesIn, unseenByMachines } from "./invariants.ts";
import { openLoad, pause } from "./load.ts";
import { stillIn, watchedInto } from "./stillness.ts";

vi.setConfig({ testTimeout: 240_000 });

const lockedMs = 10_000;
/** Milliseconds for which the program may stand still at a time, and after which all must be well again. */
const stillMs = 1_000;
const wellAgainMs = 10_000;

test("locked for ten seconds: 503 for now, awake every second, well again by itself, nothing acknowledged is lost", async () => {
  const home = await newHome();
  const still = join(home.folder, "still");
  const program = await startProgram({
    ...home,
    settings: { ...home.settings, ...watchedInto(still) },
  });
  const get = (path: string) => ask(program.address, path);
  const load = openLoad(8);
  load.goTo(program.address);
  const chat = await openChat(program.address);
  while (load.counts.acknowledged < 40) await pause(5);
  expect((await get("/health/ready")).status).toBe(200);

  const other = new Sqlite(join(home.data, "lindung.db"));
  onTestFinished(() => void other.close());
  other.pragma("busy_timeout = 20000");
  other.exec("begin immediate");
  const lockedAt = performance.now();
  writeFileSync(still, "");
  const refused: [status: number, type: string][] = [];
  while (performance.now() - lockedAt < lockedMs) {
    const [said, live, read] = await Promise.all([
      chat.say("m", "halo"),
      get("/health/live"),
      chat.read(),
    ]);
    expect([live.status, read.status]).toEqual([200, 200]);
    refused.push([said.status, said.type]);
  }
  const stood = stillIn(still).toSorted((one, other) => other - one);
  const ready = await get("/health/ready");
  expect([ready.status, ready.text]).toEqual([503, expect.stringContaining("database")]);
  other.exec("rollback");

  const [acknowledged, freeAt] = [load.counts.acknowledged, performance.now()];
  await vi.waitFor(
    async () => {
      expect((await get("/health/ready")).status).toBe(200);
      expect(load.counts.acknowledged).toBeGreaterThan(acknowledged + 8);
    },
    { timeout: wellAgainMs, interval: 30 },
  );
  const seconds = ((performance.now() - freeAt) / 1_000).toFixed(1);
  const taken = await chat.say("m", "halo");
  expect(taken.status).toBe(200);
  expect((await chat.say("m", "halo")).says).toEqual(taken.says);
  await load.rest();
  await eventually(async () => expect(await look(home, unseenByMachines)).toEqual([]));
  process.stdout.write(
    `stood still ${stood.length} times, for ${stood[0]} ms at the most; "later" was said ` +
      `${load.counts.later + refused.length} times; well again after ${seconds} s\n`,
  );
  for (const refusal of refused) {
    expect(refusal).toEqual([503, expect.stringContaining("problem+json")]);
  }
  expect(load.counts.later).toBeGreaterThan(0);
  // It is the lock for which it waits; once the machine may have been busy with something else.
  expect(stood.filter((ms) => ms > stillMs / 2).length).toBeGreaterThan(4);
  expect(stood[1]).toBeLessThan(stillMs);
  expect((await program.signal("SIGTERM")).code).toBe(0);
  expect(await look(home, heard)).toBe(load.counts.acknowledged + 1);
  expect(await look(home, (database) => breachesIn(database, vaultOf(home), load.talks))).toEqual(
    [],
  );
});

/** How many messages are kept. */
async function heard({ read }: Database): Promise<number> {
  return (await read.selectFrom("inbound").select("says_to").execute()).length;
}
