/** Backups come by themselves, one an hour, in a thread of their own; a failing one is said and stops nothing. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listBackups } from "../../src/operations/backup/backups.ts";
import { backUpHourly } from "../../src/operations/backup/hourly.ts";
import { backupKey } from "../../src/vault/backup-key.ts";
import { chainKeyOf } from "../../src/vault/chain.ts";
import { deriveKey } from "../../src/vault/key-ring.ts";
import { openVault } from "../../src/vault/vault.ts";
import { behindItsBack, fill } from "../audit/tamper.ts";
import { addSubmission } from "../database/people.ts";
import { laterBy, newShelf, openShelf, type Shelf } from "./shelf.ts";

function hourlyOn({ file, backups, root }: Shelf, newest = 48, hours = 0) {
  const events: string[] = [];
  let time = laterBy(hours);
  const note = (fields: object) => void events.push("event" in fields ? String(fields.event) : "");
  const hourly = backUpHourly({
    ...{ file, folder: backups, backup: backupKey(root), keep: { newest, days: 30 } },
    chainKey: chainKeyOf(deriveKey(root, "index")),
    log: { info: note, error: note },
    clock: () => time,
  });
  onTestFinished(() => hourly.close());
  return {
    hourly,
    events,
    at: (hours: number) => {
      time = laterBy(hours);
      return hourly.look();
    },
  };
}

test("one an hour, counted from the last one and not from the start; people go on meanwhile", async () => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  const { hourly, events, at } = hourlyOn(shelf);
  const underWay = hourly.look();
  await database.grouped((db) => addSubmission(db, "Siti"));
  await underWay;
  await at(0.9);
  expect(events).toEqual(["backup.made"]);
  await at(1);
  expect(events).toEqual(["backup.made", "backup.made"]);
  await hourly.close();
  const again = hourlyOn(shelf, 48, 1.5);
  await again.at(1.5);
  expect(again.events).toEqual([]);
  expect(listBackups(shelf.backups)).toHaveLength(2);
});

test("a clock that was set back makes another one", async () => {
  const shelf = await newShelf();
  const { events, at } = hourlyOn(shelf);
  await at(0);
  await at(-24);
  expect(events).toEqual(["backup.made", "backup.made"]);
});

test("what fails is said, and tried again", async () => {
  const shelf = await newShelf();
  writeFileSync(shelf.backups, "a file where the folder should be");
  const { events, at } = hourlyOn(shelf);
  await at(0);
  await at(0);
  expect(events.length).toBeGreaterThanOrEqual(2);
  expect(new Set(events)).toEqual(new Set(["backup.failed"]));
});

test("a record of what was done that somebody cut off at its end is said, at every backup", async () => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  await fill(database, openVault(shelf.root), 3);
  const { events, at } = hourlyOn(shelf);
  await at(0);
  expect(events).toEqual(["backup.made"]);
  await behindItsBack(database, (db) => db.deleteFrom("audit").where("seq", "=", 3).execute());
  await at(1);
  // Also when as much was recorded again.
  await fill(database, openVault(shelf.root), 1);
  await at(2);
  expect(events.slice(1)).toEqual(["backup.made", "audit.broken", "backup.made", "audit.broken"]);
});

test("with none to keep, none is made", async () => {
  const shelf = await newShelf();
  const { hourly, events } = hourlyOn(shelf, 0);
  await hourly.close();
  expect(events).toEqual([]);
  expect(listBackups(join(shelf.folder, "backups"))).toEqual([]);
});
