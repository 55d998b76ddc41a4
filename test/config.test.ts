import { expect, test } from "vitest";
import { readConfig, settingNames } from "../src/config.ts";
import { operatorWording, printSettingFaults } from "../src/content/operator.ts";

const home = () => "/home/wayan";

function configOf(env: Record<string, string>) {
  const read = readConfig(env, home);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.config;
}

const operator = {
  OPERATOR_NAME: "Serikat Tani Contoh",
  OPERATOR_MANDATE: "ST-01/2026",
  OPERATOR_CONTACT: "kantor@contoh.example",
  OPERATOR_CHECK_NUMBER: "175",
  OPERATOR_OFFICE: "Jalan Contoh, Palembang",
};

test("with nothing set, everything stays on this machine and is a trial", () => {
  const config = configOf({});
  expect(config).toMatchObject({
    host: "127.0.0.1",
    port: 8080,
    publicUrl: undefined,
    redisUrl: undefined,
    logLevel: "info",
    reviewPromiseDays: undefined,
    draftKeepDays: 30,
    submissionKeepDays: 365,
    trial: true,
    operator: {},
  });
  expect(config.dataDir).toMatch(/\/data$/);
  expect(config.database).toEqual({ kind: "sqlite" });
});

test.each([
  [
    "an address for people, with or without a slash",
    { PUBLIC_URL: "https://daftar.example/" },
    { publicUrl: "https://daftar.example" },
  ],
  [
    "a port of the address is kept",
    { PUBLIC_URL: "http://10.0.0.5:8080" },
    { publicUrl: "http://10.0.0.5:8080" },
  ],
  ["any free port", { PORT: "0" }, { port: 0 }],
  ["spaces around a value are not part of it", { PORT: " 81 " }, { port: 81 }],
  [
    "an empty setting is not set",
    { PORT: "", HOST: " ", REDIS_URL: "" },
    { port: 8080, host: "127.0.0.1", redisUrl: undefined },
  ],
  [
    "PostgreSQL",
    { DATABASE_URL: "postgres://u:p@db/lindung" },
    { database: { kind: "postgres", url: "postgres://u:p@db/lindung" } },
  ],
  [
    "a queue server of one's own",
    { REDIS_URL: "redis://cache:6379/1" },
    { redisUrl: "redis://cache:6379/1" },
  ],
  ["the key as hex", { DATA_KEY: "0f".repeat(32) }, { dataKey: { given: Buffer.alloc(32, 0x0f) } }],
  [
    "the key as base64",
    { DATA_KEY: Buffer.alloc(32, 7).toString("base64") },
    { dataKey: { given: Buffer.alloc(32, 7) } },
  ],
  [
    "a key file of one's own",
    { DATA_KEY_FILE: "/etc/lindung/key" },
    { dataKey: { file: "/etc/lindung/key" } },
  ],
  [
    "a data folder, for the database too",
    { DATA_DIR: "/srv/lindung" },
    { dataDir: "/srv/lindung", database: { kind: "sqlite" } },
  ],
  ["a promise of review", { REVIEW_PROMISE_DAYS: "3" }, { reviewPromiseDays: 3 }],
  [
    "an operator with everything about it",
    operator,
    { trial: false, operator: { name: "Serikat Tani Contoh", checkNumber: "175" } },
  ],
  ...["0711 123456", "+62 812-3456-7890", "(0711) 123456", "https://serikat.example/cek"].map(
    (number): [string, Record<string, string>, object] => [
      `where to check: ${number}`,
      { OPERATOR_CHECK_NUMBER: number },
      { operator: { checkNumber: number } },
    ],
  ),
  [
    "a name alone is still a trial",
    { OPERATOR_NAME: "Serikat" },
    { trial: true, operator: { name: "Serikat" } },
  ],
])("settings: %s", (_why, env: Record<string, string>, expected) => {
  expect(configOf(env)).toMatchObject(expected);
});

test.each(Object.keys(operator))("without %s it is a trial", (missing) => {
  expect(configOf({ ...operator, [missing]: "" }).trial).toBe(true);
});

