/**
 * What a BPU contributes. Income chooses a bracket, the bracket has a base, and the programs take their share of the
 * base (JKK, JHT) or a fixed amount (JKM). Never a percentage of the income itself. PP 44/2015 annex II, PP 46/2015.
 */
import { z } from "zod";
import { type CalendarDate, type CalendarMonth, monthAfter, monthOf } from "./calendar.ts";
import { datedShape, inForce, mayBeSaid } from "./rules.ts";

export const contributionRuleSchema = z.strictObject({
  ...datedShape,
  jkk_percent: z.number().positive(),
  jht_percent: z.number().positive(),
  /** Rupiah a month. */
  jkm: z.int().positive(),
  /** Ascending; `above` is the lowest income (rupiah a month) of the bracket, the first is 0. */
  brackets: z.array(z.strictObject({ above: z.int().min(0), base: z.int().positive() })).min(1),
});

/** By contribution month, whatever the day of payment: `from` and `to` are the first and last day of months. */
export const discountRuleSchema = z.strictObject({
  ...datedShape,
  sector: z.enum(["transport", "other"]),
  jkk_percent: z.number().min(0).max(100),
  jkm_percent: z.number().min(0).max(100),
  /** Whoever's contribution is paid by one of these does not get it. */
  not_funded_by: z.array(z.string()),
  /** Segments for which it is not known to hold: nothing is promised to them. */
  not_for: z.array(z.string()),
});

export type ContributionRule = z.infer<typeof contributionRuleSchema>;
export type DiscountRule = z.infer<typeof discountRuleSchema>;

export type ContributionInput = {
  /** Whole rupiah a month. */
  readonly income: number;
  readonly programs: "jkk-jkm" | "jkk-jkm-jht";
  readonly segment: string;
  readonly sector: "transport" | "other";
  /** Who pays, where it is not the person. */
  readonly fundedBy?: string;
};

export type MonthlyContribution = {
  readonly month: CalendarMonth;
  readonly base: number;
  readonly jkk: number;
  readonly jkm: number;
  readonly jht: number;
  readonly normal: number;
  readonly discount: number;
  readonly toPay: number;
  /** Ids of the rows it came from. */
  readonly rules: readonly string[];
};

export type Contribution = {
  readonly months: readonly MonthlyContribution[];
  readonly normal: number;
  readonly toPay: number;
};

export type ContributionRules = {
  readonly contributions: readonly ContributionRule[];
  readonly discounts: readonly DiscountRule[];
};

/** The contribution of each month and their sum, in whole rupiah; undefined where no rule holds for one of the months. */
export function contributionFor(
  input: ContributionInput,
  rules: ContributionRules,
  months: readonly CalendarMonth[],
): Contribution | undefined {
  const each = months.flatMap((month) => monthly(input, rules, month) ?? []);
  if (each.length < months.length) return undefined;
  const sum = (part: "normal" | "toPay") => each.reduce((total, month) => total + month[part], 0);
  return { months: each, normal: sum("normal"), toPay: sum("toPay") };
}

/** The discount that a contribution month has in a sector, if it may be said. */
export function discountFor(
  month: CalendarMonth,
  sector: "transport" | "other",
  discounts: readonly DiscountRule[],
): DiscountRule | undefined {
  return inForce(discounts, firstDay(month)).find((row) => row.sector === sector && mayBeSaid(row));
}

/**
 * The last month of the discount that `month` has, the same share all the time, where the normal amount follows.
 * Undefined where there is none, where its end is not known, or where another discount follows.
 */
export function discountEnds(
  month: CalendarMonth,
  sector: "transport" | "other",
  discounts: readonly DiscountRule[],
): CalendarMonth | undefined {
  const row = discountFor(month, sector, discounts);
  if (row === undefined || row.to === null) return undefined;
  const last = monthOf(row.to as CalendarDate);
  const next = discountFor(monthAfter(last, 1), sector, discounts);
  if (next === undefined) return last;
  const isSame = next.jkk_percent === row.jkk_percent && next.jkm_percent === row.jkm_percent;
  return isSame ? discountEnds(monthAfter(last, 1), sector, discounts) : undefined;
}

/** `count` contribution months, the month of `today` first. */
export function firstMonths(today: CalendarDate, count: number): readonly CalendarMonth[] {
  return [...Array(count).keys()].map((index) => monthAfter(monthOf(today), index));
}

/** The smallest normal contribution a month: what "from" means in the greeting. Undefined where no rule holds. */
export function lowestContribution(
  rules: ContributionRules,
  today: CalendarDate,
  programs: ContributionInput["programs"] = "jkk-jkm",
): number | undefined {
  const input = { income: 0, programs, segment: "own-account", sector: "other" } as const;
  return contributionFor(input, rules, [monthOf(today)])?.normal;
}

function monthly(
  { income, programs, segment, sector, fundedBy }: ContributionInput,
  rules: ContributionRules,
  month: CalendarMonth,
): MonthlyContribution | undefined {
  const rule = inForce(rules.contributions, firstDay(month)).find(mayBeSaid);
  // The printed brackets leave Rp999 between them; the highest that begins at or below the income holds there too.
  const bracket = rule?.brackets.findLast(({ above }) => above <= income);
  if (rule === undefined || bracket === undefined) return undefined;
  const jkk = share(bracket.base, rule.jkk_percent);
  const jkm = rule.jkm;
  const jht = programs === "jkk-jkm-jht" ? share(bracket.base, rule.jht_percent) : 0;
  const normal = jkk + jkm + jht;
  const found = discountFor(month, sector, rules.discounts);
  const isLeftOut =
    found?.not_for.includes(segment) ||
    (fundedBy !== undefined && found?.not_funded_by.includes(fundedBy));
  const cut = isLeftOut ? undefined : found;
  const discount =
    cut === undefined ? 0 : share(jkk, cut.jkk_percent) + share(jkm, cut.jkm_percent);
  return {
    month,
    base: bracket.base,
    jkk,
    jkm,
    jht,
    normal,
    discount,
    toPay: normal - discount,
    rules: cut === undefined ? [rule.id] : [rule.id, cut.id],
  };
}

/** A percentage in whole rupiah; all amounts of the table come out whole. */
function share(amount: number, percent: number): number {
  return Math.round((amount * percent) / 100);
}

function firstDay(month: CalendarMonth): CalendarDate {
  return `${month}-01` as CalendarDate;
}
