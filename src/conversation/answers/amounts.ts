/** Amounts of money in a text: "1,5 juta", "1jt500", "500rb", "1.500.000", "satu setengah juta", "sejuta dua ratus". */
import { plainText } from "../../enrolment/plain-text.ts";
import { numbersInWords } from "./number-words.ts";
import { onceFor } from "./once-for.ts";
import type { Words } from "./words.ts";

export type Amount = {
  readonly value: number;
  /**
   * rupiah: a unit or its length says how much it is · doubtful: rupiah, but not everybody means the same by it
   * (gocap, "1jt5") · bare: "500", whose unit was left out.
   */
  readonly kind: "rupiah" | "doubtful" | "bare";
};

type Money = Pick<Words, "numbers" | "dates">;
/** What was read, and the piece after it. */
type Read = { readonly amount: Amount; readonly next: number };

const currency = ["rp", "idr"];
const million = 1_000_000;
/** A number of rupiah from here on is written out; below it thousands or millions were left out. */
const writtenOut = 10_000;

/** Words of the text with its numbers apart from what is glued to them: "1jt500" → 1, jt, 500. Words become digits. */
export function piecesOf(text: string, words: Money): readonly string[] {
  const { numbers } = words;
  const { half, times } = numbers;
  const pieces = plainText(text.replaceAll("½", ` ${half[0]} `))
    .toLowerCase()
    // "100rb*25"
    .replace(/[*×](?= ?\d)/g, ` ${times[0]} `)
    // "kadang2", "kira2": said twice.
    .replace(/(?<=\p{L}{4})2(?![\d\p{L}])/gu, "")
    // Cents, and three by three with spaces between.
    .replace(/(\d{1,3}(?:[.,]\d{3})+)[.,]\d\d(?!\d)/g, "$1")
    .replace(/(?<![\d.,])\d{1,3}(?: \d{3}){2,}(?![\d.,])/g, (spaced) => spaced.replaceAll(" ", ""))
    .match(/\d+(?:[.,]\d+)*|\p{L}+|[-–—/]/gu);
  const told = numbersInWords(pieces ?? [], countedIn(words));
  return told.join(" ").replace(spokenIn(numbers), "$1,$2$3").split(" ").filter(Boolean);
}

/** "satu koma lima", "dua koma tujuh lima", its words for numbers already in digits. */
const spokenIn = onceFor(
  ({ comma }: Words["numbers"]) =>
    new RegExp(`(?<=^| )(\\d+) (?:${comma.join("|")}) (\\d{1,2})(?: (\\d))?(?= |$)`, "g"),
);

/** Numbers of dates and of money in one table, without thousands: they are a unit of money here. */
const countedIn = onceFor(({ numbers, dates }: Money) => ({
  ...dates,
  numbers: { ...dates.numbers, ...numbers.numbers },
  times: without(dates.times, 1_000),
  hundreds: without(dates.hundreds, 1_000),
}));

function without<Factor extends number>(table: Readonly<Record<string, Factor>>, factor: number) {
  return Object.fromEntries(Object.entries(table).filter(([, value]) => value !== factor));
}

/** An amount, and the pieces since the one before it. */
export type FoundAmount = Amount & { readonly since: readonly string[] };

/** All amounts, in order. */
export function amountsIn(pieces: readonly string[], { numbers }: Money): readonly FoundAmount[] {
  const amounts: FoundAmount[] = [];
  let at = 0;
  let end = 0;
  while (at < pieces.length) {
    const read = amountAt(pieces, at, numbers);
    if (read !== undefined) amounts.push({ ...read.amount, since: pieces.slice(end, at) });
    if (read !== undefined) end = read.next;
    at = read?.next ?? at + 1;
  }
  return amounts;
}

function amountAt(
  pieces: readonly string[],
  at: number,
  numbers: Words["numbers"],
): Read | undefined {
  const one = own(numbers.ones, pieces[at]);
  if (one !== undefined) return withRest(pieces, at + 1, one, one, numbers);
  const market = own(numbers.market, pieces[at]);
  if (market !== undefined)
    return doubtful(market, isUnit(pieces[at + 1], numbers) ? at + 2 : at + 1);
  if (isHalf(pieces[at], numbers)) {
    // "half a million"
    const next = pieces[at + 1] === "1" ? at + 2 : at + 1;
    const unit = own(numbers.units, pieces[next]);
    return unit === undefined ? undefined : withRest(pieces, next + 1, unit / 2, unit, numbers);
  }
  return numberAt(pieces, at, numbers);
}

