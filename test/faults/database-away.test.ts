/**
 * The database takes nothing for a while, and people go on talking. They are told "later", the health page says why,
 * and when the fault has passed all goes on by itself: nothing that was acknowledged is lost.
 */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { eventually } from "../validation/servers.ts";
import { ask, chatOf, openChat } from "../whole/chat.ts";
import { look, newHome, vaultOf } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";
import { breachesIn, unseenByMachines } from "./invariants.ts";
import { openLoad, pause } from "./load.ts";

vi.setConfig({ testTimeout: 240_000 });

/** Seconds for which it lasts, at the least. */
const lasting = 8;

test("another program holds the lock: 503 for now, health is red, reading and living go on, nothing acknowledged is lost", async () => {
  const home = await newHome();
  const program = await startProgram(home);
  const get = (path: string) => ask(program.address, path);
  const load = openLoad(8);
  load.goTo(program.address);
  const { token } = await openChat(program.address);
  const chat = chatOf(program.address, token);
  while (load.counts.acknowledged < 40) await pause(5);
  expect((await get("/health/ready")).status).toBe(200);

  const other = new Sqlite(join(home.data, "lindung.db"));
  other.pragma("busy_timeout = 20000");
  other.exec("begin immediate");
  const refused = await chat.say("m", "halo");
  expect([refused.status, refused.type]).toEqual([503, expect.stringContaining("problem+json")]);
  const waits: number[] = [];
  for (const began = performance.now(); performance.now() - began < lasting * 1_000; ) {
    const asked = performance.now();
    expect((await get("/health/live")).status).toBe(200);
    expect((await chat.read()).status).toBe(200);
    waits.push(performance.now() - asked);
    await pause(100);
  }
  // It stands still for less than a second at a time, also when somebody holds the lock.
  expect(Math.max(...waits)).toBeLessThan((lasting * 1_000) / 2);
  await eventually(async () => {
    const { status, text } = await get("/health/ready");
    expect([status, text]).toEqual([503, expect.stringContaining("database")]);
  });
  other.exec("rollback").close();

  const [acknowledged, began] = [load.counts.acknowledged, performance.now()];
  await eventually(() => expect(load.counts.acknowledged).toBeGreaterThan(acknowledged + 8));
  await eventually(async () => expect((await get("/health/ready")).status).toBe(200));
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  expect((await chat.say("m", "halo")).status).toBe(200);
  await load.rest();
  await eventually(async () => expect(await look(home, unseenByMachines)).toEqual([]));
  process.stdout.write(
    `well again after ${seconds} s; "later" was said ${load.counts.later} times\n`,
  );
  expect(load.counts.later).toBeGreaterThan(0);
  expect((await program.signal("SIGTERM")).code).toBe(0);
  expect(await look(home, (database) => breachesIn(database, vaultOf(home), load.talks))).toEqual(
    [],
  );
});
