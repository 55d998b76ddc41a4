/** The folder of backups: what they are called, which are there, which have had their time. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

export type Backup = { readonly file: string; readonly madeAt: Date; readonly bytes: number };

export type Keep = {
  /** The newest so many stay; 0: the program makes none by itself. */
  readonly newest: number;
  /** Of the older ones the last of each day (UTC) stays for so many days, and none any longer. */
  readonly days: number;
};

/** Times are in the name, so that a copy of the folder loses nothing. */
export function backupName(now: Date): string {
  return `lindung-${now.toISOString().replace(/[:.]/g, "-")}.backup`;
}

/** Newest first. Empty when there is no such folder yet. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const madeAt = timeIn(name);
      const file = join(folder, name);
      return madeAt === undefined ? [] : [{ file, madeAt, bytes: statSync(file).size }];
    })
    .sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime());
}

/** Removes what has had its time; returns how many. To be called after a new one was made. */
export function pruneBackups(folder: string, keep: Keep, now: Date): number {
  const oldest = now.getTime() - keep.days * dayMs;
  const days = new Set<string>();
  const gone = listBackups(folder).filter(({ madeAt }, place) => {
    const day = madeAt.toISOString().slice(0, 10);
    const isLastOfDay = !days.has(day);
    days.add(day);
    // The first is the one just made, also where nothing is to be kept by itself.
    if (madeAt.getTime() < oldest) return place > 0;
    return place >= Math.max(keep.newest, 1) && !isLastOfDay;
  });
  for (const { file } of gone) rmSync(file);
  return gone.length;
}

/** Renamed and new files are there after a power cut. */
export function keepFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const dayMs = 24 * 3_600_000;

function timeIn(name: string): Date | undefined {
  const found = /^lindung-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.backup$/.exec(name);
  if (found === null) return undefined;
  const [, day, hour, minute, second, ms] = found;
  const time = new Date(`${day}T${hour}:${minute}:${second}.${ms}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
