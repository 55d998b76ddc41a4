/** Files that are not finished yet. They carry the process in their name: what a killed one left behind is removed. */
import { existsSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isFull } from "../../database/faults.ts";

/** `what` is one word. A process works at one file of each word at a time. */
export function partName(folder: string, what: string, pid: number = process.pid): string {
  return join(folder, `.lindung-${what}-${pid}.part`);
}

/** Removes the unfinished files of this process and of processes that are no more; returns their names. */
export function sweepParts(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const left = readdirSync(folder).filter((name) => {
    const found = /^\.lindung-[a-z]+-(\d+)\.part(?:-journal|-wal|-shm)?$/.exec(name);
    if (found === null) return false;
    const pid = Number(found[1]);
    return pid === process.pid || !isAlive(pid);
  });
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
  return left;
}

/** Bytes that this user may still write to the disk that holds the folder, whether the folder is there or not. */
export function freeBytes(folder: string): number {
  if (!existsSync(folder)) return freeBytes(dirname(folder));
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** A full disk, a used-up quota, or a limit on the size of files. */
export function isOutOfRoom(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return isFull(error) || ["ENOSPC", "EDQUOT", "EFBIG"].includes(code);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
