/**
 * SQLite: one file, every connection with the same settings, transactions that take the write lock at once,
 * statements prepared once. Knows nothing of tables.
 */
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

export type Raw = Sqlite.Database;

/** `busyMs` is how long a statement may wait for another process; the event loop stands still meanwhile. */
export type Opening = { readonly readonly: boolean; readonly busyMs: number };

/** Opens `file` (made if absent, for its owner alone) and refuses when a setting did not take. */
export function openFile(file: string, { readonly, busyMs }: Opening): Raw {
  if (!readonly) makeFile(file);
  const raw = new Sqlite(file, { readonly, fileMustExist: true, timeout: busyMs });
  try {
    // Takes effect on an empty file only, so it comes before the journal's mode.
    if (!readonly) raw.pragma(`page_size = ${pageBytes}`);
    for (const [name, value, expected] of pragmas(readonly, busyMs)) {
      raw.pragma(`${name} = ${value}`);
      const found = raw.pragma(name, { simple: true });
      if (found !== expected) {
        throw new Error(
          `SQLite keeps ${name} at ${String(found)}, it must be ${expected}: ${file}`,
        );
      }
    }
  } catch (error) {
    raw.close();
    throw error;
  }
  return raw;
}

/** For the one connection that writes. */
export function writingDialect(raw: Raw): Dialect {
  return dialect(raw, (database) => new WritingDriver(raw, { database }));
}

/** For pages: a connection that cannot write. */
export function readingDialect(raw: Raw): Dialect {
  return dialect(raw, (database) => new SqliteDriver({ database }));
}

function dialect(raw: Raw, driver: (database: SqliteDatabase) => SqliteDriver): Dialect {
  const database = preparedOnce(raw);
  return {
    createAdapter: () => new DirectAdapter(database),
    createDriver: () => driver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Runs a statement at once, past the builder's queue for the connection: SQLite answers within the call, and who
 * holds a handle of a transaction is alone on the connection already. Saves half of what a statement costs.
 */
export class DirectAdapter extends SqliteAdapter {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super();
    this.#database = database;
  }

  run(text: string, parameters: readonly unknown[]): { rows: unknown[]; changed: number } {
    const statement = this.#database.prepare(text);
    return statement.reader
      ? { rows: statement.all(parameters), changed: 0 }
      : { rows: [], changed: Number(statement.run(parameters).changes) };
  }
}

/** Moves the write-ahead log into the file and empties it: only then is what was deleted gone. */
export function emptyLog(raw: Raw): void {
  const busy = raw.prepare("pragma wal_checkpoint(truncate)").pluck().get();
  if (busy !== 0) throw new Sqlite.SqliteError("the log is still being read", "SQLITE_BUSY");
}

/** A consistent copy of `file` as it is now, for its owner alone, while others read and write. */
export async function copyFile(file: string, copy: string, busyMs: number): Promise<void> {
  closeSync(openSync(copy, "w", 0o600));
  const source = openFile(file, { readonly: true, busyMs });
  try {
    // Holding on to this moment; else each commit of others would start the copy from the beginning.
    source.exec("begin");
    source.prepare("select count(*) from sqlite_schema").get();
    await source.backup(copy);
  } finally {
    source.close();
  }
}

const pageBytes = 4096;

/** Name, value to set, value to be read back. */
function pragmas(
  readonly: boolean,
  busyMs: number,
): readonly (readonly [string, string, unknown])[] {
  return [
    ["busy_timeout", String(busyMs), busyMs],
    ["journal_mode", "wal", "wal"],
    // This build opens a WAL database with NORMAL, which may lose acknowledged commits in a power cut.
    ["synchronous", "full", 2],
    ["foreign_keys", "on", 1],
    ["trusted_schema", "off", 0],
    // Deleted rows are overwritten: a person who asked for erasure leaves no trace in the file.
    ["secure_delete", "on", 1],
    ["cell_size_check", "on", 1],
    ["temp_store", "memory", 2],
    ["query_only", readonly ? "on" : "off", readonly ? 1 : 0],
  ];
}

function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite gives the files beside it (-wal, -shm) the same permissions.
  closeSync(openSync(file, "a", 0o600));
}

class WritingDriver extends SqliteDriver {
  readonly #raw: Raw;

  constructor(raw: Raw, config: { readonly database: SqliteDatabase }) {
    super(config);
    this.#raw = raw;
  }

  /** A transaction that reads first and writes later cannot wait for the lock: it fails at once (SQLITE_BUSY_SNAPSHOT). */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(beginImmediate);
  }

  /** On a full or failing disk SQLite has rolled back by itself; the first error is the one to tell. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection);
  }
}

const beginImmediate = CompiledQuery.raw("begin immediate");

/** More texts of statements than the program has; lists of many lengths (`in (?, ?, …)`) may make more. */
const mostPrepared = 500;

function preparedOnce(raw: Raw): SqliteDatabase {
  const prepared = new Map<string, Sqlite.Statement>();
  return {
    close: () => {
      raw.close();
    },
    prepare: (text) => {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      const statement = raw.prepare(text);
      if (prepared.size >= mostPrepared) {
        for (const oldest of prepared.keys()) {
          prepared.delete(oldest);
          break;
        }
      }
      prepared.set(text, statement);
      return statement;
    },
  };
}
