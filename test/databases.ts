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
  { kind: "sqlite", fresh: () => migrated(newFolder), bare: newFolder },
  { kind: "postgres", fresh: () => migrated(newServerDatabase), bare: newServerDatabase },
] as const;

async function migrated(place: () => Promise<Where>): Promise<Opened> {
  const where = await place();
  const database = await openForTest(where);
  await migrate(database, new Date("2026-11-25T02:00:00.000Z"));
  return { database, where };
}

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

async function newServerDatabase(): Promise<Where> {
  const server = await serverUrl();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name}`);
  onTestFinished(() => onServer(server, `drop database ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, folder: join(tmpdir(), "lindung-unused") };
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
