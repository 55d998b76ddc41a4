/** A person whom the channel knew by another id before: one contact, found by the new id from then on. */
import { describe, expect, test } from "vitest";
import { receive } from "../../src/inbox/receive.ts";
import { eachDatabase } from "../databases.ts";
import { needsOf, postOffice } from "../outbox/post-office.ts";
import { drain } from "../outbox/round.ts";
import { openWorld, type World } from "../world.ts";

function hear(world: World, from: string, text: string, formerly?: string) {
  const address = { channel: "post", account: "box", from, id: `${from} ${text}` };
  const heard = { kind: "text", text } as const;
  return receive(world, { ...address, heard, ...(formerly === undefined ? {} : { formerly }) });
}

async function contacts({ database }: World) {
  const rows = await database.read.selectFrom("contact").select("says").orderBy("id").execute();
  return rows.length;
}

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("the talk goes on, what is said goes to the new id, and a repeat by it is a repeat", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "old-siti", "halo");
    await hear(world, "old-siti", "daftar");
    const answer = await hear(world, "new-siti", "ya", "old-siti");
    expect(await contacts(world)).toBe(1);
    expect(await hear(world, "new-siti", "ya", "old-siti")).toEqual(answer);
    // Without the old id she is known too.
    await hear(world, "new-siti", "bantuan");
    expect(await contacts(world)).toBe(1);
    const office = postOffice();
    await drain(needsOf(world, office.channel));
    expect(new Set(office.sent.map(({ to }) => to))).toEqual(new Set(["new-siti"]));
  });

  test("both are known already: they stay two", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "old-siti", "halo");
    await hear(world, "new-siti", "halo");
    await hear(world, "new-siti", "daftar", "old-siti");
    expect(await contacts(world)).toBe(2);
  });

  test("neither is known: the new one is met, and the old id is nobody", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "new-siti", "halo", "old-siti");
    expect(await contacts(world)).toBe(1);
    await hear(world, "old-siti", "halo");
    expect(await contacts(world)).toBe(2);
  });
});
