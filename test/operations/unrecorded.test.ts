/** A record that was emptied or cut is whole by itself; what stands elsewhere in the data gives it away. */
import { describe, expect, test } from "vitest";
import { addToken, revokeToken } from "../../src/api/tokens.ts";
import { verifyAudit } from "../../src/audit/verify.ts";
import type { Db } from "../../src/database/open.ts";
import { unrecorded } from "../../src/operations/unrecorded.ts";
import { first, openHouse, say, siti } from "../api/house.ts";
import { behindItsBack } from "../audit/tamper.ts";
import { eachDatabase } from "../databases.ts";

const cut = (from: number) => (db: Db) => db.deleteFrom("audit").where("seq", ">=", from).execute();

const mischiefs: readonly (readonly [string, object | undefined, (db: Db) => Promise<unknown>])[] =
  [
    ["nothing is wrong", undefined, async () => undefined],
    ["it was emptied", { decisions: 1, tokens: 3, erasures: 0 }, cut(1)],
    ["its end was cut off", { decisions: 1, tokens: 1, erasures: 0 }, cut(3)],
    [
      "a decision was put in past the program",
      { decisions: 1, tokens: 0, erasures: 0 },
      async (db) => {
        const one = await db.selectFrom("decision").selectAll().executeTakeFirstOrThrow();
        await db
          .insertInto("decision")
          .values({ ...one, id: "d-2", verdict: "rejected" })
          .execute();
      },
    ],
    [
      "an erasure was noted by nobody",
      { decisions: 0, tokens: 0, erasures: 1 },
      (db) => db.insertInto("erasure").values({ id: "x-1", at: "2027-01-01T00:00:00Z" }).execute(),
    ],
  ];

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test.each(mischiefs)("%s", async (_what, expected, tamper) => {
    const { database } = await fresh();
    const { world, ask } = await openHouse(database);
    const granted = { name: "lama", scopes: [], days: 1, now: world.clock() };
    const { id: old } = await addToken(world, granted);
    const { id } = await first(ask);
    await ask(`submissions/${id}/decision`, { revision: 1, verdict: "accepted" });
    await revokeToken(world, old, world.clock());
    await behindItsBack(database, tamper);
    // By itself the chain is whole each time.
    expect(await verifyAudit(database.read, world.vault)).toMatchObject({ kind: "whole" });
    expect(await unrecorded(database.read)).toEqual(expected);
  });

  test("who is erased takes the decision along, and nothing is missed; an emptied record misses the erasure", async () => {
    const { database } = await fresh();
    const { world, ask } = await openHouse(database);
    const { id } = await first(ask);
    await ask(`submissions/${id}/decision`, { revision: 1, verdict: "accepted" });
    await say(world, siti.from, "hapus data");
    await say(world, siti.from, "ya");
    expect(await unrecorded(database.read)).toBeUndefined();
    await behindItsBack(database, cut(1));
    expect(await unrecorded(database.read)).toEqual({ decisions: 0, tokens: 1, erasures: 1 });
  });
});
