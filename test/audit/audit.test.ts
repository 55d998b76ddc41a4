/** Whatever is done to the rows of the audit behind the program's back shows; what is done through it does not. */
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { record } from "../../src/audit/record.ts";
import { headOf, verifyAudit } from "../../src/audit/verify.ts";
import type { Database, Db } from "../../src/database/open.ts";
import { openVault } from "../../src/vault/vault.ts";
import { eachDatabase } from "../databases.ts";
import { behindItsBack, deed, fill } from "./tamper.ts";

const vault = openVault(randomBytes(32));

const filled = (database: Database, count: number) => fill(database, vault, count);

describe.each(eachDatabase)("the audit on $kind", ({ fresh }) => {
  test("an empty one is whole", async () => {
    const { database } = await fresh();
    const head = { seq: 0, hash: "0".repeat(64) };
    expect(await verifyAudit(database.read, vault)).toEqual({ kind: "whole", head });
    expect(await headOf(database.read)).toEqual(head);
  });

  test("its end is read without the whole, and without a key", async () => {
    const { database } = await fresh();
    await filled(database, 3);
    const head = await headOf(database.read);
    expect(head.seq).toBe(3);
    expect(await verifyAudit(database.read, vault)).toEqual({ kind: "whole", head });
  });

  test("pieces of work at the same time make one chain", async () => {
    const { database } = await fresh();
    const all = Array.from({ length: 40 }, (_, at) =>
      database.grouped((db) => record(db, vault, deed(`s-${at}`))),
    );
    await Promise.all(all);
    expect(await verifyAudit(database.read, vault)).toMatchObject({
      kind: "whole",
      head: { seq: 40 },
    });
  });

  test("a deed that is undone leaves no entry", async () => {
    const { database } = await fresh();
    const failing = database.grouped(async (db) => {
      await record(db, vault, deed("s-1"));
      throw new Error("the deed failed");
    });
    await expect(failing).rejects.toThrow("the deed failed");
    expect(await verifyAudit(database.read, vault)).toMatchObject({ head: { seq: 0 } });
  });

  test.each<readonly [string, (db: Db) => Promise<unknown>]>([
    ["changed", (db) => db.updateTable("audit").set({ who: "nobody" }).execute()],
    ["deleted", (db) => db.deleteFrom("audit").execute()],
  ])("no row is %s through the program's own connection", async (_what, deedOf) => {
    const { database } = await fresh();
    await filled(database, 3);
    await expect(database.grouped(deedOf)).rejects.toThrow("audit is append only");
  });

  test.each<readonly [string, number, (db: Db) => Promise<unknown>]>([
    ["who", 4, (db) => change(db, 4, { who: "staff:x" })],
    ["when", 1, (db) => change(db, 1, { at: "2026-11-25T02:00:00.001Z" })],
    ["what", 9, (db) => change(db, 9, { action: "submission.rejected" })],
    ["about whom", 5, (db) => change(db, 5, { about: null })],
    ["a detail", 10, (db) => change(db, 10, { detail: "{}" })],
    ["a row in the middle is gone", 6, (db) => remove(db, 6)],
    ["the first row is gone", 1, (db) => remove(db, 1)],
    [
      "a gap that was closed by counting again",
      6,
      async (db) => {
        await remove(db, 6);
        for (const seq of [7, 8, 9, 10]) await change(db, seq, { seq: seq - 1 });
      },
    ],
    [
      "two rows changed places",
      3,
      async (db) => {
        await change(db, 3, { seq: 99 });
        await change(db, 4, { seq: 3 });
        await change(db, 99, { seq: 4 });
      },
    ],
  ])("found: %s", async (_what, seq, tamper) => {
    const { database } = await fresh();
    await filled(database, 10);
    await behindItsBack(database, tamper);
    expect(await verifyAudit(database.read, vault)).toEqual({ kind: "broken", seq });
  });

  test("a tail that was cut off shows against an end that was seen before", async () => {
    const { database } = await fresh();
    await filled(database, 10);
    const seen = await verifyAudit(database.read, vault);
    if (seen.kind !== "whole") throw new Error("it was whole");
    await behindItsBack(database, (db) => db.deleteFrom("audit").where("seq", ">", 7).execute());
    expect(await verifyAudit(database.read, vault)).toMatchObject({ kind: "whole" });
    expect(await verifyAudit(database.read, vault, seen.head)).toEqual({ kind: "broken", seq: 8 });
    // And so does a new tail in its place.
    await filled(database, 5);
    expect(await verifyAudit(database.read, vault, seen.head)).toMatchObject({ kind: "broken" });
  });

  test("under another key nothing is right", async () => {
    const { database } = await fresh();
    await filled(database, 3);
    const other = openVault(randomBytes(32));
    expect(await verifyAudit(database.read, other)).toEqual({ kind: "broken", seq: 1 });
  });
});

