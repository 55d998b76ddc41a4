/** Being the only one who has a SQLite database open: before its file is replaced, or its keys are changed. */
import Sqlite from "better-sqlite3";
import { isBusy, isDamaged } from "./faults.ts";

/**
 * Does the deed while nobody else has the file open and nobody can open it. Its log is emptied into it first, so that
 * the one file is all there is. `busy` when somebody has it open; `damaged` when it can no longer be read, and then
 * nobody could be kept away.
 */
export function asSoleUser<T>(
  file: string,
  deed: () => T,
): { readonly kind: "done"; readonly value: T } | { readonly kind: "busy" | "damaged" } {
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(file, { fileMustExist: true, timeout: 0 });
    // Only the last connection can take a database out of the mode in which many may use it.
    raw.pragma("journal_mode = delete");
    raw.exec("begin exclusive");
  } catch (error) {
    raw?.close();
    if (isBusy(error)) return { kind: "busy" };
    if (isDamaged(error)) return { kind: "damaged" };
    throw error;
  }
  try {
    return { kind: "done", value: deed() };
  } finally {
    raw.close();
  }
}
