/** What an operator may get wrong: the program says in one sentence what it is and what to do, and touches nothing. */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { type Home, inside, look, newHome } from "./home.ts";
import { answer, siti, webPhone } from "./person.ts";
import { type Ended, runProgram, startProgram } from "./program.ts";
import { type Tables, tablesOf } from "./tables.ts";

/** Somebody has begun to talk here, and the program has stopped. */
async function livedIn(): Promise<Home> {
  const home = await newHome();
  await inside(home, ({ inbox }) => answer(inbox, webPhone("siti"), siti, "nik"));
  return home;
}

/** Two on an idle machine; another suite may be at work beside this one. */
const mostSeconds = 30;

function refuses({ code, output, seconds }: Ended, names: readonly RegExp[]): void {
  expect(code).toBe(1);
  expect(seconds).toBeLessThan(mostSeconds);
  for (const name of names) expect(output).toMatch(name);
  // No stack, no kind of error, nothing repeated: one sentence, below a heading where it is one of a list.
  expect(output).not.toMatch(/^ +at |\w*Error\b/m);
  expect(output.trim().split("\n").length).toBeLessThanOrEqual(2);
}

describe("a database that holds somebody's answers is left as it is", () => {
  test.each<[string, (home: Home) => unknown, readonly RegExp[]]>([
    [
      "when the key is another one",
      ({ key }) => writeFileSync(key, randomBytes(32).toString("base64"), { mode: 0o600 }),
      [/root\.key/, /bukan kunci data ini/, /Kembalikan kunci/],
    ],
    ["when the key is gone", ({ key }) => rmSync(key), [/root\.key/, /Kembalikan berkas kunci/]],
    ["when others can read the key", ({ key }) => chmodSync(key, 0o644), [/chmod 600 .*root\.key/]],
    [
      "when the key is cut",
      ({ key }) => writeFileSync(key, readFileSync(key, "utf8").slice(0, 20)),
      [/root\.key/, /32 byte acak/],
    ],
    [
      "when the key is a folder",
      ({ key }) => {
        rmSync(key);
        mkdirSync(key, { mode: 0o755 });
      },
      [/root\.key/, /itu folder, bukan berkas/, /DATA_KEY_FILE/],
    ],
    [
      "when it was made by a newer program",
      (home) =>
        look(home, ({ grouped }) =>
          grouped((db) =>
            db
              .insertInto("schema_version")
              .values({
                version: 99,
                name: "later",
                min_program: 99,
                at: "2027-01-01T00:00:00.000Z",
              })
              .execute(),
          ),
        ),
      [/mengenal 99/, /Perbarui programnya/],
    ],
  ])("%s", async (_when, spoil, names) => {
    const home = await livedIn();
    await spoil(home);
    const before = await look(home, tablesOf);
    refuses(await runProgram(home), names);
    expect(await look(home, tablesOf)).toEqual(before);
  });

  test("when a program already runs on it, which goes on", async () => {
    const home = await livedIn();
    const { address } = await startProgram(home);
    const before = await look(home, withoutLease);
    refuses(await runProgram(home), [/data/, /DATA_DIR/]);
    expect(await look(home, withoutLease)).toEqual(before);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });

  test("when the port is taken, and it opens again with another", async () => {
    const home = await livedIn();
    const before = await look(home, tablesOf);
    const port = await takePort();
    refuses(await runProgram(home, { PORT: port }), [new RegExp(`port ${port}`), /isi PORT/]);
    expect(await look(home, tablesOf)).toEqual(before);
    const { address } = await startProgram(home);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });
});

test.each<[string, Readonly<Record<string, string>>, readonly RegExp[]]>([
  ["a port of letters", { PORT: "abc" }, [/PORT: harus bilangan bulat/, /\.env\.example/]],
  ["a key that is too short", { DATA_KEY: "c2hvcnQ=" }, [/DATA_KEY: harus 32 byte acak/]],
  [
    "a database of a kind unknown",
    { DATABASE_URL: "mysql://a:b@c/d" },
    [/DATABASE_URL: harus berawal/],
  ],
  [
    "a database that is not there",
    { DATABASE_URL: "postgres://lindung:geheim@localhost:1/lindung" },
    [/DATABASE_URL/, /ECONNREFUSED/],
  ],
])("refused: %s", async (_what, settings, names) => {
  const home = await newHome();
  const ended = await runProgram(home, settings);
  refuses(ended, names);
  for (const value of Object.values(settings)) expect(ended.output).not.toContain(value);
  expect(ended.output).not.toContain("geheim");
});

test.each<[string, (home: Home) => unknown, readonly RegExp[]]>([
  [
    "a data folder below a file",
    ({ data }) => writeFileSync(data, "a file"),
    [/DATA_DIR: harus folder, tetapi \S+\/data adalah berkas/],
  ],
  [
    "a data folder where nothing can be made",
    (home) => Object.assign(home, { data: "/proc/lindung" }),
    [/\/proc\/lindung\/below/, /DATA_DIR/],
  ],
  [
    "a data folder with a file that is no database",
    ({ data }) => {
      mkdirSync(join(data, "below"), { recursive: true });
      writeFileSync(join(data, "below", "lindung.db"), "no database, but a letter".repeat(100));
    },
    [/data\/below/, /bukan basis data/],
  ],
])("refused: %s", async (_what, spoil, names) => {
  const home = await newHome();
  await spoil(home);
  refuses(await runProgram(home, { DATA_DIR: join(home.data, "below") }), names);
});

test("a flow that cannot be read is named with its line, before anything is opened", async () => {
  const home = await newHome();
  const project = join(home.folder, "copy");
  const folder = home.project;
  for (const name of ["src", "flows", "locales", "package.json"]) {
    cpSync(join(folder, name), join(project, name), { recursive: true });
  }
  symlinkSync(join(folder, "node_modules"), join(project, "node_modules"));
  const flow = join(project, "flows", "enrolment.yaml");
  writeFileSync(flow, readFileSync(flow, "utf8").replace("name: enrolment", "name: [enrolment"));
  const { code, output, seconds } = await runProgram({ ...home, project });
  expect(code).toBe(1);
  expect(seconds).toBeLessThan(mostSeconds);
  expect(output).toMatch(/flows\/enrolment\.yaml:\d+:\d+ /);
  expect(output).not.toMatch(/^ +at /m);
  expect(() => readFileSync(home.key)).toThrow(/ENOENT/);
});

/** The running program renews its lease every few seconds. */
async function withoutLease(database: Database): Promise<Tables> {
  return new Map([...(await tablesOf(database))].filter(([table]) => table !== "lease"));
}

/** A port where somebody else listens. */
async function takePort(): Promise<string> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return String(address.port);
}
