import { connect, createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { openBell } from "../../src/validation/bell.ts";
import { givenQueue } from "../../src/validation/embedded-queue.ts";
import { eachDatabase } from "../databases.ts";
import { handIn, put, testVault } from "../submissions/hand-in.ts";
import { allLookedAt, attention, handInMany, openOn, pace } from "./room.ts";
import { eventually, freePort, keepingLog, patient, queueServers } from "./servers.ts";

const sqlite = eachDatabase[0];

describe.each(queueServers)("the bell on $name", patient, ({ start }) => {
  test("rings for what was handed in while the server was away from the start", async () => {
    const { database } = await sqlite.fresh();
    const vault = testVault();
    const ids = await handInMany(database, vault, 5);
    const { server } = await start();
    const away = new URL(String(server.url()));
    const behind = Number(away.port);
    away.port = String(await freePort());
    const { log, status } = openOn(database, vault, { server: givenQueue(away.href) });
    const events = () => log.events.map(({ event }) => event);
    await eventually(() => expect(events()).toContain("bell.silent"));
    expect(status()).toEqual({ server: "redis", connected: false, evicts: false });
    // A ring that reached nobody does not count.
    for (const id of ids) expect((await attention(database, id)).rings).toBe(0);
    await passOn(Number(away.port), behind);
    await allLookedAt(database, ids);
    expect(events().filter((event) => event === "bell.silent")).toHaveLength(1);
  });
});

describe("the bell", () => {
  test("gives up after so many rings that nobody heard, and says so", async () => {
    const { database } = await sqlite.fresh();
    const vault = testVault();
    const id = await handIn(database, vault);
    const rung: string[] = [];
    let renewed = 0;
    let nowMs = Date.parse("2026-11-25T02:00:00.000Z");
    const bell = openBell({
      database,
      queue: {
        add: async (jobs) => void rung.push(...jobs.map(({ submission }) => submission)),
        renew: () => {
          renewed += 1;
        },
      },
      clock: () => new Date(nowMs),
      log: keepingLog(),
      pace: { ...pace, sweepMs: 3_600_000, ringAgainMs: 30_000 },
    });
    onTestFinished(bell.close);
    for (let sweep = 0; sweep < 50; sweep += 1) {
      await bell.sweepOnce();
      // Too soon for another ring.
      nowMs += 15_000;
      await bell.sweepOnce();
      nowMs += 16_000;
    }
    // A worker that takes nothing is replaced before it is given up.
    expect(renewed).toBeGreaterThan(0);
    expect(rung).toEqual(Array.from({ length: 20 }, () => id));
    expect(await attention(database, id)).toMatchObject({ state: "received", rings: 20 });
    expect((await attention(database, id)).needs_attention_at).not.toBeNull();
  });

  test("is quiet about what staff have decided meanwhile", async () => {
    const { database } = await sqlite.fresh();
    const vault = testVault();
    const id = await handIn(database, vault);
    await database.grouped((db) => put(db, id, "withdrawn"));
    const { sweepOnce } = openOn(database, vault, {});
    await sweepOnce();
    expect(await attention(database, id)).toMatchObject({ state: "withdrawn", rings: 0 });
  });
});

/** From now on whoever connects to `port` reaches the server behind. */
async function passOn(port: number, behind: number): Promise<void> {
  const sockets: Socket[] = [];
  const door = createServer((socket) => {
    const inner = connect(behind, "127.0.0.1");
    sockets.push(socket, inner);
    for (const end of [socket, inner]) end.on("error", () => undefined);
    socket.pipe(inner).pipe(socket);
  });
  await new Promise<void>((resolve) => door.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    door.close();
  });
}
