/**
 * The key of the hashes by which people are found. Derived from the root at first; once the root has been changed it
 * stays as it was, sealed under the new root: what was hashed cannot be hashed again, because most of it (the ids of
 * messages) is kept nowhere.
 */

import { createSecretKey } from "node:crypto";
import type { Db } from "../database/open.ts";
import { saidAs } from "../said.ts";
import { chainKeyOf } from "./chain.ts";
import { keyFits } from "./key-check.ts";
import { deriveKey } from "./key-ring.ts";
import { openBytes, sealBytes } from "./seal.ts";
import { openVault } from "./vault.ts";

export async function readIndexKey(db: Db, root: Buffer): Promise<Buffer> {
  const row = await db
    .selectFrom("key_check")
    .select("sealed")
    .where("name", "=", place.row)
    .executeTakeFirst();
  return row === undefined
    ? deriveKey(root, "index")
    : openBytes(createSecretKey(deriveKey(root, "root")), place, row.sealed);
}

/** Of the audit in this database. Throws where it belongs to another root: under a wrong key no chain is whole. */
export async function readChainKey(db: Db, root: Buffer): Promise<Buffer> {
  if ((await keyFits(db, openVault(root))) === false) {
    throw saidAs(
      new Error("the key does not belong to this database: put back the one it was made with"),
      "key-other",
      { where: "DATA_KEY, DATA_KEY_FILE" },
    );
  }
  return chainKeyOf(await readIndexKey(db, root));
}

export async function keepIndexKey(db: Db, root: Buffer, index: Buffer): Promise<void> {
  const sealed = sealBytes(createSecretKey(deriveKey(root, "root")), place, index);
  await db
    .insertInto("key_check")
    .values({ name: place.row, sealed })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ sealed }))
    .execute();
}

const place = { table: "key_check", row: "index", column: "sealed" };
