/** What files are called and how long they get; and that the README tells of files and commands that are there. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type File, filesIn, planted, sources } from "./files.ts";

const mostLines = 250;
/** Names that say nothing about what is inside. */
const empty =
  /^(utils?|helpers?|common|shared|managers?|services?|types?|constants?|interfaces?|misc|index)$/;
/** Pages whose paths and commands must be true. */
const pages = ["README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"];
/** Made while the program runs, so not in a fresh clone. */
const madeLater = ["data/", ".env", "node_modules/"];

const tests = filesIn("test", ".ts");
const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync("package.json", "utf8"),
).scripts;

function tooLong(files: readonly File[]): readonly string[] {
  return files
    .filter(({ text }) => text.split("\n").length - 1 >= mostLines)
    .map(({ path }) => path);
}

function misnamed(files: readonly File[]): readonly string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => {
      const names = path.split("/").map((name) => name.replace(/\..*$/, ""));
      return names.some((name) => empty.test(name) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
    });
}

function untrue(page: string): readonly string[] {
  const spans = [...page.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  const paths = spans.filter((span) =>
    /^[\w.*<>{},-]+\/[\w./*<>{},-]*$|^[\w-]+\.(?:ts|mjs|yaml|json|md)$/.test(span),
  );
  const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = ""]) => link);
  const commands = [...page.matchAll(/\bnpm run ([a-z:-]+)/g)].map(([, name = ""]) => name);
  return [
    ...[...paths, ...links].filter((path) => !/[*<>{}]/.test(path) && !isThere(path)),
    ...commands.filter((name) => scripts[name] === undefined).map((name) => `npm run ${name}`),
  ];
}

function isThere(path: string): boolean {
  if (madeLater.some((made) => path.startsWith(made))) return true;
  return existsSync(path) || existsSync(`src/${path}`) || existsSync(`.github/${path}`);
}

test("no file has two subjects", () => {
  expect(tooLong([...sources, ...tests])).toEqual([]);
});

test("every file is named for what it holds", () => {
  expect(misnamed([...sources, ...tests])).toEqual([]);
});

test.each(pages)("%s is true", (page) => {
  expect(untrue(readFileSync(page, "utf8"))).toEqual([]);
});

test.each([
  ["a long file", tooLong, "src/a.ts", "\n".repeat(250)],
  ["a file of leftovers", misnamed, "src/inbox/utils.ts", ""],
  ["a folder of leftovers", misnamed, "src/shared/nik.ts", ""],
  ["a file named like a class", misnamed, "src/inbox/MessageReceiver.ts", ""],
])("found when planted: %s", (_what, rule, path, text) => {
  expect(rule(planted(path, text))).toEqual([path]);
});

test.each([
  ["a file that is not there", "See `src/nowhere/at-all.ts`."],
  ["a link to nothing", "See [this](nowhere.md)."],
  ["a command that is not there", "Run `npm run nothing`."],
])("found when planted: %s", (_what, text) => {
  expect(untrue(text)).toHaveLength(1);
});
