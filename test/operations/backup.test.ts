/** What is called a backup can be restored, and making one neither stops nor endangers the program. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { pruneBackups } from "../../src/operations/backup/backups.ts";
import { backupKey } from "../../src/vault/backup-key.ts";
import { openSealedFile, sealFile } from "../../src/vault/seal-file.ts";
import { startChild } from "../database/child.ts";
import { addSubmission } from "../database/people.ts";
import { backUpOf, laterBy, madeOf, newShelf, now, openShelf, within } from "./shelf.ts";

const nothing = () => undefined;
const unfinished = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("."));

test("a backup holds no key and no word in the clear, is its owner's alone, and leaves nothing unfinished", async () => {
  const shelf = await newShelf();
  await within(shelf, (database) => database.grouped((db) => addSubmission(db, "Siti")));
  const file = await madeOf(shelf);
  const bytes = readFileSync(file);
  for (const word of ["SQLite", "submission", "LD-Siti"]) expect(bytes.includes(word)).toBe(false);
  for (const key of [shelf.root, backupKey(shelf.root).key])
    expect(bytes.includes(key)).toBe(false);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(shelf.backups)).toHaveLength(1);
  expect(unfinished(shelf.data)).toEqual([]);
});

test("every byte that is changed is noticed, and every end that is cut off", async () => {
  const shelf = await newShelf();
  const key = backupKey(shelf.root);
  const [content, file, damaged] = ["content", "whole", "damaged"].map((name) =>
    join(shelf.folder, name),
  ) as [string, string, string];
  writeFileSync(content, "Siti Aminah, Dusun II RT 3");
  sealFile(key, "about it", content, file, nothing);
  const whole = readFileSync(file);
  const opened = (bytes: Buffer) => {
    writeFileSync(damaged, bytes);
    return openSealedFile(key, damaged, undefined, nothing);
  };
  expect(opened(whole)).toEqual({ about: "about it" });
  const unnoticed = [...whole.keys()].filter((at) => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    return "about" in opened(bytes) || "about" in opened(whole.subarray(0, at));
  });
  expect(unnoticed).toEqual([]);
  expect(opened(Buffer.concat([whole, Buffer.from([0])]))).toEqual({ fault: "damaged" });
});

test("a backup of many pieces: one taken away, doubled or moved is noticed", async () => {
  const shelf = await newShelf();
  await within(shelf, async (database) => {
    await database.grouped(async (db) => {
      for (let number = 0; number < 1500; number += 1) await addSubmission(db, `${number}`);
    });
  });
  const whole = readFileSync(await madeOf(shelf));
  const pieces: Buffer[] = [];
  for (let at = 57; at < whole.length; ) {
    const length = 20 + whole.readUInt32BE(at);
    pieces.push(whole.subarray(at, at + length));
    at += length;
  }
  expect(pieces.length).toBeGreaterThan(3);
  const [about, first, second, ...others] = pieces;
  const damaged = join(shelf.folder, "damaged.backup");
  const opened = (parts: readonly (Buffer | undefined)[]) => {
    const present = parts.flatMap((part) => part ?? []);
    writeFileSync(damaged, Buffer.concat([whole.subarray(0, 57), ...present]));
    return openSealedFile(backupKey(shelf.root), damaged, undefined, nothing);
  };
  expect(opened([about, first, second, ...others])).toHaveProperty("about");
  for (const parts of [
    [about, second, ...others],
    [about, first, first, second, ...others],
    [about, second, first, ...others],
    [first, second, ...others],
    [about, first],
    [],
  ])
    expect(opened(parts)).toEqual({ fault: "damaged" });
});

test("what others write meanwhile waits for nobody and is wholly in it or not at all", async () => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  let isWriting = true;
  let written = 0;
  const writing = (async () => {
    for (; isWriting; written += 1)
      await database.grouped((db) => addSubmission(db, `Budi${written}`));
  })();
  const rows: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const made = await backUpOf(shelf, { now: laterBy(time) });
    if (made.kind === "made") rows.push(made.rows);
  }
  isWriting = false;
  await writing;
  expect(rows).toHaveLength(5);
  expect(written).toBeGreaterThan(5);
  expect(rows.toSorted((one, other) => one - other)).toEqual(rows);
});

test("a database that somebody locks out all others from is told as such, and works once it is free", async () => {
  const shelf = await newShelf();
  const locker = new Sqlite(shelf.file);
  onTestFinished(() => void locker.close());
  locker.pragma("locking_mode = exclusive");
  locker.exec("begin exclusive");
  expect(await backUpOf(shelf)).toEqual({ kind: "busy" });
  expect(unfinished(shelf.data)).toEqual([]);
  locker.exec("rollback");
  locker.close();
  expect(await backUpOf(shelf)).toMatchObject({ kind: "made" });
});

test("a writer's lock is no hindrance", async () => {
  const shelf = await newShelf();
  const writer = new Sqlite(shelf.file);
  onTestFinished(() => void writer.close());
  writer.exec("begin immediate");
  expect(await backUpOf(shelf)).toMatchObject({ kind: "made" });
});

test("a damaged database makes no backup, and the older ones stay", async () => {
  const shelf = await newShelf();
  await within(shelf, (database) =>
    database.grouped(async (db) => {
      for (let number = 0; number < 50; number += 1) await addSubmission(db, `${number}`);
    }),
  );
  const before = await madeOf(shelf);
  const bytes = readFileSync(shelf.file);
  // The root page of some table, after the first.
  for (let at = 4096 * 3; at < bytes.length; at += 4096 * 5) bytes.fill(0x55, at, at + 64);
  writeFileSync(shelf.file, bytes);
  expect(await backUpOf(shelf, { now: laterBy(1) })).toMatchObject({ kind: "damaged" });
  expect(readdirSync(shelf.backups).map((name) => join(shelf.backups, name))).toEqual([before]);
});

test("a full disk is told, the half file is gone, the data are whole, and with room it works again", async () => {
  const shelf = await newShelf();
  await within(shelf, (database) =>
    database.grouped(async (db) => {
      for (let number = 0; number < 300; number += 1) await addSubmission(db, `${number}`);
    }),
  );
  // The most a file of that process may grow to, in blocks of 512 bytes: the copy fits, the backup does not.
  const size = statSync(shelf.file).size;
  const child = new URL("./operating-child.ts", import.meta.url).pathname;
  const limited = (blocks: number) =>
    spawnSync(
      "sh",
      [
        ...["-c", `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, "sh", process.execPath],
        ...[child, JSON.stringify(shelf), "backup", "none"],
      ],
      { encoding: "utf8" },
    ).stdout;
  expect(limited(16)).toContain('"kind":"no-room"');
  expect(readdirSync(shelf.backups)).toEqual([]);
  expect(unfinished(shelf.data)).toEqual([]);
  expect(limited(Math.ceil(size / 512) * 4)).toContain('"kind":"made"');
});

test.each(["copy", "look", "seal", "check"])(
  "killed at the step %s it leaves no backup, and the next one tidies up",
  async (step) => {
    const shelf = await newShelf();
    const child = startChild(
      new URL("./operating-child.ts", import.meta.url),
      { ...shelf },
      "backup",
      step,
    );
    await child.says(`at ${step}`);
    await child.kill();
    expect(readdirSync(shelf.backups).filter((name) => name.endsWith(".backup"))).toEqual([]);
    expect(await backUpOf(shelf)).toMatchObject({ kind: "made" });
    expect(readdirSync(shelf.backups)).toHaveLength(1);
    expect(unfinished(shelf.data)).toEqual([]);
  },
);

test("the newest stay, of each older day the last, and none longer than was said", async () => {
  const shelf = await newShelf();
  mkdirSync(shelf.backups);
  const name = (day: string, hour: string) => `lindung-2026-${day}T${hour}-00-00-000Z.backup`;
  const there = [
    name("11-25", "01"),
    name("11-25", "00"),
    name("11-24", "23"),
    name("11-24", "22"),
    name("11-01", "12"),
    name("11-01", "11"),
    name("10-26", "01"),
    name("10-25", "23"),
  ];
  for (const one of [...there, "notes.txt"]) writeFileSync(join(shelf.backups, one), "");
  expect(pruneBackups(shelf.backups, { newest: 2, days: 30 }, now)).toBe(4);
  expect(readdirSync(shelf.backups).sort()).toEqual(
    [there[0], there[1], there[2], there[4], "notes.txt"].sort(),
  );
  expect(existsSync(join(shelf.backups, "notes.txt"))).toBe(true);
});
