/** The queue server is not there when the program starts, goes away in the middle and comes back empty: nobody notices. */
import { connect, createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { usualPace } from "../../src/validation/pace.ts";
import { eventually, freePort, queueServers } from "../validation/servers.ts";
import { ask } from "../whole/chat.ts";
import { look, newHome, vaultOf } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";
import { breachesIn, unseenByMachines } from "./invariants.ts";
import { openLoad, pause } from "./load.ts";

vi.setConfig({ testTimeout: 240_000 });

const people = 8;

describe.each(queueServers)("$name", ({ start }) => {
  test("away at the start and in the middle: everybody is answered as ever, and looked at when it is back", async () => {
    const { server, look: lookInto } = await start();
    const line = await openLine(new URL(server.url() ?? ""));
    const home = await newHome();
    const settings = { ...home.settings, REDIS_URL: line.url };
    const program = await startProgram({ ...home, settings });

    const first = openLoad(people);
    first.goTo(program.address);
    await first.rest();
    expect((await ask(program.address, "/health/ready")).status).toBe(200);
    expect(await look(home, unseenByMachines)).toHaveLength(people);
    line.open();
    const back = performance.now();
    await eventually(async () => expect(await look(home, unseenByMachines)).toEqual([]));
    const seconds = ((performance.now() - back) / 1_000).toFixed(1);

    const second = openLoad(people);
    second.goTo(program.address);
    while (second.counts.acknowledged < 30) await pause(5);
    line.cut();
    await second.rest();
    await lookInto((redis) => redis.flushall());
    await look(home, rungJustNow);
    // A call that was begun before has ended.
    await pause(usualPace.callMs + usualPace.sweepMs);
    line.open();
    const empty = performance.now();
    await eventually(async () => expect(await look(home, unseenByMachines)).toEqual([]));
    expect(performance.now() - empty).toBeLessThan(usualPace.ringAgainMs);

    line.cut();
    const ended = await program.signal("SIGTERM");
    expect([ended.code, ended.signal]).toEqual([0, null]);
    expect(ended.seconds).toBeLessThan(15);
    const times = [...first.times, ...second.times].toSorted((one, other) => one - other);
    const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
    process.stdout.write(`looked at ${seconds} s after it was back; p99 ${p99.toFixed(0)} ms\n`);
    expect([first.counts.later, second.counts.later]).toEqual([0, 0]);
    // Whoever waited for the queue would wait for as long as a call to it may last.
    expect(p99).toBeLessThan(usualPace.callMs);
    const talks = [...first.talks, ...second.talks];
    expect(await look(home, (database) => breachesIn(database, vaultOf(home), talks))).toEqual([]);
  });
});

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
  const door = createServer((socket) => {
    const inner = connect(Number(behind.port), behind.hostname);
    for (const end of [socket, inner]) {
      sockets.add(end);
      end.on("error", () => undefined).on("close", () => sockets.delete(end));
    }
    socket.pipe(inner).pipe(socket);
  });
  const cut = () => {
    door.close();
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(cut);
  const own = new URL(behind);
  own.port = String(port);
  return { url: own.href, cut, open: () => void door.listen(port, "127.0.0.1") };
}
