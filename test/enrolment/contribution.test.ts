import { expect, test } from "vitest";
import type { CalendarDate, CalendarMonth } from "../../src/enrolment/calendar.ts";
import {
  type Contribution,
  type ContributionInput,
  contributionFor,
  contributionRuleSchema,
  discountEnds,
  discountFor,
  discountRuleSchema,
  firstMonths,
  lowestContribution,
} from "../../src/enrolment/contribution.ts";
import { rowsOf } from "../lists.ts";

const contributions = rowsOf("rules/contributions.yaml", contributionRuleSchema);
const discounts = rowsOf("rules/discounts.yaml", discountRuleSchema);
const rules = { contributions, discounts };
const month = (text: string) => text as CalendarMonth;
const inApril2027 = [month("2027-04")];
const siti: ContributionInput = {
  income: 1_000_000,
  programs: "jkk-jkm-jht",
  segment: "own-account",
  sector: "other",
};

/** PP 44/2015 annex II: lowest income, base, JKK + JKM, JKK + JKM + JHT. Written out, not worked out. */
const brackets = [
  [0, 1_000_000, 16_800, 36_800],
  [1_100_000, 1_200_000, 18_800, 42_800],
  [1_300_000, 1_400_000, 20_800, 48_800],
  [1_500_000, 1_600_000, 22_800, 54_800],
  [1_700_000, 1_800_000, 24_800, 60_800],
  [1_900_000, 2_000_000, 26_800, 66_800],
  [2_100_000, 2_200_000, 28_800, 72_800],
  [2_300_000, 2_400_000, 30_800, 78_800],
  [2_500_000, 2_600_000, 32_800, 84_800],
  [2_700_000, 2_950_000, 36_300, 95_300],
  [3_200_000, 3_450_000, 41_300, 110_300],
  [3_700_000, 3_950_000, 46_300, 125_300],
  [4_200_000, 4_450_000, 51_300, 140_300],
  [4_700_000, 4_950_000, 56_300, 155_300],
  [5_200_000, 5_450_000, 61_300, 170_300],
  [5_700_000, 5_950_000, 66_300, 185_300],
  [6_200_000, 6_450_000, 71_300, 200_300],
  [6_700_000, 6_950_000, 76_300, 215_300],
  [7_200_000, 7_450_000, 81_300, 230_300],
  [7_700_000, 7_950_000, 86_300, 245_300],
  [8_200_000, 8_700_000, 93_800, 267_800],
  [9_200_000, 9_700_000, 103_800, 297_800],
  [10_200_000, 10_700_000, 113_800, 327_800],
  [11_200_000, 11_700_000, 123_800, 357_800],
  [12_200_000, 12_700_000, 133_800, 387_800],
  [13_200_000, 13_700_000, 143_800, 417_800],
  [14_200_000, 14_700_000, 153_800, 447_800],
  [15_200_000, 15_700_000, 163_800, 477_800],
  [16_200_000, 16_700_000, 173_800, 507_800],
  [17_200_000, 17_700_000, 183_800, 537_800],
  [18_200_000, 18_700_000, 193_800, 567_800],
  [19_200_000, 19_700_000, 203_800, 597_800],
  [20_200_000, 20_700_000, 213_800, 627_800],
] as const;

/** Where a rule holds. */
const paying: (...given: Parameters<typeof contributionFor>) => Contribution = (...given) => {
  const found = contributionFor(...given);
  if (found === undefined) throw new Error("no rule holds");
  return found;
};

test("there are thirty-three brackets", () => {
  expect(contributions[0]?.brackets).toHaveLength(33);
  expect(brackets).toHaveLength(33);
});

test.each(brackets)("an income of %i has the base %i", (income, base, two, three) => {
  const [all] = paying({ ...siti, income }, rules, inApril2027).months;
  const [first] = paying({ ...siti, income, programs: "jkk-jkm" }, rules, inApril2027).months;
  expect(all).toEqual({
    month: "2027-04",
    base,
    jkk: base / 100,
    jkm: 6_800,
    jht: base / 50,
    normal: three,
    discount: 0,
    toPay: three,
    rules: ["bpu-2015"],
  });
  expect(first).toMatchObject({ base, jht: 0, normal: two, toPay: two });
});

test.each(
  brackets.slice(1).flatMap(([lower], index) => {
    const base = brackets[index]?.[1];
    return [
      [lower - 1, "one rupiah less", base],
      [lower - 999, "where the gap of Rp999 begins", base],
      [lower - 1_000, "the printed end of the bracket", base],
    ] as const;
  }),
)("an income of %i, %s, stays in the bracket below", (income, _why, base) => {
  expect(paying({ ...siti, income }, rules, inApril2027).months[0]?.base).toBe(base);
});

