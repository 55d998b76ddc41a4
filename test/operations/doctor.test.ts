/** Every fault that an operator can mend is named, and what is well is not complained about. */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { headOf } from "../../src/audit/verify.ts";
import type { Db } from "../../src/database/open.ts";
import { lastSeen } from "../../src/operations/backup/seen.ts";
import { lookAtBackups, lookAtKey, lookAtRoom } from "../../src/operations/doctor/look-around.ts";
import { lookAtData } from "../../src/operations/doctor/look-at-data.ts";
import { probeQueue } from "../../src/validation/probe.ts";
import { backupKey } from "../../src/vault/backup-key.ts";
import { checkKey } from "../../src/vault/key-check.ts";
import { openKeyRing } from "../../src/vault/key-ring.ts";
import { openVault } from "../../src/vault/vault.ts";
import { behindItsBack, fill } from "../audit/tamper.ts";
import { addSubmission, at } from "../database/people.ts";
import { eachDatabase } from "../databases.ts";
import { laterBy, madeOf, newShelf, now, restoreTo, type Shelf, within } from "./shelf.ts";

const keep = { newest: 48, days: 30 };

/** Everything that is not well, as `state key`. */
async function complaints(shelf: Shelf, when = now): Promise<readonly string[]> {
  const { root, remarks } = lookAtKey({ file: shelf.keyFile }, true, shelf.backups);
  const seen = root && lastSeen(shelf.backups, backupKey(root));
  return [
    ...remarks,
    ...(await lookAtData({ where: { folder: shelf.data }, root, seen, now: when })),
    ...lookAtBackups({ folder: shelf.backups, keep, root, dataExist: true, now: when }),
  ]
    .filter(({ state }) => state !== "well")
    .map(({ state, key }) => `${state} ${key}`);
}

type Mischief = (shelf: Shelf, backup: string) => unknown;

const mischiefs: readonly (readonly [string, readonly string[], Mischief])[] = [
  ["nothing is wrong", [], () => undefined],
  ["the key file is gone", ["bad key.missing"], ({ keyFile }) => rmSync(keyFile)],
  ["others can read the key", ["bad key.bad"], ({ keyFile }) => chmodSync(keyFile, 0o644)],
  [
    "the key is another one",
    ["bad key.other", "look backups.other-key"],
    ({ keyFile }) => {
      rmSync(keyFile);
      openKeyRing({ keyFile, databaseExists: false });
    },
  ],
  [
    "a change of key was killed",
    ["look key.half"],
    ({ keyFile }) => openKeyRing({ keyFile: `${keyFile}.next`, databaseExists: false }),
  ],
  [
    "an old key lies about",
    ["look key.old"],
    ({ keyFile }) => openKeyRing({ keyFile: `${keyFile}.old-2026`, databaseExists: false }),
  ],
  [
    "the database is no database",
    ["bad data.damaged"],
    ({ file }) => writeFileSync(file, "this was a database"),
  ],
  [
    "pages of the database are torn",
    ["bad data.damaged"],
    ({ file }) => {
      const bytes = readFileSync(file);
      for (let page = 4096 * 20; page < bytes.length; page += 4096)
        bytes.fill(0x55, page, page + 64);
      writeFileSync(file, bytes);
    },
  ],
  [
    "the database is a folder",
    ["bad data.unreachable"],
    ({ file }) => {
      rmSync(file);
      mkdirSync(file);
    },
  ],
  ["the program is older than the database", ["look data.newer"], (shelf) => addStep(shelf, 99)],
  [
    "a row of the audit was changed",
    ["bad audit.broken"],
    (shelf) =>
      tampered(shelf, (db) => db.updateTable("audit").set({ who: "x" }).where("seq", "=", 2)),
  ],
  [
    "the end of the audit was cut off after the backup",
    ["bad audit.cut"],
    (shelf) => tampered(shelf, (db) => db.deleteFrom("audit").where("seq", ">", 2)),
  ],
  [
    "the end was cut off and written anew by the program",
    ["bad audit.cut"],
    async (shelf) => {
      await tampered(shelf, (db) => db.deleteFrom("audit").where("seq", ">", 2));
      await within(shelf, (database) => fill(database, openVault(shelf.root), 3));
    },
  ],
  [
    "more was recorded since the backup",
    [],
    (shelf) => within(shelf, (database) => fill(database, openVault(shelf.root), 3)),
  ],
  [
    "an older backup was put back: what came later is gone on purpose",
    [],
    async (shelf, backup) => {
      await within(shelf, (database) => fill(database, openVault(shelf.root), 3));
      await madeOf(shelf, { now: laterBy(1) });
      await restoreTo(shelf, backup, { now: laterBy(2) });
      rmSync(join(shelf.data, `replaced-${laterBy(2).getTime()}`), { recursive: true });
    },
  ],
  ["the backup is damaged", ["bad backups.damaged"], (_shelf, file) => cut(file)],
  ["there is no backup", ["look backups.none"], (_shelf, file) => rmSync(file)],
];

function tampered(shelf: Shelf, by: (db: Db) => { readonly execute: () => Promise<unknown> }) {
  return within(shelf, (database) => behindItsBack(database, (db) => by(db).execute()));
}

