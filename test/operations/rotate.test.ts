/** Another root key: everything opens under the new one, nothing under the old one, and a kill loses nothing. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "../../src/audit/verify.ts";
import { openDatabase } from "../../src/database/open.ts";
import { changeRoot } from "../../src/operations/keys/change-root.ts";
import {
  finishKeyChange,
  nextKeyFile,
  oldKeyFiles,
  readOrMakeKey,
} from "../../src/operations/keys/key-files.ts";
import { type RotateNeeds, rotate } from "../../src/operations/keys/rotate.ts";
import { readIndexKey } from "../../src/vault/index-key-store.ts";
import { checkKey } from "../../src/vault/key-check.ts";
import { openKeyRing } from "../../src/vault/key-ring.ts";
import { openVault } from "../../src/vault/vault.ts";
import { fill } from "../audit/tamper.ts";
import { startChild } from "../database/child.ts";
import { eachDatabase } from "../databases.ts";
import { sources } from "../house/files.ts";
import { budi, deliver, say, siti } from "../whole/person.ts";
import { bytesOf } from "../whole/tables.ts";
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

const quiet = () => undefined;

function rotateOn(shelf: Shelf, more: Partial<RotateNeeds> = {}) {
  return rotate({
    ...{ open: () => openDatabase({ folder: shelf.data }), sqlite: shelf.file, now, tell: quiet },
    key: { file: shelf.keyFile },
    ...more,
  });
}

const keyIn = (keyFile: string) => openKeyRing({ keyFile, databaseExists: true });

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("people go on where they were, are found by what they were found by, and the old key opens nothing", async () => {
    const { database } = await fresh();
    const [from, to, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    await database.grouped((db) => checkKey(db, openVault(from), "a file"));
    const { world, phones } = await talkOn(database, from, { siti, budi });
    const [first, second] = phones;
    if (first === undefined || second === undefined) throw new Error("nobody talked");
    await say(world, second, "hapus data");
    await say(world, second, "ya");
    const wrapped = await database.read.selectFrom("applicant").select("data_key").execute();

    expect(await changeRoot(database, { from, to, now }, quiet)).toBeGreaterThan(3);
    await fill(database, openVault(to, await readIndexKey(database.read, to)), 1);
    await changeRoot(database, { from: to, to: third, now }, quiet);
    const bytes = await bytesOf(database);
    for (const { data_key } of wrapped) expect(bytes.includes(data_key)).toBe(false);
    await expect(changeRoot(database, { from, to, now }, quiet)).rejects.toThrow(
      "under another key",
    );
    await expect(database.grouped((db) => checkKey(db, openVault(from), "a file"))).rejects.toThrow(
      "does not belong",
    );

    const vault = openVault(third, await readIndexKey(database.read, third));
    const audit = database.read.selectFrom("audit").select(["who", "action"]).orderBy("seq");
    expect((await audit.execute()).map(({ who, action }) => `${who} ${action}`)).toEqual([
      "applicant person.erased",
      "operator key.rotated",
      "token:t-1 submission.accepted",
      "operator key.rotated",
    ]);
    expect(await verifyAudit(database.read, vault)).toMatchObject({ kind: "whole" });
    const later = { ...world, vault };
    // Her last message again: known by its hash, and what was said then is opened.
    const again = await deliver(later, first, "", first.sent.at(-1) ?? "");
    expect("says" in again && again.says.at(-1)?.text).toBe(first.heard.at(-1)?.text);
    expect(await deliver(later, second, "", second.sent.at(-1) ?? "")).toMatchObject({
      kind: "says",
    });
    await say(later, first, "sampai mana");
    expect(first.heard.at(-1)?.text).toMatch(/LD-\w{4}-\w{2}/);
    const applicants = await database.read.selectFrom("applicant").select("id").execute();
    expect(applicants).toHaveLength(1);
  });
});

test("the new key is in the file, the old one beside it, and a backup of before can be put back", async () => {
  const shelf = await newShelf();
  await within(shelf, (database) => talkOn(database, shelf.root, { siti }));
  const backup = await madeOf(shelf);
  const then = await rowsIn(shelf, "applicant", "audit", "contact", "key_check", "outbox");
  expect(await rotateOn(shelf)).toMatchObject({ kind: "changed", keyFile: shelf.keyFile });
  const [old = ""] = oldKeyFiles(shelf.keyFile);
  expect(keyIn(old)).toEqual(shelf.root);
  const root = keyIn(shelf.keyFile);
  expect(root).not.toEqual(shelf.root);
  expect(await restoreTo(shelf, backup, { roots: [root] })).toEqual({ kind: "other-key" });
  expect(await restoreTo(shelf, backup, { roots: [root, keyIn(old)] })).toMatchObject({
    kind: "restored",
    erased: 0,
  });
  expect(await rowsIn(shelf, "applicant", "audit", "contact", "key_check", "outbox")).toEqual(then);
  await within(shelf, async (database) => {
    await database.grouped((db) => checkKey(db, openVault(root), "a file"));
    await talkOn(database, root, { budi });
  });
});

test("killed while it seals, all is under the old key; the next try uses the key that was made", async () => {
  const shelf = await newShelf();
  await within(shelf, (database) => talkOn(database, shelf.root, { siti }));
  const then = await rowsIn(shelf);
  for (let time = 0; time < 3; time += 1) {
    const url = new URL("./operating-child.ts", import.meta.url);
    const child = startChild(url, { ...shelf, folder: shelf.folder }, "rotate", "rows");
    await child.says("at rows");
    await child.kill();
    expect(await rowsIn(shelf)).toEqual(then);
    expect(keyIn(shelf.keyFile)).toEqual(shelf.root);
  }
  const made = readFileSync(nextKeyFile(shelf.keyFile), "utf8");
  expect(await rotateOn(shelf)).toMatchObject({ kind: "changed" });
  expect(readFileSync(shelf.keyFile, "utf8")).toBe(made);
  expect(existsSync(nextKeyFile(shelf.keyFile))).toBe(false);
});

test.each([
  ["the next start", "start"],
  ["another try", "rotate"],
])("killed before the file is changed, %s ends it", async (_who, who) => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  await talkOn(database, shelf.root, { siti });
  expect(await finishKeyChange(database.read, shelf.keyFile)).toBe(false);
  const to = readOrMakeKey(nextKeyFile(shelf.keyFile));
  expect(await finishKeyChange(database.read, shelf.keyFile)).toBe(false);
  await changeRoot(database, { from: shelf.root, to, now }, quiet);
  if (who === "start") expect(await finishKeyChange(database.read, shelf.keyFile)).toBe(true);
  await database.close();
  if (who === "rotate") expect(await rotateOn(shelf)).toMatchObject({ kind: "changed", values: 0 });
  expect(keyIn(shelf.keyFile)).toEqual(to);
  expect(oldKeyFiles(shelf.keyFile).map(keyIn)).toEqual([shelf.root]);
});

test("while a program has the data open nothing is changed", async () => {
  const shelf = await newShelf();
  const database = await openShelf(shelf);
  expect(await rotateOn(shelf)).toEqual({ kind: "running" });
  await database.close();
  expect(existsSync(nextKeyFile(shelf.keyFile))).toBe(false);
});

test("a key that is not this database's changes nothing", async () => {
  const shelf = await newShelf();
  rmSync(shelf.keyFile);
  readOrMakeKey(shelf.keyFile);
  expect(await rotateOn(shelf)).toEqual({ kind: "other-key" });
});

test("a key that is given as a setting goes into the file that was named", async () => {
  const shelf = await newShelf();
  const to = join(shelf.folder, "new.key");
  const key = { given: shelf.root, to };
  const changed = { kind: "changed", keyFile: to, old: undefined };
  expect(await rotateOn(shelf, { key })).toMatchObject(changed);
  // Called once more, it sees that it is done.
  expect(await rotateOn(shelf, { key, now: laterBy(1) })).toMatchObject({ ...changed, values: 0 });
});

test("whoever seals under the root key is known to the change of it", () => {
  const known = [
    ...["src/inbox/contact.ts", "src/outbox/deliver.ts", "src/outbox/say.ts"],
    "src/staff/secrets.ts",
  ];
  const seals = sources
    .filter(({ path, text }) => !path.startsWith("src/vault/") && text.includes(".rootKey"))
    .map(({ path }) => path);
  expect(seals).toEqual(known);
});
