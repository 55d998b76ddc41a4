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

function faultsOf(result: ReturnType<typeof shaped>) {
  return "faults" in result ? result.faults : [];
}