test("a very great income stays in the last bracket", () => {
  const { months } = paying({ ...siti, income: 1_000_000_000 }, rules, inApril2027);
  expect(months[0]?.base).toBe(20_700_000);
});

test.each([
  ["transport", "2025-12", 16_800],
  ["transport", "2026-01", 8_400],
  ["transport", "2026-02", 8_400],
  ["transport", "2026-03", 8_400],
  ["transport", "2026-04", 8_400],
  ["transport", "2026-12", 8_400],
  ["transport", "2027-01", 8_400],
  ["transport", "2027-02", 8_400],
  ["transport", "2027-03", 8_400],
  ["transport", "2027-04", 16_800],
  ["other", "2025-12", 16_800],
  ["other", "2026-01", 16_800],
  ["other", "2026-03", 16_800],
  ["other", "2026-04", 8_400],
  ["other", "2026-05", 8_400],
  ["other", "2026-11", 8_400],
  ["other", "2026-12", 8_400],
  ["other", "2027-01", 16_800],
  ["other", "2027-03", 16_800],
] as const)("%s pays for %s Rp%i", (sector, at, expected) => {
  const input = { ...siti, programs: "jkk-jkm", sector } as const;
  expect(paying(input, rules, [month(at)]).toPay).toBe(expected);
});

test("old-age savings are not discounted", () => {
  const [paid] = paying(siti, rules, [month("2026-12")]).months;
  expect(paid).toMatchObject({ normal: 36_800, discount: 8_400, toPay: 28_400 });
  expect(paid?.rules).toEqual(["bpu-2015", "pp50-2025-other"]);
});

test.each([
  ["the government pays (PP 50/2025 leaves out APBN and APBD)", { fundedBy: "government" }],
  ["the person employs others, of whom the rule does not speak", { segment: "employer" }],
])("no discount where %s", (_why, part) => {
  const [paid] = paying({ ...siti, ...part }, rules, [month("2026-12")]).months;
  expect(paid).toMatchObject({ discount: 0, toPay: 36_800, rules: ["bpu-2015"] });
});

test("a discount stays where the family pays", () => {
  expect(paying({ ...siti, fundedBy: "family" }, rules, [month("2026-12")]).toPay).toBe(28_400);
});

test("three months paid in November: two discounted, one not", () => {
  const months = firstMonths("2026-11-25" as CalendarDate, 3);
  const sum = paying({ ...siti, programs: "jkk-jkm" }, rules, months);
  expect(months).toEqual(["2026-11", "2026-12", "2027-01"]);
  expect(sum.months.map(({ toPay }) => toPay)).toEqual([8_400, 8_400, 16_800]);
  expect(sum).toMatchObject({ normal: 50_400, toPay: 33_600 });
});

test("the lowest contribution is that of the first bracket, before any discount", () => {
  expect(lowestContribution(rules, "2026-11-25" as CalendarDate)).toBe(16_800);
});

test.each([
  ["no rule holds yet", [month("2015-06")], siti],
  ["no rule holds yet in the first of two months", [month("2015-06"), month("2015-07")], siti],
  ["an income is below every bracket", inApril2027, { ...siti, income: -1 }],
])("no figure is made up where %s", (_why, months, input) => {
  expect(contributionFor(input, rules, months)).toBeUndefined();
});

test("rows that are not sure state no figure", () => {
  const doubtful = contributions.map((row) => ({ ...row, sure: "C" as const }));
  const weak = discounts.map((row) => ({ ...row, sure: "D" as const }));
  expect(contributionFor(siti, { ...rules, contributions: doubtful }, inApril2027)).toBeUndefined();
  expect(discountFor(month("2026-12"), "other", weak)).toBeUndefined();
});

const [transport, other] = discounts;
const later = (part: object) => ({
  ...other,
  id: "later",
  from: "2027-01-01",
  to: "2027-06-30",
  ...part,
});

test.each([
  ["transport", "2026-01", discounts, "2027-03"],
  ["transport", "2027-03", discounts, "2027-03"],
  ["transport", "2027-04", discounts, undefined],
  ["other", "2026-04", discounts, "2026-12"],
  ["other", "2026-03", discounts, undefined],
  ["other", "2026-12", [transport, other, later({})], "2027-06"],
  ["other", "2026-12", [transport, other, later({ jkk_percent: 25 })], undefined],
  ["other", "2026-12", [transport, other, later({ jkm_percent: 25 })], undefined],
  ["other", "2026-12", [{ ...other, to: null }], undefined],
] as const)("the discount of %s in %s ends as its rows say", (sector, at, rows, expected) => {
  const parsed = discountRuleSchema.array().parse(rows);
  expect(discountEnds(month(at), sector, parsed)).toBe(expected);
});
