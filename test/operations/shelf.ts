/** A folder as operators have it: a database with people in it, a key beside it, and a folder for backups. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { migrate, migrations } from "../../src/database/migrate.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { type BackUpNeeds, backUp } from "../../src/operations/backup/back-up.ts";
import { type RestoreNeeds, restore } from "../../src/operations/backup/restore.ts";
import { backupKey } from "../../src/vault/backup-key.ts";
import { readChainKey, readIndexKey } from "../../src/vault/index-key-store.ts";
import { checkKey } from "../../src/vault/key-check.ts";
import { openKeyRing } from "../../src/vault/key-ring.ts";
import { openVault } from "../../src/vault/vault.ts";
import { openForTest } from "../databases.ts";
import { answer, type Person, webPhone } from "../whole/person.ts";
import { type Tables, tablesOf } from "../whole/tables.ts";
import { openWorld } from "../world.ts";

export type Shelf = {
  readonly folder: string;
  readonly data: string;
  readonly backups: string;
  readonly keyFile: string;
  /** The SQLite file. */
  readonly file: string;
  readonly root: Buffer;
};

export const now = new Date("2026-11-25T02:00:00.000Z");
export const laterBy = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

/** Tables are there, of the shape after so many steps; nobody is in them. */
export async function newShelf(steps = migrations.length): Promise<Shelf> {
  const folder = await mkdtemp(join(tmpdir(), "lindung-shelf-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const keyFile = join(folder, "root.key");
  const root = openKeyRing({ keyFile, databaseExists: false });
  const data = join(folder, "data");
  const shelf = { folder, data, keyFile, root, backups: join(folder, "backups") };
  const whole = { ...shelf, file: join(data, "lindung.db") };
  await within(whole, async (database) => {
    await migrate(database, now, migrations.slice(0, steps));
    await database.grouped((db) => checkKey(db, openVault(root), keyFile));
  });
  return whole;
}

/** Closed again afterwards, so that the file is all there is. */
export async function within<T>(
  { data }: Pick<Shelf, "data">,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ folder: data });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The people hand in, each from a page of their own. */
export async function talkOn(database: Database, root: Buffer, people: Record<string, Person>) {
  const vault = openVault(root, await readIndexKey(database.read, root));
  const world = openWorld(database, { vault });
  const phones = Object.entries(people).map(([name, person]) => ({
    phone: webPhone(name),
    person,
  }));
  for (const { phone, person } of phones) await answer(world, phone, person);
  return { world, phones: phones.map(({ phone }) => phone) };
}

export function backUpOf(shelf: Shelf, more: Partial<BackUpNeeds> = {}) {
  return backUp({
    ...{ file: shelf.file, folder: shelf.backups, backup: backupKey(shelf.root), now },
    chainKey: (copy) => readChainKey(copy, shelf.root),
    keep: { newest: 48, days: 30 },
    ...more,
  });
}

/** The name of the backup; throws when there is none. */
export async function madeOf(shelf: Shelf, more: Partial<BackUpNeeds> = {}): Promise<string> {
  const made = await backUpOf(shelf, more);
  if (made.kind !== "made") throw new Error(JSON.stringify(made));
  return made.file;
}

export function restoreTo(shelf: Shelf, from: string, more: Partial<RestoreNeeds> = {}) {
  return restore({
    ...{ from, data: shelf.data, backups: shelf.backups, roots: [shelf.root], now: laterBy(1) },
    tell: () => undefined,
    ...more,
  });
}

/** All rows of all tables but of those that may differ. */
export async function rowsIn(shelf: Pick<Shelf, "data">, ...but: string[]): Promise<Tables> {
  const tables = await within(shelf, tablesOf);
  return new Map([...tables].filter(([name]) => !["lease", ...but].includes(name)));
}

export const openShelf = ({ data }: Shelf): Promise<Database> => openForTest({ folder: data });
