/** What somebody earns in a month. By the day, the week or the harvest it is worked out and asked back, never guessed. */
import { rupiah } from "../../enrolment/money.ts";
import { type Amount, amountsIn, type FoundAmount, piecesOf } from "./amounts.ts";
import { type BesideMoney, besideMoney } from "./beside-money.ts";
import { type Earned, earnedIn, type Period, usualDays } from "./earning-period.ts";
import type { Kind, Reading, WayOut } from "./kind.ts";
import { plain } from "./plain.ts";
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
    const beside = besideMoney(heard, piecesOf(heard, words), words);
    if (beside.things === "priced") return misread("things");
    if (beside.isLoss) return menu;
    const earned = earnedIn(beside.rest, words.numbers);
    const amounts = amountsIn(earned.rest, words);
    const [first, second, ...more] = beside.isOfNumbers ? amounts.filter(hasUnit) : amounts;
    if (first === undefined) return withoutAmount(beside, words);
    if (more.length > 0) return misread("several");
    if (second !== undefined) return between(first, second, earned, words);
    const isDoubtful = beside.isSeasonal || isWithDash(heard);
    const { amount, isSure } = sized(first, earned.period);
    if (isBound(heard, words) && isForAMonth(amount, earned.period)) {
      return worked("income.meant", amount, amount);
    }
    return earning({ amount, isSure: isSure && !isDoubtful }, earned, words);
  },
  print: (value, { words }) => `${rupiah(value)} ${words.numbers.a_month}`,
  parse: (saved) =>
    typeof saved === "number" && Number.isInteger(saved) && isInBounds(saved) ? saved : undefined,
};

function hasUnit({ kind }: Amount): boolean {
  return kind !== "bare";
}

/** "-5 juta" may be a list or less than nothing; "-+ 2 juta" is about two million. */
function isWithDash(heard: string): boolean {
  return /^\s*[-‐-―−]\s*\p{N}/u.test(heard);
}

/** "di bawah 1 juta", ">2jt": near that amount, but who knows on which side. */
function isBound(heard: string, { numbers }: Words): boolean {
  const said = ` ${plain(heard)} `;
  return /[<>]/.test(heard) || numbers.bounds.some((phrase) => said.includes(` ${phrase} `));
}

function isForAMonth(amount: number, period: Period | undefined): boolean {
  return (
    isInBounds(amount) && (period === undefined ? amount >= perhapsDaily : period.kind === "month")
  );
}

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

function earning({ amount, isSure }: Sized, earned: Earned, words: Words): Reading<number> {
  const { period } = earned;
  if (amount === 0) return menu;
  if (amount < 1_000) return misread("too-little");
  if (amount > most) return misread("too-much");
  if (period === undefined) {
    return isSure && amount >= perhapsDaily ? inBounds(amount) : dayOrMonth(amount, words);
  }
  switch (period.kind) {
    case "day":
      return byTheDay(amount * period.times, period.days ?? usualDays, words);
    case "harvest":
      return earned.rest.some((piece) => words.numbers.unknown.includes(piece))
        ? menu
        : byTheHarvest(amount, words);
    case "part":
      return worked(`income.${period.text}`, amount, Math.round(amount * period.perMonth));
    case "month":
      return isSure ? inBounds(amount) : worked("income.meant", amount, amount);
  }
}

function withoutAmount({ rest, things }: BesideMoney, { numbers }: Words): Reading<number> {
  if (things === "counted") return misread("things");
  const untold = [...numbers.unknown, ...numbers.vague];
  return rest.some((piece) => untold.includes(piece)) ? menu : misread("not-an-amount");
}

function byTheDay(amount: number, days: number, { numbers }: Words): Reading<number> {
  if (days < 1 || days > 31) return misread("no-such-days");
  const monthly = amount * days;
  if (!isInBounds(monthly)) return inBounds(monthly);
  const completes = `${rupiah(amount)} ${numbers.each.day[0]} {} ${numbers.nouns.day[0]}`;
  const otherDays: WayOut = {
    value: "other-days",
    label: { key: "answers.income.other-days" },
    completes,
    asks: "income.days",
  };
  const values = { daily: rupiah(amount), days, monthly: rupiah(monthly) };
  return {
    ...askBack("income.daily", values, [yes(monthly), otherDays, otherAmount]),
    completes,
  };
}

/** Each count stands at its own place: whoever types "4" means four times a year and the fourth button. */
function byTheHarvest(amount: number, { numbers }: Words): Reading<number> {
  const [harvest, times] = [numbers.nouns.harvest[0], numbers.times[0]];
  const ways: readonly WayOut[] = [1, 2, 3, 4, 5, 6].map((count) => ({
    value: `times-${count}`,
    label: { key: "answers.income.times", values: { count } },
    rereads: `${rupiah(amount)} ${harvest} ${count} ${times}`,
  }));
  return {
    ...askBack("income.harvest", { amount: rupiah(amount) }, [...ways, otherAmount]),
    completes: `${rupiah(amount)} ${harvest} {}`,
  };
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
    called: numbers.nouns[unit],
    rereads: `${rupiah(amount)} ${numbers.each[unit][0]}`,
  });
  return {
    ...askBack("income.unclear", { amount: rupiah(amount) }, [
      per("day"),
      per("month"),
      otherAmount,
    ]),
    completes: `${rupiah(amount)} ${numbers.per[0]} {}`,
  };
}

/** "1-2 juta", "800-1jt", "50 kadang 100 ribu sehari": which of them is usual? What has no unit is near the other. */
function between(
  first: FoundAmount,
  second: FoundAmount,
  earned: Earned,
  words: Words,
): Reading<number> {
  // "100 ribu seminggu, 1 juta sebulan" are two, and neither is the other's end.
  const { range } = words.numbers;
  const isRange = second.since.length === 0 || second.since.some((piece) => range.includes(piece));
  if (earned.isMixed || !isRange) return misread("several");
  const reference =
    first.kind === "bare" ? sized(second, earned.period) : sized(first, earned.period);
  const [one, other] = [near(first, reference.amount), near(second, reference.amount)];
  if (one === other) return earning({ amount: one, isSure: reference.isSure }, earned, words);
  const amounts = [Math.min(one, other), Math.round((one + other) / 2), Math.max(one, other)];
  const ways = amounts
    .filter((amount) => amount >= 1_000 && amount <= most)
    .map((amount) => ({
      value: String(amount),
      label: { text: rupiah(amount) },
      rereads: `${rupiah(amount)} ${earned.phrase}`.trim(),
    }));
  return ways.length < 2
    ? misread("not-an-amount")
    : {
        ...askBack("income.range", {}, [...ways, otherAmount]),
        ...(earned.phrase === "" ? {} : { completes: `{} ${earned.phrase}` }),
      };
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

/** Whoever cannot tell, or earns nothing now, takes a usual month from a list. */
const menu: Reading<number> = askBack("income.menu", {}, [
  ...typical.map((amount) => ({
    value: String(amount),
    label: { text: rupiah(amount) },
    takes: amount,
  })),
  otherAmount,
]);

function yes(monthly: number): WayOut {
  return { value: "yes", label: { key: "answers.income.yes" }, takes: monthly };
}

function askBack(
  text: string,
  values: Readonly<Record<string, string | number>>,
  ways: readonly WayOut[],
): Reading<number> & { readonly kind: "ask-back" } {
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