test.each([
  ["a port that is no number", { PORT: "http" }, "PORT"],
  ["a port beyond the last", { PORT: "65536" }, "PORT"],
  ["a negative port", { PORT: "-1" }, "PORT"],
  ["an address without a scheme", { PUBLIC_URL: "daftar.example" }, "PUBLIC_URL"],
  ["an address with a path", { PUBLIC_URL: "https://daftar.example/lindung" }, "PUBLIC_URL"],
  ["another database", { DATABASE_URL: "mysql://db/x" }, "DATABASE_URL"],
  ["another queue", { REDIS_URL: "http://cache" }, "REDIS_URL"],
  ["a key that is too short", { DATA_KEY: "rahasia" }, "DATA_KEY"],
  ["a level that does not exist", { LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  ["a promise of no days", { REVIEW_PROMISE_DAYS: "0" }, "REVIEW_PROMISE_DAYS"],
  ["drafts kept for ever", { DRAFT_KEEP_DAYS: "99999" }, "DRAFT_KEEP_DAYS"],
  [
    "a word in place of a number to call",
    { OPERATOR_CHECK_NUMBER: "halo" },
    "OPERATOR_CHECK_NUMBER",
  ],
  ["a page that is none", { OPERATOR_CHECK_NUMBER: "https://x" }, "OPERATOR_CHECK_NUMBER"],
  ["half a day", { SUBMISSION_KEEP_DAYS: "1.5" }, "SUBMISSION_KEEP_DAYS"],
  [
    "the key beside the data it opens",
    { DATA_DIR: "/srv/l", DATA_KEY_FILE: "/srv/l/keys/root" },
    "DATA_KEY_FILE",
  ],
  ["the whole home as data folder, key included", { DATA_DIR: "/home/wayan" }, "DATA_KEY_FILE"],
])("refused, by name and not by value: %s", (_why, env: Record<string, string>, name) => {
  const read = readConfig(env, home);
  expect(read).toMatchObject({ faults: [{ name, why: expect.stringMatching(/^[a-z-]+$/) }] });
  for (const language of ["id", "en"] as const) {
    const faults = "faults" in read ? read.faults : [];
    const printed = printSettingFaults(faults, operatorWording(".", language));
    expect(printed).toMatch(new RegExp(`^  ${name}: \\S.* \\S`));
  }
  const value = env[name];
  const words = JSON.stringify(read).match(/[\w./:-]+/g);
  expect(words).not.toContain(value);
});

test("everything that is wrong is said at once", () => {
  const read = readConfig(
    { PORT: "x", LOG_LEVEL: "x", DATA_DIR: "/a", DATA_KEY_FILE: "/a/b" },
    home,
  );
  expect("faults" in read && read.faults.map(({ name }) => name)).toEqual([
    "PORT",
    "LOG_LEVEL",
    "DATA_KEY_FILE",
  ]);
});

test("two data folders have two keys, both at home and neither in a data folder", () => {
  const [here, there] = ["/srv/a/data", "/srv/b/data"].map(
    (dir) => configOf({ DATA_DIR: dir }).dataKey,
  );
  expect(here).not.toEqual(there);
  expect(here).toEqual({
    file: expect.stringMatching(/^\/home\/wayan\/\.config\/lindung\/data-[0-9a-f]{8}\.key$/),
  });
});

test("a user without a home must say where the key stands, unless it is given", () => {
  const homeless = () => {
    throw new Error("no home");
  };
  expect(readConfig({}, homeless)).toMatchObject({ faults: [{ name: "DATA_KEY_FILE" }] });
  expect(readConfig({ DATA_KEY_FILE: "/run/key" }, homeless)).toHaveProperty("config");
  expect(readConfig({ DATA_KEY: "0f".repeat(32) }, homeless)).toHaveProperty("config");
});

test.each([
  ["a letter too many", "OPERATOR_NAMES", "OPERATOR_NAME"],
  ["a word without its line", "OPERATOR_CHECKNUMBER", "OPERATOR_CHECK_NUMBER"],
  ["two letters in the wrong order", "DATA_DRI", "DATA_DIR"],
  ["two letters of a short name in the wrong order", "PROT", "PORT"],
  ["letters of a short name anyhow", "POTR", "PORT"],
  ["without its line", "DATADIR", "DATA_DIR"],
  ["a longer one without its line", "BACKUPDIR", "BACKUP_DIR"],
  ["a level without its line", "LOGLEVEL", "LOG_LEVEL"],
  ["a part that the operator does not have", "OPERATOR_OFFICES_OF_PALEMBANG", "OPERATOR_OFFICE"],
])("a setting that does not exist is named with the one that is meant: %s", (_why, name, meant) => {
  expect(readConfig({ [name]: "x" }, home)).toEqual({
    faults: [{ name, why: "misspelt", values: { meant } }],
  });
});

test.each([
  ["what belongs to another program", { DATABASE_HOST: "db", LOGNAME: "siti", PORTS: "1" }],
  ["what a shell sets", { HOSTNAME: "x", HOSTTYPE: "x86_64", HOSTS: "x", REDIS: "x", HOME: "/" }],
  ["what is nearly a setting that is set", { DATA_DIR: "/srv/a", DATA_DIRS: "/srv/b" }],
])("left alone: %s", (_why, env: Record<string, string>) => {
  expect(readConfig(env, home)).toHaveProperty("config");
});

test("what is missing of the operator is named", () => {
  const { OPERATOR_MANDATE: _mandate, ...four } = operator;
  expect(configOf(four)).toMatchObject({ trial: true, missing: ["OPERATOR_MANDATE"] });
});

test("every setting has a name that can be exported", () => {
  expect(settingNames.length).toBeGreaterThan(10);
  for (const name of settingNames) expect(name).toMatch(/^[A-Z][A-Z_]*$/);
});

test.each([
  ["below nothing", { DRAFT_KEEP_DAYS: "-1" }, "range"],
  ["half a day", { DRAFT_KEEP_DAYS: "1.5" }, "whole-number"],
  ["less than no port", { PORT: "-1" }, "range"],
])("a number is told for what is wrong with it: %s", (_why, env: Record<string, string>, why) => {
  expect(readConfig(env, home)).toMatchObject({ faults: [{ why }] });
});
