/**
 * Brings a database to the shape this program knows. Each step is one transaction under a lock, looked at again
 * inside: a killed program leaves the old shape or the new one, and two that start at once do not meet.
 */
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { saidAs } from "../said.ts";
import { alone } from "./alone.ts";
import { copyName } from "./copies.ts";
import { isBusy } from "./faults.ts";
import { firstTables } from "./migrations/0001-first-tables.ts";
import { lighterTurns } from "./migrations/0002-lighter-turns.ts";
import { decisions } from "./migrations/0003-decisions.ts";
import { questions } from "./migrations/0004-questions.ts";
import { pacing } from "./migrations/0005-pacing.ts";
import { handovers } from "./migrations/0006-handovers.ts";
import { staff } from "./migrations/0007-staff.ts";
import type { Migration } from "./migrations/migration.ts";
import type { Database, Db } from "./open.ts";

/** In order. */
export const migrations: readonly Migration[] = [
  firstTables,
  lighterTurns,
  decisions,
  questions,
  pacing,
  handovers,
  staff,
];

/** The version before and after. A SQLite database that holds data is copied beside itself first. */
export async function migrate(
  database: Database,
  now: Date,
  steps: readonly Migration[] = migrations,
): Promise<{ readonly from: number; readonly to: number }> {
  const from = await schemaVersion(database);
  await refuseNewer(database, from, steps);
  if (from >= steps.length) return { from, to: from };

  if (from > 0 && database.kind === "sqlite") {
    await database.copyTo(copyName(database.file, from + 1, now));
  }
  for (const step of steps) await patiently(() => take(database, step, now));
  return { from, to: await schemaVersion(database) };
}

/** 0 for a database without tables: it has never held anything. */
export async function schemaVersion(database: Database): Promise<number> {
  if (!(await hasVersions(database))) return 0;
  const row = await database.read
    .selectFrom("schema_version")
    .select(({ fn }) => fn.max("version").as("version"))
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** When the database took the step; undefined when it has not. */
export async function takenAt(db: Db, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("schema_version")
    .select("at")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.at;
}

async function take(database: Database, step: Migration, now: Date): Promise<void> {
  await database.grouped(async (db) => {
    await alone(db, "migrate");
    await sql`create table if not exists schema_version (
      version integer primary key, name text not null, min_program integer not null, at text not null
    )`.execute(db);
    const { rows } =
      await sql`select 1 from schema_version where version = ${step.version}`.execute(db);
    if (rows.length > 0) return;
    await step.up(db, database.kind);
    await db
      .insertInto("schema_version")
      .values({
        version: step.version,
        name: step.name,
        min_program: step.minProgram,
        at: now.toISOString(),
      })
      .execute();
  });
}

async function refuseNewer(
  database: Database,
  version: number,
  steps: readonly Migration[],
): Promise<void> {
  if (version <= steps.length) return;
  const row = await database.read
    .selectFrom("schema_version")
    .select(({ fn }) => fn.max("min_program").as("needed"))
    .executeTakeFirst();
  const needed = row?.needed ?? 0;
  if (needed > steps.length) {
    throw saidAs(
      new Error(
        `this database needs Lindung schema ≥ ${needed}, this program knows ${steps.length}: update the program`,
      ),
      "newer-schema",
      { needed, known: steps.length },
    );
  }
}

async function hasVersions({ read, kind }: Database): Promise<boolean> {
  const { rows } =
    kind === "sqlite"
      ? await sql`select 1 from sqlite_schema where name = 'schema_version'`.execute(read)
      : await sql`select 1 where to_regclass('schema_version') is not null`.execute(read);
  return rows.length > 0;
}

/** Another program may be at the same step, for longer than a person would be left waiting. */
async function patiently(deed: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await deed();
    } catch (error) {
      if (tries === 100 || !isBusy(error)) throw error;
      await pause(100);
    }
  }
}
