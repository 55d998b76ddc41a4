/** A SQLite file that nobody writes to, e.g. a copy, is looked into: nothing is changed in it or put beside it. */
import Sqlite from "better-sqlite3";
import { Kysely } from "kysely";
import type { Db } from "./open.ts";
import type { Schema } from "./schema.ts";
import { readingDialect } from "./sqlite.ts";

/** `file` is one closed file (`inspect.ts` makes one of it). */
export async function lookInto<T>(file: string, look: (db: Db) => Promise<T>): Promise<T> {
  const raw = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return await look(new Kysely<Schema>({ dialect: readingDialect(raw) }));
  } finally {
    raw.close();
  }
}
