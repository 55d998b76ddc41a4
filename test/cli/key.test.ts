/** `lindung key rotate --to FILE`: what is asked for is done, or refused before anything is changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newShelf, rowsIn, type Shelf } from "../operations/shelf.ts";
import { lindung } from "./command.ts";

const given = ({ root }: Shelf) => ({ DATA_KEY: root.toString("base64"), DATA_KEY_FILE: "" });

test.each<[string, (shelf: Shelf) => string, RegExp, boolean]>([
  [
    "where the key is in a file",
    ({ folder }) => join(folder, "new.key"),
    /--to is for DATA_KEY/,
    false,
  ],
  [
    "inside DATA_DIR",
    ({ data }) => join(data, "new.key"),
    /is inside DATA_DIR or BACKUP_DIR/,
    true,
  ],
  [
    "inside BACKUP_DIR",
    ({ backups }) => {
      mkdirSync(backups);
      return join(backups, "new.key");
    },
    /is inside DATA_DIR or BACKUP_DIR/,
    true,
  ],
  ["in no folder", ({ folder }) => join(folder, "none", "new.key"), /no folder/, true],
  [
    "where a file is",
    ({ folder }) => {
      writeFileSync(join(folder, "letter"), "Dear Siti");
      return join(folder, "letter");
    },
    /is there already/,
    true,
  ],
  ["where a key is", ({ keyFile }) => keyFile, /is there already/, true],
  ["where a folder is", ({ folder }) => folder, /is there already/, true],
])("--to is refused and nothing is changed: %s", async (_where, to, says, isGiven) => {
  const shelf = await newShelf();
  const file = to(shelf);
  const rows = await rowsIn(shelf);
  const files = readdirSync(shelf.folder);
  const key = readFileSync(shelf.keyFile, "utf8");
  // The key beside the one that is given is another program's.
  const ran = lindung(shelf, ["key", "rotate", "--to", file], isGiven ? given(shelf) : {});
  expect(ran).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(says) });
  expect(ran.stderr).not.toMatch(/cannot start|^ +at /m);
  expect(await rowsIn(shelf)).toEqual(rows);
  expect(readdirSync(shelf.folder)).toEqual(files);
  expect(readFileSync(shelf.keyFile, "utf8")).toBe(key);
});

test("with DATA_KEY the new key is in the file that was named", async () => {
  const shelf = await newShelf();
  const to = join(shelf.folder, "new.key");
  expect(lindung(shelf, ["key", "rotate", "--to", to], given(shelf))).toMatchObject({ status: 0 });
  expect(existsSync(to)).toBe(true);
});
