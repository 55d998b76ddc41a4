/** Somebody else keeps the database locked: people are asked to come again, nobody waits in vain, nothing is lost. */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { ask, openChat } from "../whole/chat.ts";
import { look, newHome } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";

const lockedMs = 10_000;

test("locked for ten seconds the program says 503 and stays awake; then the same message is taken, once", async () => {
  const home = await newHome();
  const program = await startProgram(home);
  const chat = await openChat(program.address);
  await chat.say("m1", "halo");
  const locker = new Sqlite(join(home.data, "lindung.db"));
  onTestFinished(() => void locker.close());
  locker.exec("begin immediate");
  const until = performance.now() + lockedMs;
  const refused: number[] = [];
  const asleepMs: number[] = [];
  while (performance.now() < until) {
    const askedAt = performance.now();
    const [said, alive] = await Promise.all([
      chat.say("m2", "daftar"),
      ask(program.address, "/health/live"),
    ]);
    asleepMs.push(performance.now() - askedAt);
    refused.push(said.status);
    expect(alive.status).toBe(200);
  }
  expect(new Set(refused)).toEqual(new Set([503]));
  // It waits for the lock for 0.8 s at a time, for the message and for its lease.
  expect(Math.max(...asleepMs)).toBeLessThan(4_000);
  expect((await ask(program.address, "/health/ready")).status).toBe(503);
  locker.exec("rollback");
  const taken = await vi.waitFor(async () => {
    const answer = await chat.say("m2", "daftar");
    expect(answer.status).toBe(200);
    return answer;
  });
  expect((await chat.say("m2", "daftar")).says).toEqual(taken.says);
  await vi.waitFor(
    async () => expect((await ask(program.address, "/health/ready")).status).toBe(200),
    { timeout: 10_000, interval: 200 },
  );
  expect((await program.signal("SIGTERM")).code).toBe(0);
  const heard = await look(home, ({ read }) => read.selectFrom("inbound").selectAll().execute());
  expect(heard).toHaveLength(2);
});
