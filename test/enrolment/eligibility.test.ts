import { expect, test } from "vitest";
import type { CalendarDate } from "../../src/enrolment/calendar.ts";
import { ageVerdict, eligibilityRuleSchema, minimumAge } from "../../src/enrolment/eligibility.ts";
import { rowsOf } from "../lists.ts";

const rules = rowsOf("rules/eligibility.yaml", eligibilityRuleSchema);
const today = "2026-11-25" as CalendarDate;

test.each([
  ["a grown-up", "1980-03-05", "fine"],
  ["eighteen today", "2008-11-25", "fine"],
  ["eighteen tomorrow", "2008-11-26", "under-age"],
  ["a child", "2015-01-01", "under-age"],
  ["sixty tomorrow", "1966-11-26", "fine"],
  ["sixty today", "1966-11-25", "to-check"],
  ["eighty", "1946-01-01", "to-check"],
  ["a year in which one may be eighteen", "2008", "fine"],
  ["a year in which one is certainly younger", "2009", "under-age"],
  ["a year in which one may be sixty", "1966", "to-check"],
  ["a year in which one is certainly not yet sixty", "1967", "fine"],
])("age: %s", (_why, birth, expected) => {
  expect(ageVerdict(birth, today, rules)).toBe(expected);
});

test("the age below which the talk stops comes from the rule", () => {
  expect(minimumAge(rules, today)).toBe(18);
});

test.each([
  ["the row that holds, not the one before it", ["2000-01-01", "2020-01-01"], 21],
  ["whatever their order in the file", ["2020-01-01", "2000-01-01"], 20],
  ["not one that has yet to begin", ["2000-01-01", "2099-01-01"], 20],
])("of two ages: %s", (_why, [first = "", second = ""], expected) => {
  const [row] = rules.filter(({ kind }) => kind === "minimum");
  if (row === undefined) throw new Error("no minimum age");
  const two = [
    { ...row, from: first, age: 20 },
    { ...row, from: second, age: 21 },
  ];
  expect(minimumAge(two, today)).toBe(expected);
  expect(
    minimumAge(
      two.map((row) => ({ ...row, to: "2021-01-01" })),
      today,
    ),
  ).toBe(expected);
});

test("without a rule nobody is too young, and nobody is checked", () => {
  expect(minimumAge([], today)).toBe(0);
  expect(ageVerdict("2020-01-01", today, [])).toBe("fine");
});

test("a lowest age that is not sure refuses nobody", () => {
  const doubtful = rules.map((rule) => ({ ...rule, sure: "C" as const }));
  expect(minimumAge(doubtful, today)).toBe(0);
  expect(ageVerdict("2012-01-01", today, doubtful)).toBe("fine");
});

test("what is neither a date nor a year is a fault of the program", () => {
  expect(() => ageVerdict("yesterday", today, rules)).toThrow("a date or a year");
});
