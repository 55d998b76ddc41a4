/** A value known to us, sealed under the root key: a wrong key is noticed at the start, not at the first person. */
import type { Db } from "../database/open.ts";
import { saidAs } from "../said.ts";
import type { Vault } from "./vault.ts";

/** To be called in a transaction, after the migrations. `source` names where the key came from. */
export async function checkKey(db: Db, vault: Vault, source: string): Promise<void> {
  const sealed = vault.seal(vault.rootKey, place, known);
  await db
    .insertInto("key_check")
    .values({ name: place.row, sealed })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const row = await db
    .selectFrom("key_check")
    .select("sealed")
    .where("name", "=", place.row)
    .executeTakeFirstOrThrow();
  try {
    vault.open(vault.rootKey, place, row.sealed);
  } catch (cause) {
    throw saidAs(
      new Error(
        `the key in ${source} does not belong to this database: put back the one it was made with`,
        { cause },
      ),
      "key-other",
      { where: source },
    );
  }
}

/** Whether the database was made with this key; undefined where it has not met one yet. */
export async function keyFits(db: Db, vault: Vault): Promise<boolean | undefined> {
  const row = await db
    .selectFrom("key_check")
    .select("sealed")
    .where("name", "=", place.row)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  try {
    vault.open(vault.rootKey, place, row.sealed);
    return true;
  } catch {
    return false;
  }
}

/** From now on the database belongs to this key. */
export async function renewKeyCheck(db: Db, vault: Vault): Promise<void> {
  await db
    .updateTable("key_check")
    .set({ sealed: vault.seal(vault.rootKey, place, known) })
    .where("name", "=", place.row)
    .execute();
}

const place = { table: "key_check", row: "root", column: "sealed" };
const known = "the root key of this database";
