import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checks } from "../../src/content/checks.ts";
import { readContent } from "../../src/content/content.ts";
import { printFault } from "../../src/content/reading/fault.ts";
import { shapeRules } from "../../src/content/reading/shape.ts";
import { commandNames } from "../../src/conversation/commands.ts";
import type { BrokenFlow } from "../broken-flows/broken-flow.ts";
import { rows } from "../broken-flows/rows.ts";
import { shape } from "../broken-flows/shape.ts";
import { together } from "../broken-flows/together.ts";
import { words } from "../broken-flows/words.ts";

const brokenFlows = [...shape, ...together, ...words, ...rows];

test("the small flow is sound before it is broken", () => {
  expect(faultsIn(soundFolder)).toEqual([]);
});

test.each(brokenFlows.map((broken) => [broken.rule, broken.deed, broken] as const))(
  "%s: an author %s",
  (rule, _deed, broken) => {
    const folder = brokenFolder(broken);
    const faults = faultsIn(folder);
    expect(faults.map(printFault)).toEqual(broken.says);
    expect(faults.map((fault) => fault.rule)).toContain(rule);
  },
);

test("every rule has a broken flow", () => {
  const broken = new Set(brokenFlows.map(({ rule }) => rule));
  expect([...shapeRules, ...Object.keys(checks)].filter((rule) => !broken.has(rule))).toEqual([]);
});

const project = join(import.meta.dirname, "..", "..");
const workshop = mkdtempSync(join(tmpdir(), "lindung-flows-"));
const soundFolder = buildSound(join(workshop, "sound"));
let built = 0;

afterAll(() => rmSync(workshop, { recursive: true }));

/** The folder sound/ with the vocabulary of answers from the real locales, and one phrase for each command. */
function buildSound(folder: string): string {
  for (const language of ["id", "en"]) {
    const inside = join("locales", language, "words");
    cpSync(join(project, inside), join(folder, inside), { recursive: true });
    const phrases = commandNames.map((name) => `${name}: [${name}]\n`).join("");
    writeFileSync(join(folder, inside, "commands.yaml"), `polite: [tolong]\n${phrases}`);
  }
  cpSync(join(project, "test", "broken-flows", "sound"), folder, { recursive: true });
  return folder;
}

function brokenFolder({ file, text, by }: BrokenFlow): string {
  built += 1;
  const folder = join(workshop, String(built));
  cpSync(soundFolder, folder, { recursive: true });
  const path = join(folder, file);
  if (by === undefined) rmSync(path);
  else if (text === undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, by);
  } else writeFileSync(path, replaced(readFileSync(path, "utf8"), text, by));
  return folder;
}

/** A text that is not there, or twice, would break nothing or something else. */
function replaced(whole: string, text: string, by: string): string {
  const parts = whole.split(text);
  if (parts.length !== 2) throw new Error(`stands there ${parts.length - 1} times: ${text}`);
  return parts.join(by);
}

function faultsIn(folder: string) {
  const read = readContent(folder);
  return "faults" in read ? read.faults : [];
}