function cut(file: string): void {
  writeFileSync(file, readFileSync(file).subarray(0, -1));
}

async function addStep(shelf: Shelf, version: number): Promise<void> {
  await within(shelf, (database) =>
    database.grouped((db) =>
      db
        .insertInto("schema_version")
        .values({ version, name: "later", min_program: 1, at })
        .execute(),
    ),
  );
}

test.each(mischiefs)("%s", async (_what, expected, mischief) => {
  const shelf = await newShelf();
  await within(shelf, async (database) => {
    await database.grouped((db) => addSubmission(db, "Siti"));
    await fill(database, openVault(shelf.root), 4);
  });
  const backup = await madeOf(shelf);
  await mischief(shelf, backup);
  expect(await complaints(shelf)).toEqual(expected);
});

test("a backup of yesterday is old, and none by itself is said", async () => {
  const shelf = await newShelf();
  await madeOf(shelf);
  const about = { folder: shelf.backups, root: shelf.root, dataExist: true };
  const keys = (newest: number, hours: number) =>
    lookAtBackups({ ...about, keep: { newest, days: 30 }, now: laterBy(hours) }).map(
      ({ key }) => key,
    );
  expect(keys(48, 25)).toEqual(["backups.well"]);
  expect(keys(48, 26)).toEqual(["backups.old"]);
  expect(keys(0, 1)).toEqual(["backups.off", "backups.well"]);
});

test("before the first start nothing is wrong, and nothing is made", async () => {
  const shelf = await newShelf();
  const file = join(shelf.folder, "none.key");
  expect(lookAtKey({ file }, false, shelf.backups)).toMatchObject({
    root: undefined,
    remarks: [{ key: "key.none" }],
  });
  const about = { folder: join(shelf.folder, "none"), keep, root: undefined, now };
  expect(lookAtBackups({ ...about, dataExist: false })).toEqual([]);
  expect(lookAtKey({ given: shelf.root }, true, shelf.backups).root).toEqual(shelf.root);
});

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("work that waits, and a clock that was set back, are said", async () => {
    const { database, where } = await fresh();
    await database.grouped(async (db) => {
      await addSubmission(db, "Siti");
      const { submission } = await addSubmission(db, "Budi");
      await db
        .updateTable("submission")
        .set({ needs_attention_at: at })
        .where("id", "=", submission)
        .execute();
    });
    const said = async (hours: number) =>
      (await lookAtData({ where, root: undefined, seen: undefined, now: laterBy(hours) }))
        .filter(({ state }) => state !== "well")
        .map(({ key, values }) => [key, values?.["count"]]);
    expect(await said(1)).toEqual([
      ["work.stuck", 1],
      ["work.late", 1],
    ]);
    expect(await said(-1)).toEqual([
      ["clock.behind", undefined],
      ["work.stuck", 1],
    ]);
  });
});

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("the record of what was done is looked at with the key, and against what a backup saw", async () => {
    const { database, where } = await fresh();
    const root = randomBytes(32);
    const vault = openVault(root);
    await database.grouped((db) => checkKey(db, vault, "a file"));
    await fill(database, vault, 3);
    const seen = { head: await headOf(database.read), madeAt: now };
    const look = async () =>
      (await lookAtData({ where, root, seen, now })).filter(({ key }) => key.startsWith("audit."));
    expect(await look()).toEqual([{ state: "well", key: "audit.well", values: { rows: 3 } }]);
    await behindItsBack(database, (db) => db.deleteFrom("audit").where("seq", ">", 1).execute());
    const cut = { state: "bad", key: "audit.cut", values: { rows: 1, seq: 2 } };
    expect(await look()).toEqual([cut]);
    await behindItsBack(database, (db) => db.updateTable("audit").set({ who: "x" }).execute());
    expect(await look()).toEqual([{ state: "bad", key: "audit.broken", values: { seq: 1 } }]);
  });
});

test("room is counted for each disk once", () => {
  const remarks = lookAtRoom(["/", "/"]);
  expect(remarks).toHaveLength(1);
  expect(remarks[0]?.key).toMatch(/^room\./);
});

test("a queue that is not there is away, within seconds", async () => {
  expect(await probeQueue("redis://127.0.0.1:1")).toEqual({ kind: "away" });
});

test("every old key is named, with how many backups need it", async () => {
  const shelf = await newShelf();
  const keyFile = `${shelf.keyFile}.old-2026`;
  const root = openKeyRing({ keyFile, databaseExists: false });
  openKeyRing({ keyFile: `${shelf.keyFile}.old-2025`, databaseExists: false });
  await madeOf(shelf);
  await madeOf(shelf, { now: laterBy(1), backup: backupKey(root) });
  const { remarks } = lookAtKey({ file: shelf.keyFile }, true, shelf.backups);
  expect(remarks.slice(1).map(({ values }) => values)).toEqual([
    { file: keyFile, count: 1 },
    { file: `${shelf.keyFile}.old-2025`, count: 0 },
  ]);
  chmodSync(keyFile, 0o644);
  const again = lookAtKey({ file: shelf.keyFile }, true, shelf.backups);
  expect(again.root).toEqual(shelf.root);
  expect(again.remarks.map(({ key }) => key)).toEqual(["key.well", "key.old-unread", "key.old"]);
});
