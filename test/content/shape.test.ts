import { expect, test } from "vitest";
import { z } from "zod";
import { printFault } from "../../src/content/reading/fault.ts";
import { shaped } from "../../src/content/reading/shape.ts";
import { parseSource } from "../../src/content/reading/source.ts";

const schema = z.strictObject({
  either: z.union([z.literal("none"), z.strictObject({ days: z.int(), unit: z.string() })]),
});

test.each([
  [
    "the branch that was meant is told, not all of them",
    "either: { days: 1, unit: 2 }",
    ['f.yaml:1:26 either.unit: 2 is no text without quotation marks: write "2"'],
  ],
  ["an empty file misses everything", "", ["f.yaml:1:1 must be a map"]],
  ["a list in place of a map", "- 1", ["f.yaml:1:1 must be a map"]],
  ["a key without a value", "either:", ["f.yaml:1:8 either: must be one of none"]],
  [
    "a text where a map is meant",
    "either: { days: { x: 1 }, unit: x }",
    ["f.yaml:1:17 either.days: must be a number"],
  ],
])("%s", (_why, text, says) => {
  const parsed = parseSource("f.yaml", text);
  const faults = "faults" in parsed ? parsed.faults : faultsOf(shaped(parsed.source, schema));
  expect(faults.map(printFault)).toEqual(says);
});

test.each([
  ["a tab", "a:\n\tb: 1", "f.yaml:2:1 a line must be indented by spaces, not by tabs: b: 1"],
  [
    "a colon within a text",
    "a: Jawab begini: ya",
    "f.yaml:1:4 a colon with a space after it begins a value: put the text between quotation marks: a: Jawab begini: ya",
  ],
  [
    "an open quotation mark",
    'a: "ya',
    'f.yaml:1:7 a quotation mark, bracket, comma or colon is missing: a: "ya',
  ],
  [
    "a sign that means something to YAML",
    "a: @siti",
    "f.yaml:1:4 a text that begins with this sign must stand between quotation marks: a: @siti",
  ],
])("letters that are no YAML are told plainly, with the line: %s", (_why, text, said) => {
  const parsed = parseSource("f.yaml", text);
  expect("faults" in parsed && parsed.faults.map(printFault)[0]).toBe(said);
});

function faultsOf(result: ReturnType<typeof shaped>) {
  return "faults" in result ? result.faults : [];
}
