/** A day's limit of a channel holds across a restart, and counts what that channel took today, nothing else. */
import { describe, expect, test } from "vitest";
import { receive } from "../../src/inbox/receive.ts";
import { openDelivery } from "../../src/outbox/open.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld, type World } from "../world.ts";
import { hear, needsOf, postOffice } from "./post-office.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  async function opened() {
    const { database } = await fresh();
    const world = openWorld(database);
    const office = postOffice();
    const other = postOffice();
    const pace = { ...office.channel.pace, perDay: 4 };
    /** A life of the program, for as long as it sends something. */
    const live = async (expected: number) => {
      const channels = new Map([
        ["post", { ...office.channel, pace }],
        ["other", other.channel],
      ]);
      const delivery = openDelivery({ ...needsOf(world, office.channel), channels }, 20);
      await expect.poll(() => office.sent.length).toBe(expected);
      // Time for more than is allowed.
      await new Promise((resolve) => setTimeout(resolve, 150));
      await delivery.close();
      expect(office.sent).toHaveLength(expected);
    };
    return { world, live };
  }
  const elsewhere = (world: World, text: string) =>
    receive(world, {
      ...{ channel: "other", account: "box", from: "budi", id: text },
      heard: { kind: "text", text },
    });

  test("four a day: three before it, one after it, the rest tomorrow", async () => {
    const { world, live } = await opened();
    await elsewhere(world, "halo");
    await hear(world, "siti", "halo");
    await live(3);
    await hear(world, "siti", "bantuan");
    await live(4);
    await live(4);
    world.pass(24);
    await live(5);
  });
});
