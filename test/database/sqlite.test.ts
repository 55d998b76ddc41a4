import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { type RawBuilder, sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { isBroken, isBusy, isFull } from "../../src/database/faults.ts";
import type { Db } from "../../src/database/open.ts";
import { openFile } from "../../src/database/sqlite.ts";
import { eachDatabase, openForTest } from "../databases.ts";
import { addContact, contactIds } from "./people.ts";

const [{ fresh }] = eachDatabase;

test.each([
  ["journal_mode", "wal"],
  ["synchronous", 2],
  ["busy_timeout", 800],
  ["foreign_keys", 1],
  ["trusted_schema", 0],
  ["secure_delete", 1],
  ["cell_size_check", 1],
  ["temp_store", 2],
])("every connection has %s at %s", async (name, expected) => {
  const { database } = await fresh();
  const setting = async (db: Db) => {
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db);
    return Object.values(rows[0] ?? {})[0];
  };
  expect([await database.grouped(setting), await setting(database.read)]).toEqual([
    expected,
    expected,
  ]);
});

test("a file whose settings do not take is refused, with the setting's name", async () => {
  const { folder } = await eachDatabase[0].bare();
  const file = join(folder, "other.db");
  new Sqlite(file).exec("create table t (a)").close();
  // Opened for reading alone, the journal's mode stays what it is.
  expect(() => openFile(file, { readonly: true, busyMs: 100 })).toThrow(/journal_mode|readonly/);
});

test("the folder and its files are for their owner alone", async () => {
  const { folder } = await eachDatabase[0].bare();
  const inner = join(folder, "data");
  const database = await openForTest({ folder: inner });
  await database.grouped((db) => sql`create table t (a text) strict`.execute(db));
  const modes = [inner, ...readdirSync(inner).map((name) => join(inner, name))].map(
    (path) => statSync(path).mode & 0o777,
  );
  expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
});

test("a transaction takes the lock before it reads: it never fails half-way", async () => {
  const { database, where } = await fresh();
  const other = await openForTest({ ...where, busyMs: 20 });
  await database.grouped(async (db) => {
    await contactIds(db);
    await expect(other.grouped((db) => addContact(db, "Budi"))).rejects.toSatisfy(isBusy);
    await addContact(db, "Siti");
  });
  expect(await contactIds(other.read)).toHaveLength(1);
});

test("while another program holds the lock work is refused as busy, reading goes on, and later all is well", async () => {
  const { database, where } = await fresh();
  await database.close();
  const mine = await openForTest({ ...where, busyMs: 50 });
  const siti = await mine.grouped((db) => addContact(db, "Siti"));
  const other = new Sqlite(join(where.folder, "lindung.db"));
  onTestFinished(() => void other.close());
  other.exec("begin immediate");
  await expect(mine.grouped((db) => addContact(db, "Budi"))).rejects.toSatisfy(isBusy);
  expect(await contactIds(mine.read)).toEqual([siti]);
  other.exec("rollback");
  await mine.grouped((db) => addContact(db, "Budi"));
  expect(await contactIds(mine.read)).toHaveLength(2);
});

test("on a full disk nothing acknowledged is lost, and work goes on when there is room", async () => {
  const { database } = await fresh();
  const pages = async (setting: RawBuilder<unknown>) =>
    database.grouped((db) => setting.execute(db));
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.read);
  await pages(sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 8}`));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 600 }, (_, at) =>
      database.grouped((db) => addContact(db, `contact ${at}`)),
    ),
  );
  const kept = outcomes.flatMap((outcome) =>
    outcome.status === "fulfilled" ? [outcome.value] : [],
  );
  const errors = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason] : [],
  );
  expect(kept.length).toBeGreaterThan(0);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.every((error) => isFull(error) && !isBroken(error))).toBe(true);
  expect(await contactIds(database.read)).toEqual(kept.sort());
  await pages(sql`pragma max_page_count = 100000`);
  await database.grouped((db) => addContact(db, "room again"));
  expect((await contactIds(database.read)).length).toBe(kept.length + 1);
});

test("what was deleted leaves no trace in the files after a checkpoint", async () => {
  const { database, where } = await fresh();
  const marker = "marker of Siti";
  const traces = () =>
    readdirSync(where.folder).filter((name) =>
      readFileSync(join(where.folder, name)).includes(marker),
    );
  await database.grouped(async (db) => {
    for (let at = 0; at < 200; at += 1) await addContact(db, `contact ${at}`);
    await db.updateTable("contact").set({ account: marker }).execute();
  });
  expect(traces()).not.toEqual([]);
  await database.grouped((db) => db.deleteFrom("contact").execute());
  await database.checkpoint();
  expect(traces()).toEqual([]);
});

test("a checkpoint that somebody's reading prevents says so", async () => {
  const { database, where } = await fresh();
  await database.close();
  const mine = await openForTest({ ...where, busyMs: 50 });
  const reader = new Sqlite(join(where.folder, "lindung.db"));
  onTestFinished(() => void reader.close());
  reader.exec("begin");
  reader.prepare("select * from contact").all();
  await mine.grouped((db) => addContact(db, "Siti"));
  await expect(mine.checkpoint()).rejects.toSatisfy(isBusy);
});

test("a copy made while work goes on is whole", async () => {
  const { database, where } = await fresh();
  if (database.kind !== "sqlite") throw new Error("not SQLite");
  const before = await database.grouped((db) => addContact(db, "before"));
  const folder = join(where.folder, "copy");
  mkdirSync(folder);
  const [, ...written] = await Promise.all([
    database.copyTo(join(folder, "lindung.db")),
    ...Array.from({ length: 300 }, (_, at) =>
      database.grouped((db) => addContact(db, `contact ${at}`)),
    ),
  ]);
  const copy = await openForTest({ folder });
  const { rows } = await sql`pragma integrity_check`.execute(copy.read);
  const inCopy = await contactIds(copy.read);
  expect([rows, inCopy.includes(before), written.length]).toEqual([
    [{ integrity_check: "ok" }],
    true,
    300,
  ]);
  expect(statSync(join(folder, "lindung.db")).mode & 0o777).toBe(0o600);
});
