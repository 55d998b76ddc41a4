/** Messages leave in order, are tried again, and end as sent or as given up with the reason; never in silence. */
import { describe, expect, test } from "vitest";
import type { Sender } from "../../src/channels/channel.ts";
import { openDelivery } from "../../src/outbox/open.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld } from "../world.ts";
import { hear, needsOf, postOffice, rows } from "./post-office.ts";
import { deliver, drain } from "./round.ts";
import { unhurried } from "./unhurried.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("each contact's messages go in order, one at a time, with the address opened for sending", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    await hear(world, "budi", "halo");
    const office = postOffice();
    await deliver(needsOf(world, office.channel));
    expect(office.ids().sort()).toEqual(["budi:1", "siti:1"]);
    await drain(needsOf(world, office.channel));
    expect(office.ids().filter((id) => id.startsWith("siti"))).toEqual([
      "siti:1",
      "siti:2",
      "siti:3",
    ]);
    expect(office.sent[0]?.says.text).toContain("Lindung");
    expect((await rows(database)).every(({ state }) => state === "sent")).toBe(true);
  });

  test.each([
    ["an address that is none (any more)", "unknown-recipient"],
    ["a message the channel does not take", "invalid"],
  ] as const)("%s: given up with the reason, and the next one has its turn", async (_why, why) => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    const office = postOffice([{ kind: "refused", why }]);
    await drain(needsOf(world, office.channel));
    expect(await rows(database)).toEqual([
      { says_id: 1, state: "given-up", reason: why, attempts: 1 },
      { says_id: 2, state: "sent", reason: null, attempts: 1 },
      { says_id: 3, state: "sent", reason: null, attempts: 1 },
    ]);
  });

  test("a pause the channel asks for is kept, and what comes later does not overtake", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    const office = postOffice([{ kind: "later", afterMs: 3_600_000, cause: "failed" }]);
    const needs = needsOf(world, office.channel);
    await drain(needs);
    world.pass(0.5);
    await drain(needs);
    expect(office.ids()).toEqual(["siti:1"]);
    world.pass(0.6);
    await drain(needs);
    expect(office.ids()).toEqual(["siti:1", "siti:1", "siti:2", "siti:3"]);
  });

  test("a channel that fails for two days is given up as too many attempts", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    const failing: Sender = {
      ...unhurried,
      send: () => Promise.reject(new Error("the line is down")),
    };
    for (let hours = 0; hours < 48; hours += 1) {
      await deliver(needsOf(world, failing));
      world.pass(1);
    }
    const [first] = await rows(database);
    expect(first).toEqual({
      says_id: 1,
      state: "given-up",
      reason: "too-many-attempts",
      attempts: 8,
    });
  });

  test("killed between sending and marking: sent once more, never dropped", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    const killed: Sender = { ...unhurried, send: () => new Promise(() => undefined) };
    // It comes back to a database that is closed, where the machine is slow.
    deliver(needsOf(world, killed)).catch(() => undefined);
    await expect.poll(async () => (await rows(database))[0]?.state).toBe("sending");
    const office = postOffice();
    await drain(needsOf(world, office.channel));
    expect(office.ids()).toEqual([]);
    world.pass(1);
    await drain(needsOf(world, office.channel));
    expect(office.ids()).toEqual(["siti:1", "siti:2", "siti:3"]);
  });

  test("two senders at once send each message once", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    for (const from of ["siti", "budi", "wayan"]) await hear(world, from, "halo");
    const office = postOffice();
    const needs = needsOf(world, office.channel);
    await Promise.all([drain(needs), drain(needs), drain(needs)]);
    await drain(needs);
    expect(office.ids().sort()).toEqual(
      ["budi", "siti", "wayan"].flatMap((from) => [1, 2, 3].map((id) => `${from}:${id}`)),
    );
  });

  test("a channel that is not open (any more): given up, seen by staff", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    await deliver({ ...needsOf(world, postOffice().channel), channels: new Map() });
    expect((await rows(database))[0]).toMatchObject({
      state: "given-up",
      reason: "channel-closed",
    });
  });

  test("at work it sends at once when woken, and what waits is sent by the beat", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const office = postOffice();
    const delivery = openDelivery(needsOf(world, office.channel), 20);
    await hear(world, "siti", "halo");
    delivery.wake();
    await expect.poll(() => office.ids()).toEqual(["siti:1", "siti:2", "siti:3"]);
    await hear(world, "siti", "bantuan");
    await expect.poll(() => office.sent.length).toBeGreaterThan(3);
    await delivery.close();
    await hear(world, "siti", "ulang");
    delivery.wake();
    expect((await rows(database)).some(({ state }) => state === "due")).toBe(true);
  });
});
