/** Conditions over what is known. */
import { expect, test } from "vitest";
import { type Condition, holds } from "../../src/conversation/flow/flow.ts";

const known = (datum: string) => ({ segment: "wage", income: 2_000_000 })[datum];
const isMonday = { guard: "monday" };

test.each<[string, Condition | undefined, boolean]>([
  ["no condition always holds", undefined, true],
  ["a value", { datum: "segment", is: "wage" }, true],
  ["another value", { datum: "segment", is: "other" }, false],
  ["one of several", { datum: "segment", in: ["wage", "other"] }, true],
  ["none of several", { datum: "segment", in: ["other"] }, false],
  ["a number is none of several words", { datum: "income", in: ["2000000"] }, false],
  ["known", { datum: "income", known: true }, true],
  ["known, where it should not be", { datum: "income", known: false }, false],
  ["not known", { datum: "name", known: false }, true],
  ["a guard", isMonday, true],
  ["another guard", { guard: "tuesday" }, false],
  ["not", { not: isMonday }, false],
  ["all", { all: [isMonday, { datum: "segment", is: "wage" }] }, true],
  ["all but one", { all: [isMonday, { datum: "segment", is: "other" }] }, false],
  ["any", { any: [{ guard: "tuesday" }, isMonday] }, true],
  ["none of any", { any: [{ guard: "tuesday" }] }, false],
])("%s", (_why, condition, expected) => {
  expect(holds(condition, known, (name) => name === "monday")).toBe(expected);
});
