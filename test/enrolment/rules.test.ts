import { expect, test } from "vitest";
import type { CalendarDate } from "../../src/enrolment/calendar.ts";
import { contributionRuleSchema, discountRuleSchema } from "../../src/enrolment/contribution.ts";
import { eligibilityRuleSchema } from "../../src/enrolment/eligibility.ts";
import { type Dated, inForce, mayBeSaid } from "../../src/enrolment/rules.ts";
import { rowsOf } from "../lists.ts";

const row = (id: string, from: string, to: string | null): Dated => ({
  id,
  from,
  to,
  source: "PP 50/2025",
  sure: "B",
});
const rows = [row("old", "2015-07-01", "2025-12-31"), row("new", "2026-01-01", null)];

test.each([
  ["before the first row", "2015-06-30", []],
  ["on the first day of a row", "2015-07-01", ["old"]],
  ["on the last day of a row", "2025-12-31", ["old"]],
  ["on the day after", "2026-01-01", ["new"]],
  ["long after the beginning of an open row", "2050-01-01", ["new"]],
])("rows in force %s", (_why, on, ids) => {
  expect(inForce(rows, on as CalendarDate).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ["A", true],
  ["B", true],
  ["C", false],
  ["D", false],
] as const)("a row of sureness %s may be said: %s", (sure, expected) => {
  expect(mayBeSaid({ ...row("any", "2026-01-01", null), sure })).toBe(expected);
});

test.each([
  ["contributions", rowsOf("rules/contributions.yaml", contributionRuleSchema)],
  ["discounts", rowsOf("rules/discounts.yaml", discountRuleSchema)],
  ["eligibility", rowsOf("rules/eligibility.yaml", eligibilityRuleSchema)],
])("every row of %s has a source and its own id", (_table, found) => {
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  expect(found.filter(({ source }) => !/(PP|UU|Permenaker) \d+\/\d{4}/.test(source))).toEqual([]);
});
