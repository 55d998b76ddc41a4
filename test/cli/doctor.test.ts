/** The doctor looks at everything, whatever one look meets; and a backup is found by its name. */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { looked } from "../../src/operations/doctor/remark.ts";
import { madeOf, newShelf } from "../operations/shelf.ts";
import { lindung } from "./command.ts";

test("settings that name a file where a folder must be are bad, each on a line, and the rest is looked at", async () => {
  const shelf = await newShelf();
  writeFileSync(shelf.backups, "a file");
  const { status, stdout, stderr } = lindung({ ...shelf, data: shelf.file }, ["doctor"]);
  expect([status, stderr]).toEqual([1, ""]);
  expect(stdout).toContain(`[BAD ] The setting DATA_DIR: must be a folder, but ${shelf.file} is`);
  expect(stdout).toContain(`[BAD ] The setting BACKUP_DIR: must be a folder, but ${shelf.backups}`);
  expect(stdout).toContain("[ ok ] Flow");
});

test("what cannot be looked at is a remark, not the end", () => {
  const error = new Error("no");
  const look = () => {
    throw error;
  };
  expect(looked("room", look)).toEqual([{ state: "bad", key: "failed.room", error }]);
  expect(looked("room", () => [])).toEqual([]);
});

test("a backup is called by its name alone, and what was revoked since is said", async () => {
  const shelf = await newShelf();
  const name = basename(await madeOf(shelf));
  const ran = lindung(shelf, ["restore", name]);
  expect(ran).toMatchObject({ status: 0, stdout: expect.stringContaining("token list") });
  mkdirSync(`${shelf.folder}/x`);
  const none = lindung(shelf, ["restore", `${shelf.folder}/x`]);
  expect(none).toMatchObject({ status: 1, stderr: expect.stringContaining("is not a file") });
  expect(lindung(shelf, ["restore", "none"]).stderr).toContain("There is no file");
});