/** A number in digits, with or without its unit: "1,5 juta", "1 setengah juta", "500". */
function numberAt(
  pieces: readonly string[],
  at: number,
  numbers: Words["numbers"],
): Read | undefined {
  const number = numberIn(pieces[at]);
  if (number === undefined) return undefined;
  const isMore = isHalf(pieces[at + 1], numbers) && isUnit(pieces[at + 2], numbers);
  const next = isMore ? at + 2 : at + 1;
  const unit = own(numbers.units, pieces[next]);
  if (unit !== undefined) {
    return withRest(pieces, next + 1, (number.value + (isMore ? 0.5 : 0)) * unit, unit, numbers);
  }
  if (number.form === "odd") return doubtful(number.value, next);
  const isWrittenOut = number.form === "grouped" && currency.includes(pieces[at - 1] ?? "");
  if (isWrittenOut || (number.form !== "decimal" && number.value >= writtenOut)) {
    return rupiahs(number.value, next);
  }
  const millions = number.form === "decimal";
  return millions
    ? doubtful(Math.round(number.value * million), next)
    : { amount: { value: number.value, kind: "bare" }, next };
}

/** What follows a unit: "sejuta setengah", "1 jt 500", "satu juta lima ratus ribu", "1 juta 500.000". */
function withRest(
  pieces: readonly string[],
  at: number,
  sum: number,
  unit: number,
  numbers: Words["numbers"],
): Read {
  if (isHalf(pieces[at], numbers)) return rupiahs(sum + unit / 2, at + 1);
  const more = numberIn(pieces[at]);
  // "1,5 juta 500 ribu" are two amounts.
  if (more === undefined || unit !== million || sum % million !== 0) return rupiahs(sum, at);
  const smaller = own(numbers.units, pieces[at + 1]);
  if (smaller !== undefined) {
    const part = more.value * smaller;
    return part < unit ? rupiahs(sum + part, at + 2) : rupiahs(sum, at);
  }
  if (more.form === "decimal" || more.form === "odd" || more.value >= unit) return rupiahs(sum, at);
  if (more.value >= 1_000) return rupiahs(sum + more.value, at + 1);
  if (more.value >= 100) return rupiahs(sum + more.value * 1_000, at + 1);
  // "1jt5" is said for a million and a half; but "2 juta 4" may go on with something else.
  return doubtful(sum + more.value * (more.value < 10 ? 100_000 : 10_000), at + 1);
}

function rupiahs(value: number, next: number): Read {
  return { amount: { value: Math.round(value), kind: "rupiah" }, next };
}

function doubtful(value: number, next: number): Read {
  return { amount: { value, kind: "doubtful" }, next };
}

/** A point or comma before three digits parts thousands, before one or two it is a decimal one; "15.00.000" is odd. */
function numberIn(
  piece: string | undefined,
): { readonly value: number; readonly form: "plain" | "grouped" | "decimal" | "odd" } | undefined {
  // "0812" begins a telephone number.
  if (piece === undefined || !/^(?!0\d)\d/.test(piece)) return undefined;
  if (/^\d+[.,]\d{1,2}$/.test(piece))
    return { value: Number(piece.replace(",", ".")), form: "decimal" };
  const value = Number(piece.replace(/[.,]/g, ""));
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(piece)) return { value, form: "grouped" };
  return { value, form: /^\d+(?:[.,]\d{3})*$/.test(piece) ? "plain" : "odd" };
}

function isUnit(piece: string | undefined, { units }: Words["numbers"]): boolean {
  return own(units, piece) !== undefined;
}

function isHalf(piece: string | undefined, { half }: Words["numbers"]): boolean {
  return half.includes(piece ?? "");
}

/** A word of the table itself: "constructor" is none. */
function own(table: Readonly<Record<string, number>>, word = ""): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
