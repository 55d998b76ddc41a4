/**
 * The files of a change of key, beside the key file: `.next` while it is under way, `.old-<time>` afterwards, for the
 * backups of before. The database says which key it belongs to; files follow it.
 */
import { existsSync, linkSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Db } from "../../database/open.ts";
import { readIndexKey } from "../../vault/index-key-store.ts";
import { keyFits } from "../../vault/key-check.ts";
import { openKeyRing } from "../../vault/key-ring.ts";
import { openVault } from "../../vault/vault.ts";
import { keepFolder } from "../backup/backups.ts";

export const nextKeyFile = (keyFile: string): string => `${keyFile}.next`;

/** A key from a file that must be there. */
export function readKeyFile(keyFile: string): Buffer {
  return openKeyRing({ keyFile, databaseExists: true });
}

/** The new key: made now, or by a change that was interrupted. */
export function readOrMakeKey(keyFile: string): Buffer {
  return openKeyRing({ keyFile, databaseExists: false });
}

/**
 * Ends a change of key that was killed after the database had taken the new key and before the file had. To be called
 * before the key file is read. True when there was something to do.
 */
export async function finishKeyChange(db: Db, keyFile: string): Promise<boolean> {
  const next = nextKeyFile(keyFile);
  if (!existsSync(next)) return false;
  if (!(await belongsTo(db, readKeyFile(next)))) return false;
  takeOver(keyFile, new Date());
  return true;
}

/** Whether the database is under this root. */
export async function belongsTo(db: Db, root: Buffer): Promise<boolean> {
  if ((await keyFits(db, openVault(root))) !== true) return false;
  // Throws when the check is right and the key beside it is not: that is damage, no other key.
  await readIndexKey(db, root);
  return true;
}

/** The next key becomes the key, in one step; the old one stays under another name, which is returned. */
export function takeOver(keyFile: string, now: Date): string {
  const old = `${keyFile}${oldMark}${now.toISOString().replace(/[:.]/g, "-")}`;
  // After a kill between the two steps the old key has its new name already.
  if (existsSync(keyFile)) linkSync(keyFile, old);
  renameSync(nextKeyFile(keyFile), keyFile);
  keepFolder(dirname(keyFile));
  return old;
}

/** Keys of before, the last one first. */
export function oldKeyFiles(keyFile: string): readonly string[] {
  const folder = dirname(keyFile);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(keyFile)}${oldMark}`))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

const oldMark = ".old-";
