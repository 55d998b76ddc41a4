/** A backup is put back whole, or nothing is changed. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { holdLease } from "../../src/database/hold-lease.ts";
import { newId } from "../../src/database/ids.ts";
import { migrations, schemaVersion } from "../../src/database/migrate.ts";
import { erasedSince } from "../../src/operations/backup/erased-since.ts";
import { openKeyRing } from "../../src/vault/key-ring.ts";
import { startChild } from "../database/child.ts";
import { addSubmission, hashOf, sealed } from "../database/people.ts";
import { budi, say, siti } from "../whole/person.ts";
import {
  laterBy,
  madeOf,
  newShelf,
  now,
  openShelf,
  restoreTo,
  rowsIn,
  type Shelf,
  talkOn,
  within,
} from "./shelf.ts";

const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{1,8}$/), { maxLength: 12 });

async function add(shelf: Shelf, ...people: readonly string[]): Promise<void> {
  await within(shelf, (database) =>
    database.grouped(async (db) => {
      for (const name of people) await addSubmission(db, name);
    }),
  );
}

test("whatever is in the tables comes back, and what came later does not", async () => {
  await fc.assert(
    fc.asyncProperty(names, names, async (before, after) => {
      const shelf = await newShelf();
      await add(shelf, ...before.map((name) => `${name}1`));
      const then = await rowsIn(shelf, "audit");
      const file = await madeOf(shelf);
      await add(shelf, ...after.map((name) => `${name}2`));
      const later = await rowsIn(shelf);
      const restored = await restoreTo(shelf, file);
      expect(restored).toMatchObject({ kind: "restored", erased: 0 });
      expect(await rowsIn(shelf, "audit")).toEqual(then);
      const aside = restored.kind === "restored" ? restored.aside : undefined;
      expect(await rowsIn({ data: aside ?? "" })).toEqual(later);
    }),
    { numRuns: 8 },
  );
});

test("into a folder where nothing is", async () => {
  const shelf = await newShelf();
  await add(shelf, "Siti");
  const then = await rowsIn(shelf, "audit");
  const file = await madeOf(shelf);
  const elsewhere = { ...shelf, data: join(shelf.folder, "new", "data") };
  expect(await restoreTo(elsewhere, file)).toMatchObject({ kind: "restored", aside: undefined });
  expect(await rowsIn(elsewhere, "audit")).toEqual(then);
  expect(readdirSync(elsewhere.data)).toEqual(["lindung.db"]);
});

test("while a program holds the lease, or has the data open, nothing is changed", async () => {
  const shelf = await newShelf();
  const file = await madeOf(shelf);
  const database = await openShelf(shelf);
  expect(await restoreTo(shelf, file)).toEqual({ kind: "running" });
  const lease = await holdLease({ database, name: "background", log: { error: () => undefined } });
  // Somebody else's: it was taken by a process that is alive.
  await database.grouped((db) =>
    db.updateTable("lease").set({ holder: "elsewhere/1/x" }).execute(),
  );
  expect(await restoreTo(shelf, file)).toEqual({ kind: "running" });
  await lease?.release();
  await database.grouped((db) => db.deleteFrom("lease").execute());
  await database.close();
  expect(readdirSync(shelf.data)).toEqual(["lindung.db"]);
  expect(await restoreTo(shelf, file)).toMatchObject({ kind: "restored" });
});

test.each([
  ["made with another key", "other-key", (shelf: Shelf) => ({ ...shelf, root: otherRoot(shelf) })],
  ["not a backup", "not-a-backup", (shelf: Shelf) => shelf],
  ["damaged at its end", "damaged", (shelf: Shelf) => shelf],
])("a file that is %s is refused, and nothing is changed", async (_what, kind, by) => {
  const shelf = await newShelf();
  await add(shelf, "Siti");
  const then = await rowsIn(shelf);
  const file = await madeOf(shelf);
  const bytes = readFileSync(file);
  if (kind === "not-a-backup") writeFileSync(file, "SQLite format 3");
  if (kind === "damaged") writeFileSync(file, bytes.subarray(0, -1));
  expect(await restoreTo(by(shelf), file)).toEqual({ kind });
  expect(await rowsIn(shelf)).toEqual(then);
  expect(readdirSync(shelf.data)).toEqual(["lindung.db"]);
});

const otherRoot = ({ folder }: Shelf) =>
  openKeyRing({ keyFile: join(folder, "other.key"), databaseExists: false });

test("where the data can no longer be read they are replaced, and stay aside", async () => {
  const shelf = await newShelf();
  await add(shelf, "Siti");
  const then = await rowsIn(shelf, "audit");
  const file = await madeOf(shelf);
  writeFileSync(shelf.file, "this was a database");
  expect(await restoreTo(shelf, file)).toMatchObject({ kind: "restored", erased: undefined });
  expect(await rowsIn(shelf, "audit")).toEqual(then);
  const [aside = ""] = readdirSync(shelf.data).filter((name) => name.startsWith("replaced-"));
  expect(readFileSync(join(shelf.data, aside, "lindung.db"), "utf8")).toBe("this was a database");
});

test("who was erased after the backup is erased again; who came later is no trouble", async () => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  const { world, phones } = await talkOn(database, shelf.root, { siti, budi });
  const file = await madeOf(shelf);
  const [phone] = phones;
  if (phone === undefined) throw new Error("nobody talked");
  await say(world, phone, "hapus data");
  await say(world, phone, "ya");
  await talkOn(database, shelf.root, { wayan: budi });
  await database.close();
  expect(await restoreTo(shelf, file)).toMatchObject({ kind: "restored", erased: 1 });
  const names = await within(shelf, ({ read }) =>
    read.selectFrom("submission").select("id").execute(),
  );
  expect(names).toHaveLength(1);
});

test("after an older backup a newer one is put back: what was replaced tells who was erased", async () => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  const { world, phones } = await talkOn(database, shelf.root, { siti, budi });
  const older = await madeOf(shelf);
  const [, second, third] = [
    ...phones,
    ...(await talkOn(database, shelf.root, { wayan: budi })).phones,
  ];
  if (second === undefined || third === undefined) throw new Error("nobody talked");
  await say(world, second, "hapus data");
  await say(world, second, "ya");
  const newer = await madeOf(shelf, { now: laterBy(1) });
  await say(world, third, "hapus data");
  await say(world, third, "ya");
  await database.close();
  expect(await restoreTo(shelf, older, { now: laterBy(2) })).toMatchObject({ erased: 1 });
  expect(await restoreTo(shelf, newer, { now: laterBy(3) })).toMatchObject({ erased: 1 });
});

test("where the data are gone, a later backup tells who was erased", async () => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  const { world, phones } = await talkOn(database, shelf.root, { siti, budi });
  const file = await madeOf(shelf);
  const [phone] = phones;
  if (phone === undefined) throw new Error("nobody talked");
  await say(world, phone, "hapus data");
  await say(world, phone, "ya");
  await madeOf(shelf, { now: laterBy(1) });
  await database.close();
  writeFileSync(shelf.file, "this was a database");
  const restored = await restoreTo(shelf, file, { now: laterBy(2) });
  expect(restored).toMatchObject({ kind: "restored", erased: 1 });
});

test.each([
  ["nobody went", ["a", "b"], ["a", "b"], [], [], []],
  ["one went", ["a", "b"], ["b"], [], ["x"], ["a"]],
  ["one came and went as well", ["a"], [], [], ["x", "y"], ["a"]],
  ["one is missing without a note: lost, not erased", ["a"], [], ["x"], ["x"], undefined],
  ["another database, made anew on the same key", ["a", "b"], [], [], [], undefined],
  ["an earlier state", ["a"], ["a", "b"], ["x"], [], undefined],
])("who was erased since: %s", (_why, then, today, notedThen, noted, expected) => {
  const before = { applicants: then, erasures: notedThen };
  expect(erasedSince(before, { applicants: today, erasures: noted })).toEqual(expected);
});

test("a backup of an older shape is brought to this program's", async () => {
  const shelf = await newShelf(1);
  const at = now.toISOString();
  // As the first program wrote them: today's would fill columns that were not there.
  await within(shelf, (database) =>
    database.grouped(async (db) => {
      const siti = sql`${hashOf("Siti")}, ${sealed()}, 3, ${at}, ${at}`;
      await sql`insert into contact (id, channel, account, external_hash, address, says, created_at, seen_at)
        values (${newId("c")}, 'web-chat', 'web', ${siti})`.execute(db);
      await sql`insert into applicant (id, data_key, created_at)
        values (${newId("a")}, ${sealed()}, ${at})`.execute(db);
    }),
  );
  const before = await rowsIn(shelf, "schema_version");
  const file = await madeOf(shelf);
  expect(await restoreTo(shelf, file)).toMatchObject({ kind: "restored" });
  expect(await within(shelf, schemaVersion)).toBe(migrations.length);
  const after = await rowsIn(shelf);
  for (const [table, rows] of before) expect(as(rows, after.get(table))).toEqual(rows);
});

/** The rows with the columns that there were before: a later shape may have more. */
function as(before: readonly string[], after: readonly string[] = []): readonly string[] {
  const columns = Object.keys(JSON.parse(before[0] ?? "{}"));
  return after.map((row) => JSON.stringify(JSON.parse(row), columns)).toSorted();
}

