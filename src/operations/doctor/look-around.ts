/** What lies around the database: the key's file, room on the disks, the backups. */
import { existsSync } from "node:fs";
import { backupKey } from "../../vault/backup-key.ts";
import { openAbout, openSealedFile } from "../../vault/seal-file.ts";
import { type Keep, listBackups } from "../backup/backups.ts";
import { freeBytes } from "../backup/parts.ts";
import { nextKeyFile, oldKeyFiles, readKeyFile } from "../keys/key-files.ts";
import type { Remark } from "./remark.ts";

/** The key in use, when it may be used, and what there is to say of it. Makes none. */
export function lookAtKey(
  key: { readonly given: Buffer } | { readonly file: string },
  dataExist: boolean,
  backups: string,
): { readonly root: Buffer | undefined; readonly remarks: readonly Remark[] } {
  if ("given" in key) return { root: key.given, remarks: [{ state: "well", key: "key.given" }] };
  const values = { file: key.file };
  if (!existsSync(key.file)) {
    const remark: Remark = dataExist
      ? { state: "bad", key: "key.missing", values }
      : { state: "well", key: "key.none", values };
    return { root: undefined, remarks: [remark] };
  }
  try {
    const root = readKeyFile(key.file);
    return {
      root,
      remarks: [{ state: "well", key: "key.well", values }, ...besides(key.file, backups)],
    };
  } catch (error) {
    return { root: undefined, remarks: [{ state: "bad", key: "key.bad", error }] };
  }
}

function besides(file: string, backups: string): readonly Remark[] {
  return [
    ...(existsSync(nextKeyFile(file)) ? [{ state: "look", key: "key.half" } as const] : []),
    ...oldKeyFiles(file).map((old): Remark => {
      try {
        const values = { file: old, count: madeWith(old, backups) };
        return { state: "look", key: "key.old", values };
      } catch (error) {
        // Never "destroy it" where nobody could look.
        return { state: "look", key: "key.old-unread", values: { file: old }, error };
      }
    }),
  ];
}

/** How many backups need this key; each begins with a mark of its own. */
function madeWith(keyFile: string, backups: string): number {
  const key = backupKey(readKeyFile(keyFile));
  return listBackups(backups).filter(({ file }) => "about" in openAbout(key, file)).length;
}

const megabyte = 1_000_000;

/** Below the first the program soon cannot write, below the second no backup fits for long. */
const room = { bad: 100 * megabyte, look: 1000 * megabyte };

export function lookAtRoom(folders: readonly string[]): readonly Remark[] {
  return [...new Set(folders)].map((folder) => {
    const free = freeBytes(folder);
    const values = { folder, megabytes: Math.floor(free / megabyte) };
    if (free < room.bad) return { state: "bad", key: "room.bad", values };
    if (free < room.look) return { state: "look", key: "room.look", values };
    return { state: "well", key: "room.well", values };
  });
}

export type BackupsNeeds = {
  readonly folder: string;
  readonly keep: Keep;
  readonly root: Buffer | undefined;
  readonly dataExist: boolean;
  readonly now: Date;
};

/** The newest is opened from end to end: a backup that nobody tried is a hope. */
export function lookAtBackups(needs: BackupsNeeds): readonly Remark[] {
  const { folder, keep, root, dataExist, now } = needs;
  const [newest] = listBackups(folder);
  const off: readonly Remark[] = keep.newest === 0 ? [{ state: "look", key: "backups.off" }] : [];
  if (newest === undefined) {
    return dataExist ? [...off, { state: "look", key: "backups.none" }] : off;
  }
  const { file, madeAt } = newest;
  const hours = Math.floor((now.getTime() - madeAt.getTime()) / 3_600_000);
  if (root !== undefined) {
    const opened = openSealedFile(backupKey(root), file, undefined, () => undefined);
    if ("fault" in opened) {
      const key = opened.fault === "other-key" ? "backups.other-key" : "backups.damaged";
      return [
        ...off,
        { state: opened.fault === "other-key" ? "look" : "bad", key, values: { file } },
      ];
    }
  }
  const isOld = hours >= mostHours;
  return [
    ...off,
    {
      state: isOld ? "look" : "well",
      key: isOld ? "backups.old" : "backups.well",
      values: { hours },
    },
  ];
}

/** A program that stands still over a night makes none. */
const mostHours = 26;
