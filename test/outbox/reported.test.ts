/** What a channel tells of a message after it took it. */
import { describe, expect, test } from "vitest";
import type { SendOutcome } from "../../src/channels/channel.ts";
import { reported } from "../../src/outbox/reported.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld } from "../world.ts";
import { hear, needsOf, postOffice, rows } from "./post-office.ts";
import { drain } from "./round.ts";
import { worldWithLanes } from "./with-lanes.ts";

const closed: SendOutcome = { kind: "window-closed" };
const failed: SendOutcome = { kind: "later", afterMs: 0, cause: "failed" };
const later: SendOutcome = { kind: "later", afterMs: 600_000, cause: "asked" };
const blocked: SendOutcome = { kind: "refused", why: "blocked" };
const invalid: SendOutcome = { kind: "refused", why: "invalid" };

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  /** Siti was told three things; the outcome is reported of the one, and the other two have left. */
  async function told() {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    const office = postOffice();
    const needs = needsOf(world, office.channel);
    await drain(needs);
    const keys = office.sent.map(({ key }) => key);
    const report = (says: number, outcome: SendOutcome) =>
      reported(world, keys[says - 1] ?? "", outcome);
    return { database, world, office, needs, report };
  }

  test.each<readonly [string, number, SendOutcome, object, readonly number[]]>([
    ["arrived: nothing changes", 3, { kind: "sent" }, { state: "sent", attempts: 1 }, []],
    ["the last word did not arrive: again", 3, failed, { state: "due", attempts: 1 }, [3]],
    ["the last word is to come later: later", 3, later, { state: "due", attempts: 1 }, [3]],
    [
      ...(["newer words have arrived: it is not said after them", 2, failed] as const),
      ...([{ state: "given-up", reason: "not-delivered" }, []] as const),
    ],
    ["the window is closed: it waits", 3, closed, { state: "parked", reason: "window-closed" }, []],
    ["and so does one that newer words followed", 1, closed, { state: "parked" }, []],
    ["never", 2, invalid, { state: "given-up", reason: "invalid" }, []],
    ["blocked", 3, blocked, { state: "given-up", reason: "blocked" }, []],
  ])("%s", async (_what, says, outcome, expected, sentAgain) => {
    const { database, world, office, needs, report } = await told();
    for (let repeat = 0; repeat < 3; repeat += 1) {
      await report(says, outcome);
      expect((await rows(database))[says - 1]).toMatchObject(expected);
    }
    world.pass(0.5);
    await drain(needs);
    expect(office.sent.slice(3).map(({ says }) => says.id)).toEqual(sentAgain);
    // Whatever became of it, the talk goes on.
    await hear(world, "siti", "bantuan");
    await drain(needs);
    expect((await rows(database)).some(({ state }) => state === "due" || state === "parked")).toBe(
      false,
    );
  });

  test("one that never arrives comes to an end", async () => {
    const { database, world, needs, office, report } = await told();
    for (let tries = 0; tries < 12; tries += 1) {
      await report(3, failed);
      world.pass(7);
      await drain(needs);
    }
    expect((await rows(database))[2]).toMatchObject({
      ...{ state: "given-up", reason: "too-many-attempts", attempts: 8 },
    });
    expect(office.sent).toHaveLength(10);
  });

  test("a late word that the person had blocked us counts for nothing once they have written again", async () => {
    const { database, world, needs, report } = await told();
    world.pass(1);
    await hear(world, "siti", "bantuan");
    await report(3, blocked);
    await drain(needs);
    const [, , third, ...after] = await rows(database);
    expect(third).toMatchObject({ state: "given-up", reason: "blocked" });
    expect(after.length).toBeGreaterThan(0);
    expect(after.every(({ state }) => state === "sent")).toBe(true);
    expect(await database.read.selectFrom("contact").select("blocked_at").execute()).toEqual([
      { blocked_at: null },
    ]);
  });

  test("the window was closed, and the person has written since: it is not kept until they write again", async () => {
    const { database, world, office, needs, report } = await told();
    world.pass(1);
    await hear(world, "siti", "bantuan");
    await drain(needs);
    office.sent.length = 0;
    await report(3, closed);
    world.pass(0.01);
    await drain(needs);
    expect(office.sent.map(({ says }) => says.id)).toEqual([3]);
    expect(new Set((await rows(database)).map(({ state }) => state))).toEqual(new Set(["sent"]));
  });

  test("reported before the sending was written down: the report stands", async () => {
    const office = postOffice();
    const { world, lanes, drain, database } = await worldWithLanes(fresh, {
      ...office.channel,
      send: async (outbound) => {
        const outcome = await office.channel.send(outbound);
        if (outbound.says.id === 2) await reported(world, outbound.key, closed);
        return outcome;
      },
    });
    await hear(world, "siti", "halo");
    await expect.poll(() => lanes.inHand.size).toBe(0);
    await drain();
    expect((await rows(database)).map(({ state }) => state)).toEqual(["sent", "parked", "sent"]);
  });

  test.each([
    ["nothing", ""],
    ["somebody else's id", "wamid.HBgN"],
    ["a row that is no more", "c-01234567-89ab-7def-8123-456789abcdef:7"],
  ])("a report about %s changes nothing", async (_what, key) => {
    const { database, world } = await told();
    const before = await rows(database);
    await reported(world, key, failed);
    expect(await rows(database)).toEqual(before);
  });
});
