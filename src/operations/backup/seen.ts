/**
 * Where the audit ended when a backup was made: what is there now must go on from it, or its end was cut off, which the
 * chain by itself does not show.
 */
import { lastAt } from "../../audit/store.ts";
import { type Head, type Verified, verifyAudit } from "../../audit/verify.ts";
import type { Db } from "../../database/open.ts";
import type { BackupKey } from "../../vault/backup-key.ts";
import type { Chaining } from "../../vault/chain.ts";
import { openAbout } from "../../vault/seal-file.ts";
import { parseAbout } from "./about.ts";
import { listBackups } from "./backups.ts";

export type Seen = { readonly head: Head; readonly madeAt: Date };

/**
 * By the newest backup that says so: of a broken chain none does, so that it is told until the last backup of before
 * has had its time. Undefined when there is none under this key.
 */
export function lastSeen(folder: string, backup: BackupKey): Seen | undefined {
  for (const { file, madeAt } of listBackups(folder)) {
    const opened = openAbout(backup, file);
    const head = "about" in opened ? parseAbout(opened.about)?.audit : undefined;
    if (head !== undefined) return { head, madeAt };
  }
  return undefined;
}

/** What was put back goes on from its own backup, not from a later one; nobody without the key can write that it was. */
export async function verifyFrom(
  db: Db,
  chaining: Chaining,
  seen: Seen | undefined,
): Promise<Verified> {
  if (seen === undefined) return verifyAudit(db, chaining);
  const restoredAt = await lastAt(db, "backup.restored");
  const isBefore = restoredAt !== undefined && restoredAt >= seen.madeAt.toISOString();
  return verifyAudit(db, chaining, isBefore ? undefined : seen.head);
}