test("of a thousand random changes of a value every one is found", async () => {
  const { database } = await eachDatabase[0].fresh();
  await filled(database, 60);
  const whole = await verifyAudit(database.read, vault);
  if (whole.kind !== "whole") throw new Error("it was whole");
  const column = fc.constantFrom("at", "who", "action", "about", "detail", "hash");
  const property = fc.asyncProperty(
    fc.integer({ min: 1, max: 60 }),
    column,
    fc.integer({ min: 0, max: 500 }),
    async (seq, name, place) => {
      const undo = new Error("undone");
      const found = behindItsBack(database, async (db) => {
        const row = await db
          .selectFrom("audit")
          .selectAll()
          .where("seq", "=", seq)
          .executeTakeFirstOrThrow();
        await change(db, seq, { [name]: changed(row[name as "who"], place) });
        expect(await verifyAudit(db, vault)).toEqual({ kind: "broken", seq });
        throw undo;
      });
      await expect(found).rejects.toBe(undo);
    },
  );
  await fc.assert(property, { numRuns: 1_000 });
  expect(await verifyAudit(database.read, vault)).toEqual(whole);
});

test("of three hundred rows taken away, swapped or cut off at the end every one is found", async () => {
  const { database } = await eachDatabase[0].fresh();
  await filled(database, 60);
  const head = await headOf(database.read);
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 2 });
  const deeds = {
    remove: (db: Db, one: number) => remove(db, one),
    swap: async (db: Db, one: number, other: number) => {
      for (const [seq, to] of [
        [one, 99],
        [other, one],
        [99, other],
      ] as const)
        await change(db, seq, { seq: to });
    },
    cut: (db: Db, one: number) => db.deleteFrom("audit").where("seq", ">=", one).execute(),
  };
  const kinds = fc.constantFrom("remove", "swap", "cut");
  const property = fc.asyncProperty(kinds, rows, async (kind, [one = 0, other = 0]) => {
    const undo = new Error("undone");
    const found = behindItsBack(database, async (db) => {
      await deeds[kind](db, one, other);
      const seq = kind === "swap" ? Math.min(one, other) : one;
      expect(await verifyAudit(db, vault, head)).toEqual({ kind: "broken", seq });
      throw undo;
    });
    await expect(found).rejects.toBe(undo);
  });
  await fc.assert(property, { numRuns: 300 });
  expect(await verifyAudit(database.read, vault, head)).toEqual({ kind: "whole", head });
});

/** One character, or one bit of bytes, is another. */
function changed(value: string | Buffer, place: number): string | Buffer {
  if (typeof value !== "string") {
    const copy = Buffer.from(value);
    copy[place % copy.length] = (copy[place % copy.length] ?? 0) ^ (1 << (place % 8));
    return copy;
  }
  const at = place % value.length;
  return `${value.slice(0, at)}${value[at] === "x" ? "y" : "x"}${value.slice(at + 1)}`;
}

function change(db: Db, seq: number, row: object) {
  return db.updateTable("audit").set(row).where("seq", "=", seq).execute();
}

function remove(db: Db, seq: number) {
  return db.deleteFrom("audit").where("seq", "=", seq).execute();
}
