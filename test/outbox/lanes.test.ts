/**
 * What is said in a turn leaves straight from memory: in order, once, and never past something older. Whatever does
 * not go well goes the way of the table.
 */
import { describe, expect, test } from "vitest";
import type { Sender } from "../../src/channels/channel.ts";
import type { Database, Db } from "../../src/database/open.ts";
import { receive } from "../../src/inbox/receive.ts";
import { openLanes } from "../../src/outbox/lanes.ts";
import { eachDatabase } from "../databases.ts";
import { hear, needsOf, postOffice, rows } from "./post-office.ts";
import { deliver } from "./round.ts";
import { unhurried } from "./unhurried.ts";
import { through, worldWithLanes } from "./with-lanes.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("after the commit it is sent at once and marked; the table has nothing left to do", async () => {
    const office = postOffice();
    const { database, world, lanes, drain } = await worldWithLanes(fresh, office.channel);
    await hear(world, "siti", "halo");
    await expect.poll(office.ids).toEqual(["siti:1", "siti:2", "siti:3"]);
    await hear(world, "siti", "bantuan");
    await expect.poll(() => lanes.inHand.size).toBe(0);
    expect(office.ids().slice(3)).not.toEqual([]);
    await drain();
    expect(new Set(office.ids()).size).toBe(office.sent.length);
    const left = await rows(database);
    expect(left.map(({ state, attempts }) => [state, attempts])).toEqual(
      left.map(() => ["sent", 1]),
    );
  });

  test("a pause the channel asks for is kept by all that follows, in this turn and in the next", async () => {
    const office = postOffice([{ kind: "later", afterMs: 3_600_000, cause: "failed" }]);
    const { world, lanes, drain } = await worldWithLanes(fresh, office.channel);
    await hear(world, "siti", "halo");
    await hear(world, "siti", "bantuan");
    await hear(world, "budi", "halo");
    await expect.poll(() => lanes.inHand.size).toBe(0);
    await drain();
    const ofSiti = () => office.ids().filter((id) => id.startsWith("siti"));
    expect(ofSiti()).toEqual(["siti:1"]);
    expect(office.ids().length).toBeGreaterThan(1);
    world.pass(1.1);
    await drain();
    expect(ofSiti().slice(0, 4)).toEqual(["siti:1", "siti:1", "siti:2", "siti:3"]);
    // All of it has gone: the way is free again.
    await hear(world, "siti", "ulang");
    await expect.poll(() => lanes.inHand.size).toBe(0);
    expect(await rows(world.database)).not.toContainEqual(
      expect.objectContaining({ state: "due" }),
    );
  });

  test("what is refused is given up with the reason, and the next one has its turn", async () => {
    const office = postOffice([{ kind: "refused", why: "invalid" }]);
    const { database, world, lanes } = await worldWithLanes(fresh, office.channel);
    await hear(world, "siti", "halo");
    await expect.poll(() => lanes.inHand.size).toBe(0);
    expect(await rows(database)).toEqual([
      { says_id: 1, state: "given-up", reason: "invalid", attempts: 1 },
      { says_id: 2, state: "sent", reason: null, attempts: 1 },
      { says_id: 3, state: "sent", reason: null, attempts: 1 },
    ]);
  });

  test("killed after the commit and before the sending: whoever comes next sends it at once", async () => {
    const office = postOffice();
    const { world, lanes, drain, needs } = await worldWithLanes(fresh, office.channel);
    await hear(through(world, { ...lanes, hand: () => undefined }), "siti", "halo");
    await drain();
    expect(await rows(world.database)).toContainEqual(
      expect.objectContaining({ says_id: 1, state: "sending" }),
    );
    await openLanes(needs).takeOver();
    await drain();
    expect(office.ids()).toEqual(["siti:1", "siti:2", "siti:3"]);
  });

  test("sent and not to be written down: it is not sent again, and written when it can be", async () => {
    const office = postOffice();
    const { world, lanes, drain, database } = await worldWithLanes(fresh, office.channel);
    let isFull = false;
    const { grouped } = database;
    const full = Object.assign(Object.create(database), {
      grouped: (work: never) =>
        isFull ? Promise.reject(new Error("the disk is full")) : grouped(work),
    });
    const own = openLanes({ ...needsOf(world, office.channel), database: full });
    await own.takeOver();
    await hear(through(world, own), "siti", "halo");
    isFull = true;
    await expect.poll(() => office.sent.length).toBeGreaterThan(0);
    world.pass(1);
    while ((await deliver({ ...needsOf(world, office.channel), inHand: own.inHand })) > 0);
    expect(office.sent.length).toBeLessThan(3);
    isFull = false;
    await own.write();
    await expect.poll(() => own.inHand.size).toBe(0);
    await drain();
    expect(office.ids()).toEqual(["siti:1", "siti:2", "siti:3"]);
    expect((await rows(database)).every(({ state }) => state === "sent")).toBe(true);
    await lanes.close();
  });

  test("a database that takes a piece twice, and a channel that throws at once: nothing is forgotten", async () => {
    const office = postOffice();
    const { world, database, drain } = await worldWithLanes(fresh, office.channel);
    let tries = 0;
    const { grouped } = database;
    // As PostgreSQL does where two transactions wait for each other.
    const twice: Database = Object.assign(Object.create(database), {
      grouped: async (work: (db: Db) => Promise<unknown>) => {
        const failing = async (db: Db) => {
          await work(db);
          throw new Error("again");
        };
        await grouped(failing).catch(() => undefined);
        return grouped(work);
      },
    });
    const broken: Sender = {
      ...unhurried,
      send: (outbound) => {
        tries += 1;
        if (tries === 3) throw new Error("no such method");
        return office.channel.send(outbound);
      },
    };
    const own = openLanes({ ...needsOf(world, broken), database: twice });
    await own.takeOver();
    await hear(through(world, own), "siti", "halo");
    await expect.poll(() => own.inHand.size).toBe(0);
    expect(office.ids()).toEqual(["siti:1", "siti:2"]);
    world.pass(1);
    await drain();
    expect(office.ids()).toEqual(["siti:1", "siti:2", "siti:3"]);
    await own.close();
  });

  test("what another process has left in the table is not overtaken", async () => {
    const office = postOffice();
    const { world, table, lanes, drain } = await worldWithLanes(fresh, office.channel);
    await hear(table, "siti", "halo");
    await hear(world, "siti", "bantuan");
    await expect.poll(() => lanes.inHand.size).toBe(0);
    expect(office.sent).toEqual([]);
    await drain();
    const ids = office.sent.map(({ says }) => says.id);
    expect(ids.length).toBeGreaterThan(3);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  });

  test("somebody erased while words about them wait in memory: they are not said any more", async () => {
    const sent: string[] = [];
    let go: () => void = () => undefined;
    const slow: Sender = {
      ...unhurried,
      send: async ({ says }) => {
        sent.push(says.text);
        if (sent.length === 1) await new Promise<void>((resolve) => (go = resolve));
        return { kind: "sent" };
      },
    };
    const { world, lanes, drain } = await worldWithLanes(fresh, slow);
    const say = (text: string) =>
      receive(world, {
        ...{ channel: "post", account: "box", from: "siti", id: text },
        heard: { kind: "text", text },
      });
    await say("halo");
    await say("hapus data saya");
    await say("ya");
    go();
    await expect.poll(() => lanes.inHand.size).toBe(0);
    await drain();
    // What was on its way, and the farewell.
    expect(sent.map((text) => text.slice(0, 16))).toEqual(["Selamat datang, ", "Catatan obrolan "]);
  });

  test("closed in the middle: what was not begun waits in the table for the next one", async () => {
    let go: () => void = () => undefined;
    const office = postOffice();
    const slow: Sender = {
      ...unhurried,
      send: async (outbound) => {
        await new Promise<void>((resolve) => (go = resolve));
        return office.channel.send(outbound);
      },
    };
    const { world, lanes, needs } = await worldWithLanes(fresh, slow);
    await hear(world, "siti", "halo");
    const closing = lanes.close();
    go();
    await closing;
    expect((await rows(world.database)).map(({ state }) => state)).toEqual(["sent", "due", "due"]);
    await hear(world, "siti", "bantuan");
    const next = { ...needs, channels: new Map([["post", office.channel]]) };
    while ((await deliver(next)) > 0);
    const ids = office.sent.map(({ says }) => says.id);
    expect(ids).toEqual(ids.map((_, index) => index + 1));
  });
});
