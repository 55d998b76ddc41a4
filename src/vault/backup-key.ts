/** The key that backups are sealed with, derived from the root: a backup holds no key, and tells which one it needs. */
import { deriveKey } from "./key-ring.ts";

export type BackupKey = {
  /** 32 bytes. */
  readonly key: Buffer;
  /** 8 bytes that tell keys apart and nothing of them; they stand in the clear in every backup. */
  readonly mark: Buffer;
};

export function backupKey(root: Buffer): BackupKey {
  return {
    key: deriveKey(root, "backup"),
    mark: deriveKey(root, "backup-mark").subarray(0, markBytes),
  };
}

export const markBytes = 8;
