/** What the ways in which a sending can end do to the message, to those behind it, and to what is said next. */
import { describe, expect, test } from "vitest";
import type { Sender, SendOutcome } from "../../src/channels/channel.ts";
import { openLanes } from "../../src/outbox/lanes.ts";
import { forgetOld } from "../../src/privacy/retention.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld } from "../world.ts";
import { hear, needsOf, postOffice, rows } from "./post-office.ts";
import { drain } from "./round.ts";
import { notice, states } from "./told.ts";
import { worldWithLanes } from "./with-lanes.ts";

const closed: SendOutcome = { kind: "window-closed" };

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("a pause that the channel asks for is no failed try, however often", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    const asked: SendOutcome = { kind: "later", afterMs: 1_000, cause: "asked" };
    const office = postOffice(Array.from({ length: 12 }, () => asked));
    for (let tries = 0; tries < 12; tries += 1) {
      await drain(needsOf(world, office.channel));
      world.pass(0.9 / 3_600);
      await drain(needsOf(world, office.channel));
      world.pass(0.1 / 3_600);
    }
    expect(office.ids()).toEqual(Array(12).fill("siti:1"));
    await drain(needsOf(world, office.channel));
    expect(await states(database)).toBe("sent, sent, sent");
  });

  test("a channel that is down: what was to be sent is due as before, and nothing else is tried", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    for (const from of ["siti", "budi", "wayan"]) await hear(world, from, "halo");
    const down: SendOutcome = { kind: "channel-down", afterMs: 60_000 };
    const office = postOffice([down, down, down]);
    const needs = needsOf(world, office.channel);
    await drain(needs);
    await drain(needs);
    expect(office.sent.length).toBeLessThanOrEqual(3);
    expect((await rows(database)).every((row) => row.state === "due" && row.attempts === 0)).toBe(
      true,
    );
  });

  test("the channel takes nothing until the person writes: it waits with all that follow, and goes first then", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    const office = postOffice([{ kind: "sent" }, closed]);
    const needs = needsOf(world, office.channel);
    await drain(needs);
    expect(await states(database)).toBe("sent, parked window-closed, parked window-closed");
    world.pass(50);
    await drain(needs);
    expect(office.ids()).toEqual(["siti:1", "siti:2"]);
    await hear(world, "siti", "bantuan");
    await drain(needs);
    const ids = office.sent.slice(1).map(({ says }) => says.id);
    expect(ids.slice(0, 4)).toEqual([2, 2, 3, 4]);
    expect(await states(database)).toMatch(/^(sent(, )?)+$/);
  });

  test("what waited goes before what is said now, also where that would leave straight from memory", async () => {
    const office = postOffice([{ kind: "sent" }, closed]);
    const { world, lanes, drain, database } = await worldWithLanes(fresh, office.channel);
    await hear(world, "siti", "halo");
    await expect.poll(() => lanes.inHand.size).toBe(0);
    expect(await states(database)).toBe("sent, parked window-closed, parked window-closed");
    await hear(world, "siti", "bantuan");
    await drain();
    const ids = office.sent.slice(1).map(({ says }) => says.id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    // All has gone: the way is free again.
    await hear(world, "siti", "ulang");
    await expect.poll(() => lanes.inHand.size).toBe(0);
    expect(await states(database)).toMatch(/^(sent(, )?)+$/);
  });

  test("the person wrote in the very moment in which the channel said no: it is due at once", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    let told = 0;
    const office = postOffice();
    const late: Sender = {
      ...office.channel,
      send: async (outbound) => {
        told += 1;
        if (told > 1) return office.channel.send(outbound);
        world.pass(0.01);
        await hear(world, "siti", "bantuan");
        return closed;
      },
    };
    await drain(needsOf(world, late));
    expect(office.sent.map(({ says }) => says.id).slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(await states(database)).toMatch(/^(sent(, )?)+$/);
  });

  test("killed while something waits for the person: it waits on, and goes first when they write", async () => {
    const office = postOffice([{ kind: "sent" }, closed]);
    const { world, lanes, needs, database, table } = await worldWithLanes(fresh, office.channel);
    await hear(world, "siti", "halo");
    await expect.poll(() => lanes.inHand.size).toBe(0);
    // Whoever comes next has nothing of it in memory.
    const next = openLanes(needs);
    await next.takeOver();
    await drain(needs);
    expect(await states(database)).toBe("sent, parked window-closed, parked window-closed");
    // Killed again, after the person wrote and before anything left.
    await hear(table, "siti", "bantuan");
    await openLanes(needs).takeOver();
    await drain(needs);
    const ids = office.sent.slice(1).map(({ says }) => says.id);
    expect(ids.slice(0, 4)).toEqual([2, 2, 3, 4]);
    expect(await states(database)).toMatch(/^(sent(, )?)+$/);
  });

  test("what waited thirty days for the person to write is given up", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    await drain(needsOf(world, postOffice([closed]).channel));
    const keeping = { draftDays: 300, submissionDays: 300 };
    const tidy = () => forgetOld({ database, vault: world.vault, keeping }, world.clock());
    world.pass(24 * 29);
    await tidy();
    expect(await states(database)).toContain("parked");
    world.pass(25);
    await tidy();
    expect(await states(database)).toBe(Array(3).fill("given-up window-closed").join(", "));
  });

  test.each([
    ["an answer, at once", 0, false, "sent, sent, sent"],
    [
      "an answer that the table has kept for hours",
      3,
      false,
      Array(3).fill("parked window-closed").join(),
    ],
    ["a notice, and the channel lets us begin", 0, true, "sent, sent, sent, sent"],
  ])("asked before what nobody asked for: %s", async (_what, hours, isNotice, expected) => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    world.pass(hours);
    if (isNotice) {
      world.pass(0.1);
      await notice(world);
    }
    const office = postOffice();
    const asked: (string | undefined)[] = [];
    const mayStart: Sender["mayStart"] = ({ heardAt }) => {
      asked.push(heardAt);
      return isNotice;
    };
    await drain(needsOf(world, { ...office.channel, mayStart }));
    expect((await states(database)).replaceAll(", ", ",")).toBe(expected.replaceAll(", ", ","));
    expect(office.sent.every(({ heardAt }) => heardAt === "2026-11-25T02:00:00.000Z")).toBe(true);
    expect(asked.every((heardAt) => heardAt === "2026-11-25T02:00:00.000Z")).toBe(true);
  });

  test("a notice that the channel does not let us begin with waits, untried, for the person to write", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    const office = postOffice();
    const needs = needsOf(world, { ...office.channel, mayStart: () => false });
    await drain(needs);
    world.pass(48);
    await notice(world);
    await drain(needs);
    expect(await states(database)).toBe("sent, sent, sent, parked window-closed");
    expect(office.sent).toHaveLength(3);
    await hear(world, "siti", "bantuan");
    await drain(needs);
    expect(office.ids().slice(3, 5)).toEqual(["siti:4", "siti:5"]);
  });

  test("when a contact was last heard does not move with what it is told unasked", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const seen = async () =>
      (await database.read.selectFrom("contact").select("seen_at").executeTakeFirstOrThrow())
        .seen_at;
    await hear(world, "siti", "halo");
    world.pass(1);
    await notice(world);
    expect(await seen()).toBe("2026-11-25T02:00:00.000Z");
    await hear(world, "siti", "bantuan");
    expect(await seen()).toBe("2026-11-25T03:00:00.000Z");
  });
});
