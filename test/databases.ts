/**
 * Databases for tests, of both kinds and with the tables in them.
 *
 *     describe.each(eachDatabase)("$kind", ({ fresh }) => {
 *       test("…", async () => {
 *         const { database } = await fresh();
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Client } from "pg";
import { inject, onTestFinished } from "vitest";
import { migrate } from "../src/database/migrate.ts";
import { type Database, openDatabase, type Where } from "../src/database/open.ts";
import type { Told } from "./postgres.ts";

export type Opened = {
  readonly database: Database;
  /** To open the same database again, also from another process. */
  readonly where: Where;
};

/** Open, empty and with its tables; gone when the test has finished. */
export const eachDatabase = [
  {
    kind: "sqlite",
    fresh: async (): Promise<Opened> => {
      const where = await newFolder();
      const database = await openForTest(where);
      await migrate(database, migratedAt);
      return { database, where };
    },
    /** A place for a database that has no tables yet. */
    bare: newFolder,
  },
  {
    kind: "postgres",
    fresh: async (): Promise<Opened> => {
      const where = await emptyServerDatabase();
      return { database: await openForTest(where), where };
    },
    bare: async () => {
      const where = await newServerDatabase();
      onTestFinished(() => dropDatabase(where));
      return where;
    },
  },
] as const;

type ServerWhere = Where & { readonly url: string };

const migratedAt = new Date("2026-11-25T02:00:00.000Z");

/** Closed when the test has finished. */
export async function openForTest(where: Where): Promise<Database> {
  const database = await openDatabase(where);
  onTestFinished(() => database.close());
  return database;
}

async function newFolder(): Promise<Where> {
  const folder = await mkdtemp(join(tmpdir(), "lindung-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder };
}

/** Making a database with its tables takes longer than emptying one: they are used again, within a file of tests. */
const idle: ServerWhere[] = [];

async function emptyServerDatabase(): Promise<ServerWhere> {
  const where = idle.pop() ?? (await serverDatabaseWithTables());
  onTestFinished(async () => {
    await onServer(where.url, emptyAllTables);
    idle.push(where);
  });
  return where;
}

const emptyAllTables = `do $$ declare found record; begin
  set local session_replication_role = replica;
  for found in select tablename from pg_tables
    where schemaname = 'public' and tablename <> 'schema_version'
  loop execute format('delete from %I', found.tablename); end loop;
end $$`;

async function serverDatabaseWithTables(): Promise<ServerWhere> {
  const where = await newServerDatabase();
  const database = await openDatabase(where);
  await migrate(database, migratedAt);
  await database.close();
  return where;
}

async function newServerDatabase(): Promise<ServerWhere> {
  const server = await serverUrl();
  const url = new URL(server);
  url.pathname = `/test_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${url.pathname.slice(1)}`);
  return { url: url.href, folder: join(tmpdir(), "lindung-unused") };
}

async function dropDatabase({ url }: { readonly url: string }): Promise<void> {
  await onServer(await serverUrl(), `drop database ${new URL(url).pathname.slice(1)} with (force)`);
}

async function serverUrl(): Promise<string> {
  const told: Told = JSON.parse(await text(connect(inject("postgresDoor"), "127.0.0.1")));
  if ("fault" in told) {
    throw new Error(
      `PostgreSQL for the tests did not start, so nothing can be said of it: ${told.fault}`,
    );
  }
  return told.url;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
