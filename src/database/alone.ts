/** One at a time, across all processes, for the rest of a transaction. */
import { sql } from "kysely";
import type { Db } from "./open.ts";
import { DirectAdapter } from "./sqlite.ts";

/** What is done by one at a time. The numbers are the same in every version of the program. */
const locks = { migrate: 7246353, audit: 7246354 } as const;

/** On SQLite whoever is in a transaction that may write is alone already. */
export async function alone(db: Db, what: keyof typeof locks): Promise<void> {
  if (db.getExecutor().adapter instanceof DirectAdapter) return;
  await sql`select pg_advisory_xact_lock(${sql.lit(locks[what])})`.execute(db);
}
