/** A table is named in exactly one store file, so that whoever changes it has one place to read. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { codeOf, type File, planted, sources } from "./files.ts";

/** Files that may name tables beside `store.ts`, each the only one for its table. */
const stores = ["src/database/lease.ts", "src/database/migrate.ts", "src/vault/key-check.ts"];

const tables = [
  ...tablesOf("src/database/schema.ts", "export type Schema = {"),
  ...tablesOf("src/database/schema-staff.ts", "export type StaffTables = {"),
];

/** Names directly below what begins so. */
function tablesOf(path: string, beginning: string): readonly string[] {
  const schema = readFileSync(path, "utf8");
  const from = schema.slice(schema.indexOf(beginning));
  const body = from.slice(0, from.search(/^\}/m));
  return [...body.matchAll(/^ {2}([a-z_]+): /gm)].map(([, name = ""]) => name);
}

/** Which tables a file asks for: in calls of Kysely, and in SQL by hand. */
function tablesIn(file: File): readonly string[] {
  const code = codeOf(file);
  const calls = [
    ...code.matchAll(
      /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|using|(?:inner|left|right|full|cross)Join)\(\s*(\[[^\]]*\]|["'`][^"'`]+["'`])/g,
    ),
  ].flatMap(([, names = ""]) =>
    [...names.matchAll(/["'`]([a-z_]+)/g)].map(([, name = ""]) => name),
  );
  const sql = [...code.matchAll(/\bsql(?:<[^`]*>)?`([^`]*)`/g)].flatMap(([, text = ""]) =>
    [...text.matchAll(/\b(?:from|join|into|update|table)\s+"?([a-z_]+)/gi)].map(
      ([, name = ""]) => name,
    ),
  );
  return [...new Set([...calls, ...sql])].filter((name) => tables.includes(name));
}

function strayTables(files: readonly File[]): readonly string[] {
  const owners = new Map<string, Set<string>>();
  for (const file of files.filter(({ path }) => !path.startsWith("src/database/migrations/"))) {
    for (const table of tablesIn(file))
      owners.set(table, (owners.get(table) ?? new Set()).add(file.path));
  }
  return [...owners].flatMap(([table, paths]) => [
    ...(new Set([...paths].map(dirname)).size > 1
      ? [`${table} is named in ${[...paths].join(" and ")}`]
      : []),
    ...[...paths].filter((path) => !isStore(path)).map((path) => `${table} is named in ${path}`),
  ]);
}

function isStore(path: string): boolean {
  return path.endsWith("store.ts") || stores.includes(path);
}

/** A room may keep its tables in several `…store.ts` where one would grow past a screen. */
test("every table belongs to the stores of one room", () => {
  expect(tables.length).toBeGreaterThan(15);
  expect(strayTables(sources)).toEqual([]);
});

test("every table is used", () => {
  const named = new Set(sources.flatMap(tablesIn));
  expect(tables.filter((table) => !named.has(table))).toEqual([]);
});

test.each([
  [
    "a table in two stores",
    [
      ...planted("src/people/store.ts", 'db.selectFrom("contact")'),
      ...planted("src/outbox/store.ts", 'db.updateTable("contact")'),
    ],
  ],
  ["a table outside a store", planted("src/inbox/receive.ts", 'db.insertInto("outbox")')],
  ["a table under another name", planted("src/inbox/receive.ts", 'db.selectFrom("outbox as o")')],
  [
    "one of several tables",
    planted("src/inbox/receive.ts", 'db.selectFrom(["nothing", "outbox"])'),
  ],
  ["a table joined", planted("src/inbox/receive.ts", 'from.innerJoin("consent", "a", "b")')],
  ["a table in SQL by hand", planted("src/inbox/receive.ts", "sql`delete from outbox where 1`")],
])("found when planted: %s", (_what, files) => {
  expect(strayTables(files).length).toBeGreaterThan(0);
});
