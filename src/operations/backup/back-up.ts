/**
 * A BACKUP IS MADE. A consistent copy of the SQLite database while the program goes on; the copy is looked through,
 * sealed, written, read back, and only then gets its name: what is called a backup can be restored. The source of
 * the way: https://sqlite.org/backup.html. Knows the root key only by what is derived from it. Where the audit's chain
 * is broken the backup is made all the same, since the data come first, and that is told.
 */
import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Verified } from "../../audit/verify.ts";
import { isBusy, isDamaged, isFull } from "../../database/faults.ts";
import { type Inspection, inspectFile } from "../../database/inspect.ts";
import { lookInto } from "../../database/look-into.ts";
import type { Db } from "../../database/open.ts";
import { copyFile } from "../../database/sqlite.ts";
import type { BackupKey } from "../../vault/backup-key.ts";
import { chainingUnder } from "../../vault/chain.ts";
import { openSealedFile, sealFile } from "../../vault/seal-file.ts";
import { printAbout } from "./about.ts";
import { backupName, type Keep, keepFolder, pruneBackups } from "./backups.ts";
import { freeBytes, isOutOfRoom, partName, sweepParts } from "./parts.ts";
import { lastSeen, type Seen, verifyFrom } from "./seen.ts";
import { dropAside } from "./swap.ts";

/** `total` in bytes, 0 where a step has no measure. */
export type Tell = (step: "copy" | "look" | "seal" | "check", done: number, total: number) => void;

export type BackUpNeeds = {
  /** The SQLite database. */
  readonly file: string;
  /** Where backups are kept; made when it is not there. */
  readonly folder: string;
  readonly backup: BackupKey;
  /** The key of the audit's chain; asked for with the copy in hand, in which it may be found. */
  readonly chainKey: (copy: Db) => Promise<Buffer>;
  readonly keep: Keep;
  readonly now: Date;
  readonly tell?: Tell;
};

export type BackedUp =
  | {
      readonly kind: "made";
      readonly file: string;
      readonly bytes: number;
      /** In all tables. */
      readonly rows: number;
      /** How many old ones had their time. */
      readonly removed: number;
      /** Of the copy, going on from the backup before; undefined for a database of before there was an audit. */
      readonly audit: Verified | undefined;
    }
  /** In `data` the copy is made, in `backups` the backup. */
  | {
      readonly kind: "no-room";
      readonly place: "data" | "backups";
      readonly folder: string;
      readonly needed: number;
    }
  /** Another program keeps everybody out; a later try may succeed. */
  | { readonly kind: "busy" }
  /** The database itself is damaged; nothing was written over. */
  | { readonly kind: "damaged"; readonly faults: readonly string[] };

/** Makes one backup and removes those that had their time. Throws what the system says beyond the kinds above. */
export async function backUp(needs: BackUpNeeds): Promise<BackedUp> {
  const data = dirname(needs.file);
  mkdirSync(needs.folder, { recursive: true, mode: 0o700 });
  for (const folder of [data, needs.folder]) sweepParts(folder);
  const copy = partName(data, "copy");
  const part = partName(needs.folder, "backup");
  const { size } = statSync(needs.file);
  const tight = withoutRoom([data, needs.folder], size);
  const noRoom = (folder: string): BackedUp => {
    const place = folder === data ? "data" : "backups";
    return { kind: "no-room", place, folder, needed: size };
  };
  if (tight !== undefined) return noRoom(tight);
  try {
    return await written(needs, copy, part);
  } catch (error) {
    // The copy is SQLite's work, the sealed file is ours.
    if (isOutOfRoom(error)) return noRoom(isFull(error) ? data : needs.folder);
    if (isBusy(error)) return { kind: "busy" };
    if (isDamaged(error)) return { kind: "damaged", faults: [String(error)] };
    throw error;
  } finally {
    for (const file of [copy, `${copy}-journal`, `${copy}-wal`, `${copy}-shm`, part])
      rmSync(file, { force: true });
  }
}

async function written(needs: BackUpNeeds, copy: string, part: string): Promise<BackedUp> {
  const { file, folder, backup, keep, now, tell = () => undefined } = needs;
  // Before the copy is taken: another backup may be made beside this one.
  const seen = lastSeen(folder, backup);
  tell("copy", 0, 0);
  await copyFile(file, copy, waitMs);
  tell("look", 0, 0);
  const found = inspectFile(copy);
  if (!found.isWhole) return { kind: "damaged", faults: found.faults };

  const audit = await auditIn(needs, copy, found, seen);
  const { size } = statSync(copy);
  const about = printAbout({
    ...{ madeAt: now, schema: found.schema, bytes: size, rows: found.rows },
    audit: audit?.kind === "whole" ? audit.head : undefined,
  });
  sealFile(backup, about, copy, part, (bytes) => tell("seal", bytes, size));
  let checked = 0;
  const opened = openSealedFile(backup, part, undefined, (bytes) => {
    checked += bytes;
    tell("check", checked, size);
  });
  // The disk did not keep what was written to it.
  if (!("about" in opened)) throw new Error(`what was written to ${folder} cannot be read back`);

  const made = join(folder, backupName(now));
  const longAgo = new Date(now.getTime() - keep.days * 24 * 3_600_000);
  const { size: bytes } = statSync(part);
  renameSync(part, made);
  keepFolder(folder);
  return {
    kind: "made",
    file: made,
    bytes,
    rows: Object.values(found.rows).reduce((sum, count) => sum + count, 0),
    removed: pruneBackups(folder, keep, now) + dropAside(dirname(file), longAgo),
    audit,
  };
}

function auditIn(
  { chainKey }: BackUpNeeds,
  copy: string,
  { rows }: Extract<Inspection, { isWhole: true }>,
  seen: Seen | undefined,
): Promise<Verified> | undefined {
  if (rows["audit"] === undefined) return undefined;
  return lookInto(copy, async (db) => verifyFrom(db, chainingUnder(await chainKey(db)), seen));
}

/** How long another program may keep the database locked. */
const waitMs = 5_000;

/**
 * A backup must not be what fills the disk under the running program: the copy and the sealed file have to fit in
 * beside each other, with a tenth to spare.
 */
function withoutRoom(folders: readonly string[], bytes: number): string | undefined {
  return folders.find((folder) => freeBytes(folder) < bytes * folders.length * 1.1);
}
