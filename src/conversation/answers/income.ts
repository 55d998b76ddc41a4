/** What somebody earns in a month. By the day, the week or the harvest it is worked out and asked back, never guessed. */
import { rupiah } from "../../enrolment/money.ts";
import { amountsIn, piecesOf } from "./amounts.ts";
import type { Kind, Reading, WayOut } from "./kind.ts";
import type { Words } from "./words.ts";

/** Days of work in a month, weeks in a month, where nothing else is said. */
const usualDays = 25;
const weeksInMonth = 4;
/** Below this an amount without "sebulan" may be a day's. */
const perhapsDaily = 500_000;
const least = 100_000;
const most = 1_000_000_000;

/** Whole rupiah a month. */
export const income: Kind<number> = {
  read: (heard, { words }) => {
    const pieces = piecesOf(heard, words);
    const per = perOf(pieces, words);
    const counted = countOf(pieces, words);
    const amounts = amountsIn(withoutCount(pieces, words), words);
    const [first, second, ...more] = amounts;
    if (first === undefined) return withoutAmount(pieces, words);
    if (second !== undefined)
      return more.length > 0 ? misread("several") : between(first.rupiah, second.rupiah);
    const amount = first.isCertain || first.rupiah >= 10_000 ? first.rupiah : first.rupiah * 1_000;
    switch (per) {
      case "day":
        return byTheDay(amount, counted);
      case "week":
        return converted("week", amount, amount * weeksInMonth);
      case "year":
        return converted("year", amount, Math.round(amount / 12));
      case "harvest":
        return byTheHarvest(amount, counted);
      case "month":
        return inBounds(amount);
      case undefined:
        return first.isCertain && amount >= perhapsDaily ? inBounds(amount) : dayOrMonth(amount);
    }
  },
  print: (value, { words }) => `${rupiah(value)} ${words.numbers.a_month}`,
  parse: (saved) =>
    typeof saved === "number" && Number.isInteger(saved) && saved >= least && saved <= most
      ? saved
      : undefined,
};

type Per = "day" | "week" | "month" | "year" | "harvest";

function perOf(pieces: readonly string[], { numbers }: Words): Per | undefined {
  const kinds = ["day", "week", "month", "year", "harvest"] as const;
  const found = kinds.filter((per) => pieces.some((piece) => numbers.per[per].includes(piece)));
  // "5 juta sekali panen, dua kali setahun" is by the harvest; "50 ribu sehari, 20 hari sebulan" by the day.
  if (found.includes("harvest")) return "harvest";
  return found[0];
}

/** The number before "hari" or "kali": days worked, harvests a year. */
function countOf(pieces: readonly string[], { numbers }: Words): number | undefined {
  const at = pieces.findIndex((_, index) => isCounted(pieces, index, numbers.counted));
  return at === -1 ? undefined : Number(pieces[at]);
}

function withoutCount(pieces: readonly string[], { numbers }: Words): readonly string[] {
  return pieces.filter((_, index) => !isCounted(pieces, index, numbers.counted));
}

function isCounted(pieces: readonly string[], index: number, counted: readonly string[]): boolean {
  return /^\d{1,2}$/.test(pieces[index] ?? "") && counted.includes(pieces[index + 1] ?? "");
}

function withoutAmount(pieces: readonly string[], { numbers }: Words): Reading<number> {
  if (!pieces.some((piece) => numbers.unknown.includes(piece))) return misread("not-an-amount");
  const ways = [500_000, 1_000_000, 1_500_000, 2_000_000, 3_000_000, 4_000_000].map(taking);
  return { kind: "ask-back", text: "income.menu", values: {}, ways };
}

function byTheDay(amount: number, days = usualDays): Reading<number> {
  if (days < 1 || days > 31) return misread("no-such-days");
  const monthly = amount * days;
  if (!isInBounds(monthly)) return inBounds(monthly);
  return {
    kind: "ask-back",
    text: "income.daily",
    values: { daily: rupiah(amount), days, monthly: rupiah(monthly) },
    ways: [
      { value: "yes", label: { key: "answers.income.yes" }, takes: monthly },
      {
        value: "other-days",
        label: { key: "answers.income.other-days" },
        completes: `${amount} sehari {} hari`,
        asks: "income.days",
      },
      { value: "other-amount", label: { key: "answers.income.other-amount" }, again: true },
    ],
  };
}

function byTheHarvest(amount: number, times: number | undefined): Reading<number> {
  if (times !== undefined) return converted("harvest", amount, Math.round((amount * times) / 12));
  return {
    kind: "ask-back",
    text: "income.harvest",
    values: { amount: rupiah(amount) },
    ways: [1, 2, 3, 12].map((count) => ({
      value: `times-${count}`,
      label: { key: "answers.income.times", values: { count } },
      rereads: `${amount} panen ${count} kali`,
    })),
  };
}

function converted(
  per: "week" | "year" | "harvest",
  amount: number,
  monthly: number,
): Reading<number> {
  if (!isInBounds(monthly)) return inBounds(monthly);
  return {
    kind: "ask-back",
    text: `income.by-${per}`,
    values: { amount: rupiah(amount), monthly: rupiah(monthly) },
    ways: [
      { value: "yes", label: { key: "answers.income.yes" }, takes: monthly },
      { value: "other-amount", label: { key: "answers.income.other-amount" }, again: true },
    ],
  };
}

function dayOrMonth(amount: number): Reading<number> {
  return {
    kind: "ask-back",
    text: "income.unclear",
    values: { amount: rupiah(amount) },
    ways: [
      { value: "day", label: { key: "answers.income.a-day" }, rereads: `${amount} sehari` },
      { value: "month", label: { key: "answers.income.a-month" }, rereads: `${amount} sebulan` },
      { value: "other-amount", label: { key: "answers.income.other-amount" }, again: true },
    ],
  };
}

/** "1-2 juta": which of them is usual? The first number has the unit of the second. */
function between(low: number, high: number): Reading<number> {
  const from =
    low < 1_000 && high >= 1_000 ? low * 10 ** (String(high).length - String(low).length) : low;
  const amounts = [...new Set([from, Math.round((from + high) / 2), high])].filter(isInBounds);
  if (amounts.length === 0) return misread("not-an-amount");
  return { kind: "ask-back", text: "income.range", values: {}, ways: amounts.map(taking) };
}

function taking(amount: number): WayOut {
  return { value: String(amount), label: { text: rupiah(amount) }, takes: amount };
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
