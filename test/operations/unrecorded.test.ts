/** A record that was emptied or cut is whole by itself; what stands elsewhere in the data gives it away. */
import type { KyselyPlugin } from "kysely";
import { describe, expect, test } from "vitest";
import { addToken, revokeToken } from "../../src/api/tokens.ts";
import { verifyAudit } from "../../src/audit/verify.ts";
import type { Db } from "../../src/database/open.ts";
import { changeRoot } from "../../src/operations/keys/change-root.ts";
import { summed, unrecorded } from "../../src/operations/unrecorded.ts";
import { openVault } from "../../src/vault/vault.ts";
import { first, handIn, openHouse, say, siti } from "../api/house.ts";
import { behindItsBack } from "../audit/tamper.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld } from "../world.ts";
import { laterBy, madeOf, newShelf, now, openShelf, restoreTo, within } from "./shelf.ts";

const cut = (from: number) => (db: Db) => db.deleteFrom("audit").where("seq", ">=", from).execute();

const changed = (table: "decision" | "api_token", row: object) => (db: Db) =>
  db.updateTable(table).set(row).execute();

const later = "2027-01-01T00:00:00.000Z";

const mischiefs: readonly (readonly [string, readonly string[], (db: Db) => Promise<unknown>])[] = [
  ["nothing is wrong", [], async () => undefined],
  [
    "it was emptied",
    ["token.added", "token.added", "submission.accepted", "token.revoked"],
    cut(1),
  ],
  ["its end was cut off", ["submission.accepted", "token.revoked"], cut(3)],
  ["its last row was cut off", ["token.revoked"], cut(4)],
  [
    "a decision was put in past the program",
    ["submission.rejected"],
    async (db) => {
      const one = await db.selectFrom("decision").selectAll().executeTakeFirstOrThrow();
      const other = { ...one, id: "d-2", verdict: "rejected" } as const;
      await db.insertInto("decision").values(other).execute();
    },
  ],
  [
    "the same decision twice",
    ["submission.accepted"],
    async (db) => {
      const one = await db.selectFrom("decision").selectAll().executeTakeFirstOrThrow();
      await db
        .insertInto("decision")
        .values({ ...one, id: "d-2" })
        .execute();
    },
  ],
  [
    "the decision was turned into another",
    ["submission.rejected"],
    changed("decision", { verdict: "rejected" }),
  ],
  ["it was given another day", ["submission.accepted"], changed("decision", { at: later })],
  [
    "record and decision are gone, the history is not",
    ["submission.accepted", "token.revoked"],
    async (db) => {
      await cut(3)(db);
      await db.deleteFrom("decision").execute();
    },
  ],
  [
    "a token was put in past the program",
    ["token.added"],
    async (db) => {
      const one = await db.selectFrom("api_token").selectAll().executeTakeFirstOrThrow();
      const own = { id: "t-0", hash: Buffer.alloc(32) };
      await db
        .insertInto("api_token")
        .values({ ...one, ...own })
        .execute();
    },
  ],
  [
    "all tokens were revoked past the program",
    ["token.revoked", "token.revoked"],
    changed("api_token", { revoked_at: later }),
  ],
  [
    "an erasure was noted by nobody",
    ["person.erased"],
    (db) => db.insertInto("erasure").values({ id: "x-1", at: later }).execute(),
  ],
];

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test.each(mischiefs)("%s", async (_what, expected, tamper) => {
    const { database } = await fresh();
    const { world, ask } = await openHouse(database);
    world.pass(1);
    const granted = { name: "lama", scopes: [], days: 1, now: world.clock() };
    const { id: old } = await addToken(world, granted);
    const { id } = await first(ask);
    world.pass(1);
    await ask(`submissions/${id}/decision`, { revision: 1, verdict: "accepted" });
    world.pass(1);
    await revokeToken(world, old, world.clock());
    await behindItsBack(database, tamper);
    // By itself the chain is whole each time.
    expect(await verifyAudit(database.read, world.vault)).toMatchObject({ kind: "whole" });
    const found = await unrecorded(database.read);
    expect(found.map(({ action }) => action)).toEqual(expected);
    const tokens = await database.read.selectFrom("api_token").select("id").execute();
    const known: readonly (string | null)[] = [id, ...tokens.map((token) => token.id), null];
    expect(found.filter(({ about }) => !known.includes(about))).toEqual([]);
  });

  test("who is erased takes the decision along, and nothing is missed; an emptied record misses the erasure", async () => {
    const { database } = await fresh();
    const { world, ask } = await openHouse(database);
    const { id } = await first(ask);
    await ask(`submissions/${id}/decision`, { revision: 1, verdict: "accepted" });
    await say(world, siti.from, "hapus data");
    await say(world, siti.from, "ya");
    expect(await unrecorded(database.read)).toEqual([]);
    await behindItsBack(database, cut(1));
    const found = await unrecorded(database.read);
    expect(summed(found)).toEqual({ decisions: 0, tokens: 1, erasures: 1 });
    // Of an erasure it says that, not of whom.
    expect(found.find(({ action }) => action === "person.erased")?.about).toBeNull();
  });

  test("what is done while it is looked at is not missed by mistake", async () => {
    const { database } = await fresh();
    const { world, ask } = await openHouse(database);
    const { id } = await first(ask);
    let asked = 0;
    const meanwhile: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        asked += 1;
        await addToken(world, { name: "x", scopes: [], days: 1, now: world.clock() });
        if (asked === 1)
          await ask(`submissions/${id}/decision`, { revision: 1, verdict: "accepted" });
        return result;
      },
    };
    expect(await unrecorded(database.read.withPlugin(meanwhile))).toEqual([]);
    expect(asked).toBeGreaterThan(3);
  });
});

test("after another root key, a restore and an erasure that was done again, nothing is missed", async () => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  const world = openWorld(database, { vault: openVault(shelf.root) });
  await handIn(world, siti);
  await addToken(world, { name: "x", scopes: [], days: 9, now: world.clock() });
  const file = await madeOf(shelf);
  const { id } = await addToken(world, { name: "y", scopes: [], days: 9, now: laterBy(1) });
  await revokeToken(world, id, laterBy(1));
  await say(world, siti.from, "hapus data");
  await say(world, siti.from, "ya");
  const to = Buffer.alloc(32, 7);
  await changeRoot(database, { from: shelf.root, to, now }, () => undefined);
  expect(await unrecorded(database.read)).toEqual([]);
  await database.close();

  const roots = [to, shelf.root] as const;
  const restored = await restoreTo(shelf, file, { roots, now: laterBy(2) });
  expect(restored).toMatchObject({ kind: "restored", erased: 1 });
  expect(await within(shelf, ({ read }) => unrecorded(read))).toEqual([]);
});
