/** Everything that is in a database, table by table from its catalogue: a table made tomorrow is in it too. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sql } from "kysely";
import type { Database } from "../../src/database/open.ts";

type Row = Readonly<Record<string, unknown>>;

/** Rows by table, in an order that depends on their content alone. */
export type Tables = ReadonlyMap<string, readonly string[]>;

/** Each row as text; bytes in hex. */
export async function tablesOf(database: Database): Promise<Tables> {
  const names = await tableNames(database);
  const tables = await Promise.all(
    names.map(
      async (name) => [name, (await rowsOf(database, name)).map(textOf).toSorted()] as const,
    ),
  );
  return new Map(tables);
}

/** How many rows each table has. */
export async function countsOf(database: Database): Promise<Readonly<Record<string, number>>> {
  const tables = await tablesOf(database);
  return Object.fromEntries([...tables].map(([name, rows]) => [name, rows.length]));
}

/** Tables that hold this word in any column, also inside bytes. */
export async function tablesWith(database: Database, word: string): Promise<readonly string[]> {
  const hex = Buffer.from(word).toString("hex");
  return [...(await tablesOf(database))]
    .filter(([, rows]) => rows.some((row) => row.includes(word) || row.includes(hex)))
    .map(([name]) => name);
}

/** Every value of every column, bytes as they are; on SQLite also every byte of the file and of those beside it. */
export async function bytesOf(database: Database): Promise<Buffer> {
  const names = await tableNames(database);
  const rows = await Promise.all(names.map((name) => rowsOf(database, name)));
  const values = rows.flat().flatMap((row) => Object.values(row));
  const parts = values.map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(`${value}`)));
  return Buffer.concat([...parts.flatMap((part) => [part, gap]), ...filesOf(database)]);
}

/** The database's own files: SQLite's file, its log, and copies beside it. */
function filesOf(database: Database): readonly Buffer[] {
  if (database.kind === "postgres") return [];
  const folder = dirname(database.file);
  return readdirSync(folder)
    .filter((name) => name.startsWith(basename(database.file)))
    .map((name) => readFileSync(join(folder, name)));
}

/** Between two values, so that no word is made of their ends. */
const gap = Buffer.from([0, 0]);

async function tableNames({ kind, read }: Database): Promise<readonly string[]> {
  const { rows } =
    kind === "sqlite"
      ? await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(
          read,
        )
      : await sql<{
          name: string;
        }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(read);
  return rows.map(({ name }) => name).toSorted();
}

async function rowsOf({ read }: Database, table: string): Promise<readonly Row[]> {
  return (await sql<Row>`select * from ${sql.table(table)}`.execute(read)).rows;
}

function textOf(row: Row): string {
  return JSON.stringify(row, (_name, value) => (isBytes(value) ? bytesIn(value) : value));
}

/** A Buffer as JSON.stringify hands it on. */
type Bytes = { readonly type: "Buffer"; readonly data: readonly number[] };

function isBytes(value: unknown): value is Bytes {
  return typeof value === "object" && value !== null && "type" in value && value.type === "Buffer";
}

function bytesIn({ data }: Bytes): string {
  return Buffer.from(data).toString("hex");
}
