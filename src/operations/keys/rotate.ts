/** `lindung key rotate`: another root key, while the program is stopped. Begun again after a kill, it comes to its end. */
import { existsSync } from "node:fs";
import { holdLease } from "../../database/hold-lease.ts";
import type { Database } from "../../database/open.ts";
import { asSoleUser } from "../../database/sole-user.ts";
import { changeRoot, type TellRows } from "./change-root.ts";
import { belongsTo, nextKeyFile, readKeyFile, readOrMakeKey, takeOver } from "./key-files.ts";

export type RotateNeeds = {
  /** Opened when it is certain that nobody else has it open. */
  readonly open: () => Promise<Database>;
  /** The SQLite file; undefined on PostgreSQL. */
  readonly sqlite: string | undefined;
  /** The key as it is set: a file, or given, and then the file for the new one. */
  readonly key: { readonly file: string } | { readonly given: Buffer; readonly to: string };
  readonly now: Date;
  readonly tell: TellRows;
};

export type Rotated =
  | {
      readonly kind: "changed";
      readonly values: number;
      /** Where the new key is, and the old one, unless it was given as a setting. */
      readonly keyFile: string;
      readonly old: string | undefined;
    }
  /** A program has the database open. */
  | { readonly kind: "running" }
  /** The key does not belong to this database. */
  | { readonly kind: "other-key" }
  /** Where the new key is to be written there is something already, and not the key of this database. */
  | { readonly kind: "to-exists" };

export async function rotate(needs: RotateNeeds): Promise<Rotated> {
  if (needs.sqlite !== undefined && existsSync(needs.sqlite)) {
    const { kind } = asSoleUser(needs.sqlite, () => undefined);
    if (kind === "busy") return { kind: "running" };
  }
  const database = await needs.open();
  try {
    const lease = await holdLease({ database, name: "background", log: silent });
    if (lease === undefined) return { kind: "running" };
    try {
      return await rotated(database, needs);
    } finally {
      await lease.release();
    }
  } finally {
    await database.close();
  }
}

const silent = { error: () => undefined };

async function rotated(database: Database, { key, now, tell }: RotateNeeds): Promise<Rotated> {
  const toFile = "file" in key ? nextKeyFile(key.file) : key.to;
  const ends = (values: number): Rotated =>
    "file" in key
      ? { kind: "changed", values, keyFile: key.file, old: takeOver(key.file, now) }
      : { kind: "changed", values, keyFile: key.to, old: undefined };

  // The change before this one was killed when only the file was left to do.
  const made = existsSync(toFile) ? keyIn(toFile) : undefined;
  const isFormer = made !== undefined && "given" in key && made.equals(key.given);
  if (made !== undefined && !isFormer && (await belongsTo(database.read, made))) return ends(0);
  const from = "file" in key ? readKeyFile(key.file) : key.given;
  if (!(await belongsTo(database.read, from))) return { kind: "other-key" };
  // A file that somebody named may hold anything; only the one beside the key is ours to go on with.
  if ("given" in key && existsSync(toFile)) return { kind: "to-exists" };
  // On the disk before anything is sealed under it.
  const to = readOrMakeKey(toFile);
  return ends(await changeRoot(database, { from, to, now }, tell));
}

/** Undefined where the file holds no key that may be used. */
function keyIn(file: string): Buffer | undefined {
  try {
    return readKeyFile(file);
  } catch {
    return undefined;
  }
}
