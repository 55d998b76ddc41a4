/** What operators read, and what their scripts see, when somebody changed or emptied the record of what was done. */
import { expect, test } from "vitest";
import { addToken } from "../../src/api/tokens.ts";
import { listBackups } from "../../src/operations/backup/backups.ts";
import { openVault } from "../../src/vault/vault.ts";
import { behindItsBack, fill } from "../audit/tamper.ts";
import { lindung } from "../cli/command.ts";
import { laterBy, newShelf, within } from "./shelf.ts";

test("whole, nobody is bothered; broken, the backup is made and put back, and it is said each time", async () => {
  const shelf = await newShelf();
  await within(shelf, (database) => fill(database, openVault(shelf.root), 3));
  expect(lindung(shelf, ["backup"])).toMatchObject({ status: 0 });
  const well = lindung(shelf, ["doctor"]);
  expect(well).toMatchObject({ status: 0 });
  expect(well.stdout).toContain("[ ok ] The record of what was done is whole: 3 rows.");

  await within(shelf, (database) =>
    behindItsBack(database, (db) => db.deleteFrom("audit").where("seq", "=", 2).execute()),
  );
  const made = lindung(shelf, ["backup"]);
  expect(made).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("was read back"),
    stderr: expect.stringContaining("breaks at row 2"),
  });
  const [newest] = listBackups(shelf.backups);
  const restored = lindung(shelf, ["restore", newest?.file ?? ""]);
  expect(restored).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("are in place"),
    stderr: expect.stringContaining("breaks at row 2"),
  });
  const ill = lindung(shelf, ["doctor"]);
  expect(ill).toMatchObject({ status: 1 });
  expect(ill.stdout).toContain("[BAD ] The record of what was done breaks at row 2:");
});

test("emptied where there is no backup, it is said in both languages, with what is missing, and what to do", async () => {
  const shelf = await newShelf();
  const add = ["token", "add", "--name", "kantor", "--scope", "submissions:read"];
  for (let count = 0; count < 22; count += 1)
    await within(shelf, (database) =>
      addToken({ database, vault: openVault(shelf.root) }, { ...granted, now: laterBy(count) }),
    );
  const { stderr: added } = lindung(shelf, add);
  const [id = ""] = /t-[0-9a-f-]{36}/.exec(added) ?? [];
  expect(lindung(shelf, ["token", "revoke", id])).toMatchObject({ status: 0 });
  expect(lindung(shelf, ["audit", "verify"])).toMatchObject({ status: 0 });

  await within(shelf, (database) =>
    behindItsBack(database, (db) => db.deleteFrom("audit").where("seq", ">", 22).execute()),
  );
  const cut = lindung(shelf, ["audit", "verify"]);
  expect(cut).toMatchObject({ status: 1, stdout: "" });
  expect(cut.stderr).toContain(`token.added  ${id}\n`);
  expect(cut.stderr).toContain(`token.revoked  ${id}\n`);
  expect(cut.stderr).toContain(
    "0 decisions, 2 tokens given or revoked, 0 erasures. The record was",
  );

  await within(shelf, (database) =>
    behindItsBack(database, (db) => db.deleteFrom("audit").execute()),
  );
  const emptied = lindung(shelf, ["audit", "verify"]);
  expect(emptied).toMatchObject({ status: 1, stdout: "" });
  expect(emptied.stderr.match(/token\.added/g)).toHaveLength(20);
  expect(emptied.stderr).toContain("24 tokens given or revoked, 0 erasures; the oldest are above.");
  const ill = lindung(shelf, ["doctor"]);
  expect(ill).toMatchObject({ status: 1 });
  expect(ill.stdout).toContain("[BAD ] The record of what was done is whole by itself, but these");
  const sakit = lindung(shelf, ["audit", "verify"], { LANG: "id_ID.UTF-8" });
  expect(sakit.stderr).toContain("Tidak tercatat, padahal ada di data: 0 keputusan, 24 token");
  expect(lindung(shelf, ["doctor"], { LANG: "id_ID.UTF-8" }).stdout).toContain(
    "[BURUK ] Rantai catatan utuh, tetapi ini ada di data tanpa tercatat: 0 keputusan, 24 token",
  );
});

const granted = { name: "lama", scopes: [], days: 1 };
