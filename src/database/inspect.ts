/** Whether a SQLite file that nobody uses is whole, and how much is in it: for copies, before they are trusted. */
import Sqlite from "better-sqlite3";
import { isDamaged } from "./faults.ts";

export type Inspection =
  | {
      readonly isWhole: true;
      /** Rows of each table. */
      readonly rows: Readonly<Record<string, number>>;
      /** The last step of the tables' shape; 0 for a file without tables. */
      readonly schema: number;
    }
  | { readonly isWhole: false; readonly faults: readonly string[] };

/**
 * Looks at every page and every reference. Makes one single file of it first: a copy of a database comes with a log
 * beside it.
 */
export function inspectFile(file: string): Inspection {
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(file, { fileMustExist: true });
    raw.pragma("journal_mode = delete");
    raw.pragma("cell_size_check = on");
    const faults = faultsIn(raw);
    if (faults.length > 0) return { isWhole: false, faults };
    return { isWhole: true, rows: rowsOf(raw), schema: schemaOf(raw) };
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return { isWhole: false, faults: [error instanceof Error ? error.message : String(error)] };
  } finally {
    raw?.close();
  }
}

/** Enough to tell that something is wrong. */
const mostFaults = 20;

function faultsIn(raw: Sqlite.Database): readonly string[] {
  const found = raw.prepare(`pragma integrity_check(${mostFaults})`).pluck().all().map(String);
  const dangling = raw.prepare("pragma foreign_key_check").all() as readonly { table: string }[];
  return [
    ...found.filter((line) => line !== "ok"),
    ...new Set(dangling.map(({ table }) => `${table} refers to a row that is not there`)),
  ];
}

function rowsOf(raw: Sqlite.Database): Readonly<Record<string, number>> {
  const tables = raw
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite%'")
    .pluck()
    .all()
    .map(String)
    .sort();
  return Object.fromEntries(
    tables.map((table) => [
      table,
      Number(raw.prepare(`select count(*) from "${table}"`).pluck().get()),
    ]),
  );
}

function schemaOf(raw: Sqlite.Database): number {
  const has = raw.prepare("select 1 from sqlite_schema where name = 'schema_version'").get();
  if (has === undefined) return 0;
  return Number(raw.prepare("select coalesce(max(version), 0) from schema_version").pluck().get());
}
