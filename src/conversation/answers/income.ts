/** What somebody earns in a month. By the day, the week or the harvest it is worked out and asked back, never guessed. */
import { rupiah } from "../../enrolment/money.ts";
import { type Amount, amountsIn, piecesOf } from "./amounts.ts";
import { type Earned, earnedIn, type Period, usualDays } from "./earning-period.ts";
import type { Kind, Reading, WayOut } from "./kind.ts";
import type { Words } from "./words.ts";

/** Rupiah. Below the first an amount for which no time was said may be a day's; the others bound a month. */
const perhapsDaily = 500_000;
const least = 100_000;
const most = 1_000_000_000;
/** Rupiah a month, offered to whoever cannot say: they lie in different brackets of contribution. */
const typical = [500_000, 1_200_000, 1_500_000, 2_000_000, 3_000_000, 4_000_000];

/** Whole rupiah a month. */
export const income: Kind<number> = {
  read: (heard, { words }) => {
    const pieces = piecesOf(heard, words);
    const earned = earnedIn(pieces, words.numbers);
    const [first, second, ...more] = amountsIn(earned.rest, words);
    if (first === undefined) return withoutAmount(pieces, words);
    if (second === undefined) return earning(sized(first, earned.period), earned.period, words);
    if (more.length > 0 || earned.isMixed) return misread("several");
    return between(first, second, earned, words);
  },
  print: (value, { words }) => `${rupiah(value)} ${words.numbers.a_month}`,
  parse: (saved) =>
    typeof saved === "number" && Number.isInteger(saved) && isInBounds(saved) ? saved : undefined,
};

type Sized = { readonly amount: number; readonly isSure: boolean };

/** "500" is 500 thousand, "2" two million; for a short time it may be thousands already from a smaller number on. */
function sized({ value, kind }: Amount, period: Period | undefined): Sized {
  if (kind !== "bare") return { amount: value, isSure: kind === "rupiah" };
  return { amount: value * (value < millionsBelow(period) ? 1_000_000 : 1_000), isSure: false };
}

function millionsBelow(period: Period | undefined): number {
  if (period === undefined) return 10;
  switch (period.kind) {
    case "day":
      return 0;
    case "part":
      return period.perMonth > 1 ? 10 : 100;
    case "month":
    case "harvest":
      return 100;
  }
}

function earning(
  { amount, isSure }: Sized,
  period: Period | undefined,
  words: Words,
): Reading<number> {
  if (amount < 1_000) return misread("too-little");
  if (amount > most) return misread("too-much");
  if (period === undefined) {
    return isSure && amount >= perhapsDaily ? inBounds(amount) : dayOrMonth(amount, words);
  }
  switch (period.kind) {
    case "day":
      return byTheDay(amount, period.days ?? usualDays, words);
    case "harvest":
      return byTheHarvest(amount, words);
    case "part":
      return worked(`income.${period.text}`, amount, Math.round(amount * period.perMonth));
    case "month":
      return isSure ? inBounds(amount) : worked("income.meant", amount, amount);
  }
}

function withoutAmount(pieces: readonly string[], { numbers }: Words): Reading<number> {
  if (!pieces.some((piece) => numbers.unknown.includes(piece))) return misread("not-an-amount");
  const ways: readonly WayOut[] = typical.map((amount) => ({
    value: String(amount),
    label: { text: rupiah(amount) },
    takes: amount,
  }));
  return askBack("income.menu", {}, [...ways, otherAmount]);
}

function byTheDay(amount: number, days: number, { numbers }: Words): Reading<number> {
  if (days < 1 || days > 31) return misread("no-such-days");
  const monthly = amount * days;
  if (!isInBounds(monthly)) return inBounds(monthly);
  const template = `${rupiah(amount)} ${numbers.each.day[0]} {} ${numbers.nouns.day[0]}`;
  return askBack("income.daily", { daily: rupiah(amount), days, monthly: rupiah(monthly) }, [
    yes(monthly),
    {
      value: "other-days",
      label: { key: "answers.income.other-days" },
      completes: template,
      asks: "income.days",
    },
    otherAmount,
  ]);
}

/** Each count stands at its own place: whoever types "4" means four times a year and the fourth button. */
function byTheHarvest(amount: number, { numbers }: Words): Reading<number> {
  const [harvest, times] = [numbers.nouns.harvest[0], numbers.times[0]];
  const ways: readonly WayOut[] = [1, 2, 3, 4, 5, 6].map((count) => ({
    value: `times-${count}`,
    label: { key: "answers.income.times", values: { count } },
    rereads: `${rupiah(amount)} ${harvest} ${count} ${times}`,
  }));
  return askBack("income.harvest", { amount: rupiah(amount) }, [...ways, otherAmount]);
}

/** What was worked out from the amount, or only understood from it. */
function worked(text: string, amount: number, monthly: number): Reading<number> {
  if (!isInBounds(monthly)) return inBounds(monthly);
  const values = { amount: rupiah(amount), monthly: rupiah(monthly) };
  return askBack(text, values, [yes(monthly), otherAmount]);
}

function dayOrMonth(amount: number, { numbers }: Words): Reading<number> {
  const per = (unit: "day" | "month"): WayOut => ({
    value: unit,
    label: { key: `answers.income.a-${unit}` },
    rereads: `${rupiah(amount)} ${numbers.each[unit][0]}`,
  });
  return askBack("income.unclear", { amount: rupiah(amount) }, [
    per("day"),
    per("month"),
    otherAmount,
  ]);
}

/** "1-2 juta", "800-1jt", "50 kadang 100 ribu sehari": which of them is usual? What has no unit is near the other. */
function between(
  first: Amount,
  second: Amount,
  { period, phrase }: Earned,
  words: Words,
): Reading<number> {
  const reference = first.kind === "bare" ? sized(second, period) : sized(first, period);
  const [one, other] = [near(first, reference.amount), near(second, reference.amount)];
  if (one === other) return earning({ amount: one, isSure: reference.isSure }, period, words);
  const amounts = [Math.min(one, other), Math.round((one + other) / 2), Math.max(one, other)];
  const ways = amounts
    .filter((amount) => amount >= 1_000 && amount <= most)
    .map((amount) => ({
      value: String(amount),
      label: { text: rupiah(amount) },
      rereads: `${rupiah(amount)} ${phrase}`.trim(),
    }));
  return ways.length < 2
    ? misread("not-an-amount")
    : askBack("income.range", {}, [...ways, otherAmount]);
}

/** Of thousands and millions, the reading of a number without unit that is nearest to the other amount. */
function near({ value, kind }: Amount, reference: number): number {
  if (kind !== "bare") return value;
  const [thousands, millions] = [value * 1_000, value * 1_000_000];
  return thousands * millions > reference * reference ? thousands : millions;
}

const otherAmount: WayOut = {
  value: "other-amount",
  label: { key: "answers.income.other-amount" },
  again: true,
};

function yes(monthly: number): WayOut {
  return { value: "yes", label: { key: "answers.income.yes" }, takes: monthly };
}

function askBack(
  text: string,
  values: Readonly<Record<string, string | number>>,
  ways: readonly WayOut[],
): Reading<number> {
  return { kind: "ask-back", text, values, ways };
}

function inBounds(amount: number): Reading<number> {
  if (isInBounds(amount)) return { kind: "understood", value: amount };
  return misread(amount < least ? "too-little" : "too-much");
}

function isInBounds(amount: number): boolean {
  return amount >= least && amount <= most;
}

function misread(fault: string): Reading<number> {
  return { kind: "misread", fault };
}
