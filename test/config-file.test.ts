/** The file `.env`: nothing in it is passed over in silence. */
import { expect, test } from "vitest";
import { parseEnvFile, readEnvFile } from "../src/config/env-file.ts";
import { readConfig, settingNames, withEnvFile } from "../src/config.ts";

const home = () => "/home/wayan";
const plain = (text: string) => parseEnvFile(text, settingNames).faults;

test.each([
  ["letters in another order", "PROT=1", "PROT", "PORT"],
  ["letters anyhow", "POTR=1", "POTR", "PORT"],
  ["without its line", "LOGLEVEL=info", "LOGLEVEL", "LOG_LEVEL"],
  ["a folder without its line", "DATADIR=x", "DATADIR", "DATA_DIR"],
  ["another folder without its line", "BACKUPDIR=x", "BACKUPDIR", "BACKUP_DIR"],
  ["a word left out", "REVIEW_DAYS=3", "REVIEW_DAYS", "REVIEW_PROMISE_DAYS"],
  ["one too many letters", "HOSTS=x", "HOSTS", "HOST"],
  ["half of a name", "REDIS=x", "REDIS", "REDIS_URL"],
  ["a word too many", "LINDUNG_DATA_DIR=x", "LINDUNG_DATA_DIR", "DATA_DIR"],
  ["small letters", "port=1", "port", "PORT"],
  ["spaces around it", "  export PROT = 1", "PROT", "PORT"],
  ["something of the operator's", "OPERATOR_WEBSITE=x", "OPERATOR_WEBSITE", "OPERATOR_NAME"],
])(
  "in .env what is no setting is named with the one that is meant: %s",
  (_why, line, name, meant) => {
    const text = `# PORT=1\nHOST=127.0.0.1\n${line}\n`;
    expect(plain(text)).toEqual([{ name, why: "misspelt", values: { meant: expect.any(String) } }]);
    if (name !== "OPERATOR_WEBSITE") expect(plain(text)[0]?.values).toEqual({ meant });
  },
);

test.each([
  ["what is like no setting", "COLOUR=red", { name: "COLOUR", why: "unknown" }],
  ["a line that sets nothing", "PORT 81", { name: ".env", why: "line", values: { line: 3 } }],
  ["a name alone", "PORT", { name: ".env", why: "line", values: { line: 3 } }],
  ["a value alone", "=81", { name: ".env", why: "line", values: { line: 3 } }],
])("in .env it is said: %s", (_why, line, fault) => {
  expect(plain(`# settings\nHOST=x\n${line}\n`)).toEqual([fault]);
});

test.each([
  ["remarks, empty lines and what is empty", "# PROT=1\n\n  # x\nPORT=\n", {}],
  [
    "a mark of the encoding, and ends of lines of elsewhere",
    "\uFEFFPORT=81\r\nHOST=x\r\n",
    { PORT: "81", HOST: "x" },
  ],
  [
    "a value over more lines",
    'OPERATOR_OFFICE="Jalan A\nPalembang"\nPORT=81',
    { PORT: "81", OPERATOR_OFFICE: "Jalan A\nPalembang" },
  ],
  ["a quote that nothing closes", "OPERATOR_OFFICE='Jalan A\nPORT=81", { PORT: "81" }],
])("in .env nothing is wrong with %s", (_what, text, set) => {
  const file = parseEnvFile(text, settingNames);
  expect(file.faults).toEqual([]);
  expect(file.set).toMatchObject(set);
});

test("what the environment sets wins over the file, and faults of both are said once", () => {
  const file = parseEnvFile("PORT=81\nHOST=10.0.0.1\n", settingNames);
  expect(withEnvFile({ PORT: "82" }, file, home)).toMatchObject({
    config: { port: 82, host: "10.0.0.1" },
  });
  const faulty = parseEnvFile("DATA_DRI=x\nPORT=x\n", settingNames);
  expect(withEnvFile({}, faulty, home)).toEqual({
    faults: [
      { name: "DATA_DRI", why: "misspelt", values: { meant: "DATA_DIR" } },
      { name: "PORT", why: "whole-number" },
    ],
  });
  expect(withEnvFile({}, parseEnvFile("COLOUR=red", settingNames), home)).toHaveProperty("faults");
});

test("without a file nothing is wrong; a folder in its place is", () => {
  expect(readEnvFile("/nowhere/.env", settingNames)).toEqual({ set: {}, faults: [] });
  expect(readEnvFile("/", settingNames).faults).toEqual([{ name: ".env", why: "unreadable" }]);
});

const thisFile = import.meta.filename;

test.each([
  ["data where a file is", { DATA_DIR: thisFile }, ["DATA_DIR"]],
  ["data below a file", { DATA_DIR: `${thisFile}/a/b` }, ["DATA_DIR"]],
  ["backups where a file is", { BACKUP_DIR: thisFile }, ["BACKUP_DIR"]],
  ["backups below a file", { BACKUP_DIR: `${thisFile}/a` }, ["BACKUP_DIR"]],
])("what must be a folder is named: %s", (_why, env, names) => {
  const values = { file: thisFile };
  expect(readConfig(env, home)).toEqual({
    faults: names.map((name) => ({ name, why: "not-a-folder", values })),
  });
});
