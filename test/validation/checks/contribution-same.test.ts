import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarMonth, monthAfter } from "../../../src/enrolment/calendar.ts";
import { contributionFor } from "../../../src/enrolment/contribution.ts";
import { contributionSame } from "../../../src/validation/checks/contribution-same.ts";
import { contribution, siti } from "../../submissions/hand-in.ts";
import { needs, type Row, remarks } from "./look.ts";

const differs = (counted: string) => ({
  "contribution-differs": { told: "Rp45.600", counted },
});

test.each<Row>([
  ["what she was told", {}, {}],
  ["another income in the same bracket", { income: 1_699_000 }, {}],
  ["in the gap between two brackets", { income: 1_699_500 }, {}],
  ["an income of the next bracket", { income: 1_700_000 }, differs("Rp49.600")],
  ["with savings", { programs: "jkk-jkm-jht" }, differs("Rp141.600")],
  ["one month", { period: "1" }, differs("Rp11.400")],
  ["a year", { period: "12" }, differs("Rp250.800")],
  ["as an employer: no discount is known to hold", { segment: "employer" }, differs("Rp68.400")],
  ["in transport: the discount goes on", { sector: "transport" }, differs("Rp34.200")],
  [
    "the government pays: no discount",
    { payer: "sponsor", sponsor: "government" },
    differs("Rp68.400"),
  ],
  ["a village pays: the discount is hers", { payer: "sponsor", sponsor: "village" }, {}],
  ["another name, another phone", { name: "Wayan", phone: "none" }, {}],
])("the contribution worked out again: %s", async (_why, part, expected) => {
  expect(await remarks(contributionSame, part)).toEqual(expected);
});

const [first, ...later] = contribution.months;

test.each<[string, unknown]>([
  ["nothing was saved", undefined],
  ["the rules had ended when she handed it in", { months: [] }],
  ["an amount is missing", { months: contribution.months }],
  ["of a form that is not ours", { monthly: 16_800 }],
  ["a month that there is not", { ...contribution, months: [{ ...first, month: "2026-13" }] }],
  ["an amount with cents", { ...contribution, toPay: 45_600.5 }],
  ["of a time before any rule", { ...contribution, months: [{ ...first, month: "2010-01" }] }],
  ["of a time that no calendar has", { ...contribution, months: [{ ...first, month: "9999-12" }] }],
])("a contribution that cannot be worked out again: %s", async (_why, saved) => {
  const found = await remarks(contributionSame, {}, { contribution: saved });
  expect(found).toEqual({ "contribution-unknown": {} });
});

test.each<[string, unknown]>([
  ["the sum", { ...contribution, toPay: 45_601 }],
  ["the sum before the discount", { ...contribution, normal: 68_401 }],
  [
    "one month",
    { ...contribution, months: [first, ...later.map((one) => ({ ...one, toPay: 1 }))] },
  ],
])("an amount that was changed: %s", async (_why, saved) => {
  const found = await remarks(contributionSame, {}, { contribution: saved });
  expect(Object.keys(found)).toEqual(["contribution-differs"]);
});

test("a contribution that was worked out by the rules is never remarked", async () => {
  const period = fc.constantFrom("1", "3", "6", "12");
  const programs = fc.constantFrom("jkk-jkm", "jkk-jkm-jht");
  const month = fc.nat(60).map((later) => monthAfter("2026-01" as CalendarMonth, later));
  const income = fc.integer({ min: 1, max: 30_000_000 });
  await fc.assert(
    fc.asyncProperty(period, programs, month, income, async (period, programs, month, income) => {
      const part = { period, programs, income };
      const months = Array.from({ length: Number(period) }, (_, later) => monthAfter(month, later));
      const told = contributionFor({ ...siti, ...part }, needs.rules, months);
      const saved: unknown = JSON.parse(JSON.stringify(told));
      expect(await remarks(contributionSame, part, { contribution: saved })).toEqual({});
    }),
  );
});
