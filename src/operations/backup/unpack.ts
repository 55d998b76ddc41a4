/** A backup is opened into a folder of its own and proved, before anything relies on it. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Inspection, inspectFile } from "../../database/inspect.ts";
import { backupKey } from "../../vault/backup-key.ts";
import { type Opened, openSealedFile } from "../../vault/seal-file.ts";
import { type About, parseAbout } from "./about.ts";

export type Unpacked =
  | {
      readonly kind: "unpacked";
      /** The root key it was made with. */
      readonly root: Buffer;
      readonly about: About;
      /** The database, one closed file. */
      readonly file: string;
    }
  | { readonly kind: "not-a-backup" | "other-key" | "damaged" };

/** `roots` are tried in turn. The folder is made. Throws what the system throws; then a part may stay in it. */
export function unpack(
  from: string,
  folder: string,
  roots: readonly Buffer[],
  tell: (bytes: number) => void,
): Unpacked {
  mkdirSync(folder, { mode: 0o700 });
  const file = join(folder, "lindung.db");
  let opened: Opened = { fault: "other-key" };
  for (const root of roots) {
    opened = openSealedFile(backupKey(root), from, file, tell);
    if ("about" in opened) return proved(opened.about, root, file);
    if (opened.fault !== "other-key") break;
  }
  return { kind: "about" in opened ? "damaged" : opened.fault };
}

function proved(text: string, root: Buffer, file: string): Unpacked {
  const about = parseAbout(text);
  const found = inspectFile(file);
  return about !== undefined && isAsSaid(about, found)
    ? { kind: "unpacked", root, about, file }
    : { kind: "damaged" };
}

/** Whole, and as many rows in each table as were put in. */
function isAsSaid(about: About, found: Inspection): boolean {
  if (!found.isWhole || found.schema !== about.schema) return false;
  const tables = Object.keys({ ...about.rows, ...found.rows });
  return tables.every((table) => about.rows[table] === found.rows[table]);
}
