/**
 * The restored database takes the place of the one that was there, in one step: a program killed at any moment
 * leaves the old one or the new one, and the old one stays aside.
 */
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { asSoleUser } from "../../database/sole-user.ts";
import { keepFolder } from "./backups.ts";

export type Swapped =
  /** `aside` is where the former database is now; undefined when there was none. */
  { readonly kind: "swapped"; readonly aside: string | undefined } | { readonly kind: "running" };

/** `fresh` is one closed SQLite file on the same disk as `file`. */
export function swapIn(fresh: string, file: string, now: Date): Swapped {
  const folder = dirname(file);
  if (!existsSync(file)) {
    // A log without its database belongs to nothing, and would be read into the new one.
    for (const log of logsOf(file)) rmSync(log, { force: true });
    renameSync(fresh, file);
    keepFolder(folder);
    return { kind: "swapped", aside: undefined };
  }
  const aside = join(folder, `${asidePrefix}${now.getTime()}`);
  const swap = () => {
    mkdirSync(aside, { mode: 0o700 });
    linkSync(file, join(aside, basename(file)));
    for (const log of logsOf(file).filter(existsSync)) renameSync(log, join(aside, basename(log)));
    keepFolder(aside);
    renameSync(fresh, file);
    keepFolder(folder);
  };
  const { kind } = asSoleUser(file, swap);
  if (kind === "busy") return { kind: "running" };
  // It can no longer be read: that is what a backup is for.
  if (kind === "damaged") swap();
  return { kind: "swapped", aside };
}

/** Former databases hold people who were erased since; they go when backups of that age go. */
export function dropAside(folder: string, before: Date): number {
  const old = readdirSync(folder).filter((name) => {
    const made = new RegExp(`^${asidePrefix}(\\d+)$`).exec(name);
    return made !== null && Number(made[1]) < before.getTime();
  });
  for (const name of old) rmSync(join(folder, name), { recursive: true });
  return old.length;
}

/** Folders of former databases, the last one first. */
export function asides(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^replaced-\d+$/.test(name))
    .sort((one, other) => timeOf(other) - timeOf(one))
    .map((name) => join(folder, name));
}

const timeOf = (name: string) => Number(name.slice(asidePrefix.length));

const asidePrefix = "replaced-";

const logsOf = (file: string) => [`${file}-wal`, `${file}-shm`];
