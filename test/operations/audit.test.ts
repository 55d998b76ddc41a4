/** What was done stays told: backups carry the chain and its end, and what is put back says that it was. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Head, headOf, verifyAudit } from "../../src/audit/verify.ts";
import type { Db } from "../../src/database/open.ts";
import { parseAbout } from "../../src/operations/backup/about.ts";
import { backupName } from "../../src/operations/backup/backups.ts";
import { lastSeen } from "../../src/operations/backup/seen.ts";
import { noteHead } from "../../src/operations/note-head.ts";
import { backupKey } from "../../src/vault/backup-key.ts";
import { openAbout, sealFile } from "../../src/vault/seal-file.ts";
import { openVault } from "../../src/vault/vault.ts";
import { behindItsBack, fill } from "../audit/tamper.ts";
import { newHome } from "../whole/home.ts";
import { budi, say, siti } from "../whole/person.ts";
import { startProgram } from "../whole/program.ts";
import {
  backUpOf,
  laterBy,
  madeOf,
  newShelf,
  now,
  openShelf,
  restoreTo,
  type Shelf,
  talkOn,
  within,
} from "./shelf.ts";

/** So many deeds were recorded. */
async function shelfOf(deeds: number): Promise<Shelf> {
  const shelf = await newShelf();
  await within(shelf, (database) => fill(database, openVault(shelf.root), deeds));
  return shelf;
}

const headNow = (shelf: Shelf) => within(shelf, ({ read }) => headOf(read));

function noted(shelf: Shelf, file: string): Head | undefined {
  const opened = openAbout(backupKey(shelf.root), file);
  return "about" in opened ? parseAbout(opened.about)?.audit : undefined;
}

const tamper = (shelf: Shelf, by: (db: Db) => Promise<unknown>) =>
  within(shelf, (database) => behindItsBack(database, by));

const changeRow = (db: Db) =>
  db.updateTable("audit").set({ who: "nobody" }).where("seq", "=", 2).execute();
const cutAfter = (seq: number) => (db: Db) =>
  db.deleteFrom("audit").where("seq", ">", seq).execute();

const recorded = (shelf: Shelf) =>
  within(shelf, ({ read }) =>
    read.selectFrom("audit").select(["who", "action", "detail"]).orderBy("seq").execute(),
  );

const verified = (shelf: Shelf) =>
  within(shelf, ({ read }) => verifyAudit(read, openVault(shelf.root)));

test.each([0, 3])("after %i deeds a backup notes where the record ends", async (deeds) => {
  const shelf = await shelfOf(deeds);
  const head = await headNow(shelf);
  expect(head.seq).toBe(deeds);
  const made = await backUpOf(shelf);
  expect(made).toMatchObject({ kind: "made", audit: { kind: "whole", head } });
  expect(made.kind === "made" && noted(shelf, made.file)).toEqual(head);
  expect(lastSeen(shelf.backups, backupKey(shelf.root))).toEqual({ head, madeAt: now });
});

test("a database of before there was a record is backed up without one", async () => {
  const shelf = await newShelf(1);
  const made = await backUpOf(shelf);
  expect(made).toMatchObject({ kind: "made", audit: undefined });
  expect(made.kind === "made" && noted(shelf, made.file)).toBeUndefined();
});

test("where a row was changed the backup is made all the same, and says so without an end", async () => {
  const shelf = await shelfOf(3);
  await tamper(shelf, changeRow);
  const made = await backUpOf(shelf);
  expect(made).toMatchObject({ kind: "made", audit: { kind: "broken", seq: 2 } });
  expect(made.kind === "made" && noted(shelf, made.file)).toBeUndefined();
});

test("an end that was cut off shows against the last backup that saw it, again and again", async () => {
  const shelf = await shelfOf(3);
  await madeOf(shelf);
  await tamper(shelf, cutAfter(1));
  for (const hours of [1, 2]) {
    expect(await backUpOf(shelf, { now: laterBy(hours) })).toMatchObject({
      kind: "made",
      audit: { kind: "broken", seq: 2 },
    });
  }
});

test("under a key that is not the database's no backup is made", async () => {
  const shelf = await shelfOf(1);
  const other = await newShelf();
  const backing = backUpOf({ ...shelf, root: other.root });
  await expect(backing).rejects.toThrow("the key does not belong to this database");
});

