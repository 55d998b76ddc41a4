/** A person who wants nothing from us gets nothing, and costs nothing; whoever writes has opened the door again. */
import { describe, expect, test } from "vitest";
import type { Sender, SendOutcome } from "../../src/channels/channel.ts";
import { reach } from "../../src/inbox/reach.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld } from "../world.ts";
import { hear, needsOf, postOffice, rows } from "./post-office.ts";
import { drain } from "./round.ts";
import { notice, states } from "./told.ts";
import { worldWithLanes } from "./with-lanes.ts";

const blocked: SendOutcome = { kind: "refused", why: "blocked" };
const siti = { channel: "post", account: "box", from: "siti" };

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("the person has blocked us: all that is due is given up with one request, and a notice without any", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    await hear(world, "budi", "halo");
    const office = postOffice();
    const shut: Sender = {
      ...office.channel,
      send: async (outbound) => {
        const outcome = await office.channel.send(outbound);
        return outbound.to === "siti" ? blocked : outcome;
      },
    };
    const needs = needsOf(world, shut);
    await drain(needs);
    expect(office.ids().sort()).toEqual(["budi:1", "budi:2", "budi:3", "siti:1"]);
    world.pass(1);
    await notice(world);
    await drain(needs);
    expect(office.sent).toHaveLength(4);
    const given = (await rows(database)).filter(({ reason }) => reason === "blocked");
    expect(given.map(({ attempts }) => attempts).sort()).toEqual([0, 0, 0, 1]);
    // Whoever writes has opened the door.
    await hear(world, "siti", "bantuan");
    await drain(needsOf(world, office.channel));
    expect(office.ids().slice(4)).toContain("siti:5");
  });

  test("the channel tells that the door was shut, and opened: nothing is begun in between", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const office = postOffice();
    const needs = needsOf(world, office.channel);
    await reach(world, siti, "blocked");
    expect(await database.read.selectFrom("contact").selectAll().execute()).toEqual([]);
    await hear(world, "siti", "halo");
    await reach(world, siti, "blocked");
    await notice(world);
    await drain(needs);
    expect(office.sent).toEqual([]);
    expect(await states(database)).toBe(Array(4).fill("given-up blocked").join(", "));
    await reach(world, siti, "open");
    await notice(world);
    await drain(needs);
    expect(office.ids()).toEqual(["siti:5"]);
  });

  test("shut while words wait in memory: they are not said", async () => {
    let go: () => void = () => undefined;
    const office = postOffice();
    const slow: Sender = {
      ...office.channel,
      send: async (outbound) => {
        const outcome = await office.channel.send(outbound);
        if (outbound.says.id === 1) await new Promise<void>((resolve) => (go = resolve));
        return outcome;
      },
    };
    const { world, lanes, drain, database } = await worldWithLanes(fresh, slow);
    await hear(world, "siti", "halo");
    await expect.poll(office.ids).toEqual(["siti:1"]);
    await reach(world, siti, "blocked");
    go();
    await expect.poll(() => lanes.inHand.size).toBe(0);
    await drain();
    expect(office.ids()).toEqual(["siti:1"]);
    expect(await states(database)).toBe(Array(3).fill("given-up blocked").join(", "));
  });
});
