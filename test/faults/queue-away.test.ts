/**
 * The queue server is not there when the program starts, is cut off, frozen or slow in the middle, and comes back empty:
 * nobody notices. Beside it, at the same moments, others talk with a program whose queue is well: what is slow for
 * everybody on a busy machine is no fault of the queue.
 */
import { connect, createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { usualPace } from "../../src/validation/pace.ts";
import { eventually, freePort, queueServers, type TestServer } from "../validation/servers.ts";
import { ask } from "../whole/chat.ts";
import { type Home, look, newHome, vaultOf } from "../whole/home.ts";
import { type Program, startProgram } from "../whole/program.ts";
import { breachesIn, unseenByMachines } from "./invariants.ts";
import { openLoad, pause, type Talk } from "./load.ts";

vi.setConfig({ testTimeout: 300_000 });

/** With each of the two programs. */
const people = 4;
/** Of a measurement, at the least; one in fourteen hands in a registration. */
const messages = 220;
/** Milliseconds in which 99 of 100 messages are answered; on a busy machine it may be half as much again as beside it. */
const usualMs = 250;
/** Milliseconds after which work has been resumed once the queue is well. */
const resumedMs = 10_000;
/** Milliseconds each way, for a slow server. */
const slowMs = 250;

describe.each(queueServers)("$name", ({ start }) => {
  test("away at the start, cut off, frozen, slow: everybody is answered as ever, and looked at when it is well", async () => {
    const queue = await start();
    const line = await openLine(new URL(queue.server.url() ?? ""));
    const home = await newHome();
    const settings = { ...home.settings, REDIS_URL: line.url };
    const [program, well] = await Promise.all([
      startProgram({ ...home, settings }),
      startProgram(await newHome()),
    ]);
    const talks: Talk[] = [];

    for (const { fault, begin, end } of faultsOf(queue, line, home)) {
      let measured = await talkBeside(program, well, begin);
      talks.push(...measured.talks);
      // Who waits for the queue waits every time; what else is at work on this machine takes turns.
      for (let again = 0; again < 3 && measured.away >= mostMs(measured); again += 1) {
        measured = await talkBeside(program, well);
        talks.push(...measured.talks);
      }
      expect(await look(home, unseenByMachines)).not.toEqual([]);
      expect((await ask(program.address, "/health/ready")).status).toBe(200);

      await end();
      const back = performance.now();
      await eventually(async () => expect(await look(home, unseenByMachines)).toEqual([]));
      const resumed = performance.now() - back;
      process.stdout.write(
        `${fault}: p99 ${measured.away.toFixed(0)} ms, beside it ${measured.usual.toFixed(0)} ms; ` +
          `looked at ${(resumed / 1_000).toFixed(1)} s after it was well\n`,
      );
      expect.soft(measured.away, fault).toBeLessThan(mostMs(measured));
      expect.soft(resumed, fault).toBeLessThan(resumedMs);
    }

    line.cut();
    const ended = await program.signal("SIGTERM");
    expect([ended.code, ended.signal]).toEqual([0, null]);
    expect(ended.seconds).toBeLessThan(15);
    expect(await look(home, (database) => breachesIn(database, vaultOf(home), talks))).toEqual([]);
  });
});

/** People talk with both, and in the middle the fault begins. Nobody is told "later". */
async function talkBeside(program: Program, well: Program, begin?: Fault["begin"]) {
  const [here, there] = [openLoad(people), openLoad(people)];
  here.goTo(program.address);
  there.goTo(well.address);
  while (here.counts.acknowledged < messages / 10) await pause(5);
  await begin?.();
  while (here.counts.acknowledged < messages) await pause(20);
  await Promise.all([here.rest(), there.rest()]);
  expect(here.counts.later).toBe(0);
  return { talks: here.talks, away: p99(here.times), usual: p99(there.times) };
}

function mostMs({ usual }: { readonly usual: number }): number {
  return Math.max(usualMs, 1.5 * usual);
}

type Fault = {
  readonly fault: string;
  readonly begin: () => Promise<void> | void;
  readonly end: () => Promise<void> | void;
};

/** One after the other, in the life of one program. The line is closed before the first. */
function faultsOf(
  { look: lookInto, freeze, thaw }: TestServer,
  line: Awaited<ReturnType<typeof openLine>>,
  home: Home,
): readonly Fault[] {
  return [
    { fault: "away at the start", begin: () => undefined, end: line.open },
    {
      fault: "cut off, and back empty",
      begin: line.cut,
      end: async () => {
        await lookInto((redis) => redis.flushall());
        await look(home, rungJustNow);
        // A call that was begun before has ended.
        await pause(usualPace.callMs + usualPace.sweepMs);
        line.open();
      },
    },
    { fault: "frozen", begin: freeze, end: thaw },
    { fault: "slow", begin: () => line.delay(slowMs), end: () => line.delay(0) },
  ];
}

/** Milliseconds. */
function p99(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}

/** As it is when the queue is wiped that knew of them: the bell was rung, and nobody remembers. */
function rungJustNow({ grouped }: Database) {
  const now = new Date().toISOString();
  return grouped((db) =>
    db
      .updateTable("submission")
      .set({ rung_at: now, rings: 1 })
      .where("state", "=", "received")
      .execute(),
  );
}

/** The way to a server, closed at first. */
async function openLine(behind: URL) {
  const sockets = new Set<Socket>();
  const port = await freePort();
  let delayMs = 0;
  const door = createServer((socket) => {
    const inner = connect(Number(behind.port), behind.hostname);
    for (const [from, to] of [
      [socket, inner],
      [inner, socket],
    ] as const) {
      sockets.add(from);
      from
        .on("error", () => undefined)
        .on("close", () => {
          sockets.delete(from);
          to.destroy();
        });
      let before = Promise.resolve();
      from.on("data", (piece) => {
        const arrives = performance.now() + delayMs;
        // None overtakes another when the line gets faster.
        before = before.then(async () => {
          const waits = arrives - performance.now();
          if (waits > 0) await pause(waits);
          if (to.writable) to.write(piece);
        });
      });
    }
  });
  const cut = () => {
    door.close();
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(cut);
  const own = new URL(behind);
  own.port = String(port);
  return {
    url: own.href,
    cut,
    open: () => void door.listen(port, "127.0.0.1"),
    /** Milliseconds for each piece, each way. */
    delay: (ms: number) => {
      delayMs = ms;
    },
  };
}
