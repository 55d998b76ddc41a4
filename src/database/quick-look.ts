/** A look at a database that is in use: enough to see that pages are torn, in seconds. */
import { sql } from "kysely";
import type { Database } from "./open.ts";

/** What is wrong; nothing on PostgreSQL, which looks after its pages itself. */
export async function quickFaults({ kind, read }: Database): Promise<readonly string[]> {
  if (kind === "postgres") return [];
  const { rows } = await sql<Record<string, string>>`pragma quick_check(5)`.execute(read);
  return rows.flatMap((row) => Object.values(row)).filter((line) => line !== "ok");
}