test("what is put back is whole, says that it was put back, and goes on from there", async () => {
  const shelf = await shelfOf(2);
  const file = await madeOf(shelf);
  await within(shelf, (database) => fill(database, openVault(shelf.root), 5));
  await madeOf(shelf, { now: laterBy(1) });
  const head = noted(shelf, file);
  const restored = await restoreTo(shelf, file, { now: laterBy(2) });
  expect(restored).toMatchObject({ kind: "restored", audit: { kind: "whole", head } });
  expect((await recorded(shelf)).slice(2)).toEqual([
    {
      who: "operator",
      action: "backup.restored",
      detail: JSON.stringify({ made: now.toISOString() }),
    },
  ]);
  expect(await verified(shelf)).toMatchObject({ kind: "whole", head: { seq: 3 } });
  // The backup in between saw another end: that one was left behind on purpose.
  expect(await backUpOf(shelf, { now: laterBy(3) })).toMatchObject({ audit: { kind: "whole" } });
});

test("who is erased again is recorded before", async () => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  const { world, phones } = await talkOn(database, shelf.root, { siti, budi });
  const file = await madeOf(shelf);
  for (const phone of phones) {
    await say(world, phone, "hapus data");
    await say(world, phone, "ya");
  }
  await database.close();
  expect(await restoreTo(shelf, file)).toMatchObject({ kind: "restored", erased: 2 });
  expect((await recorded(shelf)).map(({ who, action }) => `${who} ${action}`)).toEqual([
    "operator person.erased",
    "operator person.erased",
    "operator backup.restored",
  ]);
  expect(await verified(shelf)).toMatchObject({ kind: "whole" });
});

test("what was broken in the backup is put back all the same, told and recorded", async () => {
  const shelf = await shelfOf(3);
  await tamper(shelf, changeRow);
  const file = await madeOf(shelf);
  const restored = await restoreTo(shelf, file);
  expect(restored).toMatchObject({ kind: "restored", audit: { kind: "broken", seq: 2 } });
  const [last] = (await recorded(shelf)).slice(-1);
  expect(JSON.parse(last?.detail ?? "")).toEqual({ made: now.toISOString(), broken: 2 });
});

test("a backup of before ends were noted can be read; of others the newest that says so counts", async () => {
  const shelf = await shelfOf(2);
  const file = await madeOf(shelf);
  const key = backupKey(shelf.root);
  const [text, other] = [join(shelf.folder, "text"), await newShelf()];
  writeFileSync(text, "");
  const about = { format: 1, madeAt: now.toISOString(), schema: 3, bytes: 0, rows: {} };
  const put = (hours: number, by: typeof key) =>
    sealFile(
      by,
      JSON.stringify(about),
      text,
      join(shelf.backups, backupName(laterBy(hours))),
      () => undefined,
    );
  put(1, key);
  put(2, backupKey(other.root));
  writeFileSync(join(shelf.backups, backupName(laterBy(3))), "no backup at all");
  expect(parseAbout(JSON.stringify(about))).toMatchObject({ schema: 3 });
  expect(lastSeen(shelf.backups, key)).toEqual({ head: noted(shelf, file), madeAt: now });
  expect(lastSeen(other.backups, key)).toBeUndefined();
});

test("its end is noted in the log at once and again by the clock; a fault is said and stops nothing", async () => {
  const shelf = await shelfOf(2);
  const database = await openShelf(shelf);
  const events: object[] = [];
  const note = (event: object) => void events.push(event);
  const log = { info: note, error: note };
  const noting = noteHead({ read: database.read, log, everyMs: 20 });
  onTestFinished(noting.stop);
  const head = await headOf(database.read);
  await vi.waitFor(() => expect(events.length).toBeGreaterThan(2));
  expect(new Set(events.map((event) => JSON.stringify(event)))).toEqual(
    new Set([JSON.stringify({ event: "audit.head", ...head })]),
  );
  await tamper(shelf, (db) => db.schema.dropTable("audit").execute());
  await vi.waitFor(() => expect(events.at(-1)).toMatchObject({ event: "audit.head-unread" }));
});

test("npm start notes it", async () => {
  const program = await startProgram(await newHome());
  // It says where it is before it is ready to be stopped.
  await fetch(`${program.address}/health/live`);
  const { output } = await program.signal("SIGTERM");
  expect(output).toContain(`"event":"audit.head","seq":0,"hash":"${"0".repeat(64)}"`);
});