test("a backup of a later shape says which program it needs, and changes nothing", async () => {
  const shelf = await newShelf();
  await within(shelf, (database) =>
    database.grouped((db) =>
      db
        .insertInto("schema_version")
        .values({ version: 99, name: "later", min_program: 99, at: now.toISOString() })
        .execute(),
    ),
  );
  const file = await madeOf(shelf);
  await expect(restoreTo(shelf, file)).rejects.toThrow("update the program");
  expect(readdirSync(shelf.data).filter((name) => name.startsWith("."))).toEqual([]);
});

test.each(["unpack", "prove", "swap"])(
  "killed at the step %s the old data are in place, and the next try succeeds",
  async (step) => {
    const shelf = await newShelf();
    await add(shelf, "Siti");
    const then = await rowsIn(shelf, "audit");
    const file = await madeOf(shelf);
    await add(shelf, "Budi");
    const later = await rowsIn(shelf);
    const url = new URL("./operating-child.ts", import.meta.url);
    const child = startChild(url, { ...shelf }, "restore", step, file);
    onTestFinished(() => child.kill());
    await child.says(`at ${step}`);
    await child.kill();
    expect(await rowsIn(shelf)).toEqual(later);
    expect(await restoreTo(shelf, file)).toMatchObject({ kind: "restored" });
    expect(await rowsIn(shelf, "audit")).toEqual(then);
    expect(readdirSync(shelf.data).filter((name) => name.startsWith("."))).toEqual([]);
  },
);
