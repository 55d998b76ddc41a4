/** PostgreSQL: a pool that writes, one transaction for each piece of work, and a pool that cannot write. */
import { setTimeout as pause } from "node:timers/promises";
import { CompiledQuery, Kysely, PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import { isGivingWay } from "./faults.ts";
import type { Db } from "./open.ts";
import type { Schema } from "./schema.ts";

export type PostgresPools = {
  readonly read: Db;
  readonly grouped: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export function openPostgres(url: string): PostgresPools {
  const writer = connect(url, 10, "set synchronous_commit = on");
  const read = connect(url, 5, "set default_transaction_read_only = on");
  const underWay = new Set<Promise<unknown>>();
  let hasEnded = false;
  return {
    read,
    grouped: async (work) => {
      if (hasEnded) throw new Error("the database is closed");
      const done = transacted(writer, work);
      underWay.add(done);
      return done.finally(() => underWay.delete(done));
    },
    close: async () => {
      hasEnded = true;
      await Promise.allSettled(underWay);
      await Promise.all([writer.destroy(), read.destroy()]);
    },
  };
}

const mostTries = 8;

/** Two transactions that wait for each other: the server ends one, which runs again from the start. */
async function transacted<T>(writer: Db, work: (db: Db) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await writer.transaction().execute(work);
    } catch (error) {
      if (tries === mostTries || !isGivingWay(error)) throw error;
      // Not all at the same moment again.
      await pause(Math.random() * 10 * tries);
    }
  }
}

function connect(url: string, most: number, setting: string): Db {
  const pool = new Pool({
    connectionString: url,
    max: most,
    application_name: "lindung",
    // Also how long a piece of work may wait for its turn in the pool.
    connectionTimeoutMillis: 20_000,
    types: { getTypeParser },
  });
  // A server that ends an idle connection is no fault: the next piece of work gets another one.
  pool.on("error", () => undefined);
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(setting));
    },
  });
  return new Kysely<Schema>({ dialect });
}

/** Counts and sums are numbers, as with SQLite; by default they come as text. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: "text" | "binary") =>
  wholeNumberTypes.includes(oid) ? Number : types.getTypeParser(oid, format);

const wholeNumberTypes: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC];
