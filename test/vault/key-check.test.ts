import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkKey } from "../../src/vault/key-check.ts";
import { openVault } from "../../src/vault/vault.ts";
import { eachDatabase } from "../databases.ts";

describe.each(eachDatabase)("the key of a $kind database", ({ fresh }) => {
  test("is remembered at the first start and passes at the next ones", async () => {
    const { database } = await fresh();
    const root = randomBytes(32);
    for (const _start of [1, 2, 3]) {
      await database.grouped((db) => checkKey(db, openVault(root), "/keys/root.key"));
    }
    expect(await database.read.selectFrom("key_check").select("name").execute()).toEqual([
      { name: "root" },
    ]);
  });

  test("is refused by name when it is another one, and the right one still passes", async () => {
    const { database } = await fresh();
    const right = openVault(randomBytes(32));
    await database.grouped((db) => checkKey(db, right, "/keys/root.key"));
    await expect(
      database.grouped((db) => checkKey(db, openVault(randomBytes(32)), "/keys/other.key")),
    ).rejects.toThrow("the key in /keys/other.key does not belong to this database");
    await database.grouped((db) => checkKey(db, right, "/keys/root.key"));
  });
});
