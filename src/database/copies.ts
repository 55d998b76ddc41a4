/**
 * The copies that are made beside a SQLite database before its shape changes. They hold what people were promised
 * would go, so they go too.
 */
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Where the copy made before step `version` at that time lies. */
export function copyName(file: string, version: number, now: Date): string {
  return `${file}.before-${version}-${now.getTime()}`;
}

/** Removes the copies of `file` made before `before`; returns how many. */
export function dropCopies(file: string, before: Date): number {
  const start = `${basename(file)}.before-`;
  const old = readdirSync(dirname(file)).filter((name) => {
    const made = name.startsWith(start) ? /^\d+-(\d+)$/.exec(name.slice(start.length)) : null;
    return made !== null && Number(made[1]) < before.getTime();
  });
  for (const name of old) rmSync(join(dirname(file), name));
  return old.length;
}
