/**
 * The shelf. SQLite in one file, or PostgreSQL: this room alone knows which. Who writes calls `grouped`; who only
 * looks uses `read`. It knows the tables' shape, never what is in them.
 */
import { join } from "node:path";
import { Kysely } from "kysely";
import { groupCommits } from "./group-commit.ts";
import { openPostgres } from "./postgres.ts";
import type { Schema } from "./schema.ts";
import { copyFile, emptyLog, openFile, readingDialect, writingDialect } from "./sqlite.ts";

export type Db = Kysely<Schema>;

export type Database = {
  /** Cannot write. Sees what is committed. */
  readonly read: Db;
  /**
   * One piece of work in a transaction. Resolves after the commit; rejects with the work's own error, undone,
   * or with the database's. On SQLite pieces run strictly one after another and up to 64 share a commit, so a
   * piece waits for nothing but the database, and never calls `grouped` itself.
   */
  readonly grouped: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** After an erasure: what was deleted is gone from SQLite's files too. Nothing to do on PostgreSQL. */
  readonly checkpoint: () => Promise<void>;
  /** Waits for the work that was asked for. */
  readonly close: () => Promise<void>;
} & (
  | {
      readonly kind: "sqlite";
      readonly file: string;
      /** A consistent copy while work goes on. */
      readonly copyTo: (file: string) => Promise<void>;
    }
  | { readonly kind: "postgres" }
);

export type Where = {
  /** `postgres://…`; unset: the file `lindung.db` in `folder`. */
  readonly url?: string | undefined;
  readonly folder: string;
  /** How long SQLite may wait for another process. The program stands still meanwhile, so under a second. */
  readonly busyMs?: number;
};

export async function openDatabase({ url, folder, busyMs = 800 }: Where): Promise<Database> {
  return url === undefined ? openSqlite(join(folder, "lindung.db"), busyMs) : openServer(url);
}

function openSqlite(file: string, busyMs: number): Database {
  const raw = openFile(file, { readonly: false, busyMs });
  const writer = new Kysely<Schema>({ dialect: writingDialect(raw) });
  const reading = openFile(file, { readonly: true, busyMs });
  const read = new Kysely<Schema>({ dialect: readingDialect(reading) });
  const { grouped, between, end } = groupCommits(writer, raw);
  return {
    kind: "sqlite",
    file,
    read,
    grouped,
    checkpoint: () => between(() => emptyLog(raw)),
    copyTo: (copy) => copyFile(file, copy, busyMs),
    close: async () => {
      await end();
      for (const open of [reading, raw]) open.close();
    },
  };
}

function openServer(url: string): Database {
  const pools = openPostgres(url);
  return { kind: "postgres", ...pools, checkpoint: async () => undefined };
}
