/** What operators read, and what their scripts see, when somebody changed the record of what was done. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listBackups } from "../../src/operations/backup/backups.ts";
import { openVault } from "../../src/vault/vault.ts";
import { behindItsBack, fill } from "../audit/tamper.ts";
import { newShelf, type Shelf, within } from "./shelf.ts";

function lindung({ data, keyFile, backups }: Shelf, ...args: readonly string[]) {
  const settings = { DATA_DIR: data, DATA_KEY_FILE: keyFile, BACKUP_DIR: backups };
  const file = join(import.meta.dirname, "..", "..", "src", "cli.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    encoding: "utf8",
    cwd: "/",
    env: { PATH: process.env["PATH"], LANG: "en_GB.UTF-8", ...settings },
  });
  return { status, stdout, stderr };
}

test("whole, nobody is bothered; broken, the backup is made and put back, and it is said each time", async () => {
  const shelf = await newShelf();
  await within(shelf, (database) => fill(database, openVault(shelf.root), 3));
  expect(lindung(shelf, "backup")).toMatchObject({ status: 0 });
  const well = lindung(shelf, "doctor");
  expect(well).toMatchObject({ status: 0 });
  expect(well.stdout).toContain("[ ok ] The record of what was done is whole: 3 rows.");

  await within(shelf, (database) =>
    behindItsBack(database, (db) => db.deleteFrom("audit").where("seq", "=", 2).execute()),
  );
  const made = lindung(shelf, "backup");
  expect(made).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("was read back"),
    stderr: expect.stringContaining("breaks at row 2"),
  });
  const [newest] = listBackups(shelf.backups);
  const restored = lindung(shelf, "restore", newest?.file ?? "");
  expect(restored).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("are in place"),
    stderr: expect.stringContaining("breaks at row 2"),
  });
  const ill = lindung(shelf, "doctor");
  expect(ill).toMatchObject({ status: 1 });
  expect(ill.stdout).toContain("[BAD ] The record of what was done breaks at row 2:");
});
