/** The environment is read in one file, and operators can read all of it in another. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig, settingNames } from "../../src/config.ts";
import { type File, placesOf, planted, sources } from "./files.ts";

/** Of the machine, not of this program (POSIX): read, and not for operators to set here. */
const ofTheMachine = ["LC_ALL", "LC_MESSAGES", "LANG", "PATH"];
/** Lines of .env.example that show an address of somebody else instead of the default. */
const examplesOnly = ["PUBLIC_URL"];

const example = readFileSync(".env.example", "utf8");

function readers(files: readonly File[]): readonly string[] {
  return files
    .filter(({ path }) => path !== "src/config.ts")
    .flatMap((file) =>
      placesOf(
        file,
        /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\s*\[\s*["'`]env|\{[^{}\n]*\benv\b[^{}\n]*\}\s*=\s*process\b|\bimport\.meta\.env\b|["'`](?:node:)?process["'`]/g,
        "reads the environment",
      ),
    );
}

/** Names and values of the lines `# NAME=value`. */
function shownIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/^#? ?([A-Z][A-Z_]*)=(.*)$/gm)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

test("the environment is read in config.ts alone", () => {
  expect(readers(sources)).toEqual([]);
});

test(".env.example lists exactly what is read, in the same order", () => {
  expect([...shownIn(example).keys()]).toEqual(settingNames);
});

test("config.ts looks at nothing else", () => {
  const text = readFileSync("src/config.ts", "utf8");
  const looked = [...text.matchAll(/"([A-Z][A-Z_]+)"/g)].map(([, name = ""]) => name);
  expect(looked.filter((name) => ![...settingNames, ...ofTheMachine].includes(name))).toEqual([]);
});

test("the defaults shown are the defaults", () => {
  const shown = [...shownIn(example)].filter(([name]) => !examplesOnly.includes(name));
  expect(readConfig(Object.fromEntries(shown))).toEqual(readConfig({}));
});

test("every setting is explained", () => {
  for (const paragraph of example.split("\n\n").filter((part) => shownIn(part).size > 0)) {
    expect(paragraph).toMatch(/^# [A-Z].*[.:]/);
  }
});

test.each([
  ["a setting read elsewhere", planted("src/log.ts", 'const level = process.env["LOG_LEVEL"];')],
  ["the environment taken apart", planted("src/log.ts", "const { env } = process;")],
  ["the process under another name", planted("src/log.ts", 'import { env } from "node:process";')],
])("found when planted: %s", (_what, files) => {
  expect(readers(files)).toHaveLength(1);
});

test.each([
  ["a setting that nobody reads", `${example}\n# COLOUR=red\n`],
  ["a setting that operators cannot find", example.replace(/^# PORT=.*$/m, "")],
])("found when planted: %s", (_what, text) => {
  expect([...shownIn(text).keys()]).not.toEqual(settingNames);
});
