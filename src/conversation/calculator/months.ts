/** For how many months it is asked: "untuk setahun", "6 bulan"; not "2 juta sebulan", which is how somebody earns. */
import type { Amount } from "../answers/amounts.ts";
import type { Words } from "../answers/words.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type Said = {
  readonly pieces: readonly string[];
  readonly words: Words;
  readonly vocabulary: Vocabulary;
  /** An income that is named; undefined where none is. */
  readonly amount: Amount | undefined;
};

type Span = { readonly at: number; readonly length: number; readonly months: number };

const monthsInYear = 12;
/** Below this an income "a year" is not told: "2 juta setahun" is two millions a month, paid for a year. */
const leastYearly = 6_000_000;

/** The months that are asked for, in order, and the pieces that do not tell them. */
export function monthsIn(said: Said): {
  readonly months: readonly number[];
  readonly rest: readonly string[];
} {
  const spans = [...said.pieces.keys()]
    .flatMap((at) => spanAt(said, at) ?? [])
    .filter((span) => isPaid(said, span));
  // More than a year at once cannot be paid, and is told for one.
  const months = spans.map((span) => Math.min(span.months, monthsInYear));
  const isTold = (at: number) => spans.some((span) => span.at <= at && at < span.at + span.length);
  return {
    months: [...new Set(months)].toSorted((one, other) => one - other),
    rest: said.pieces.filter((_, at) => !isTold(at)),
  };
}

/** "sebulan", "6 bulan", "setengah tahun", "per bulan". */
function spanAt({ pieces, words }: Said, at: number): Span | undefined {
  const { each, nouns, half, per } = words.numbers;
  const [piece = "", next = ""] = pieces.slice(at, at + 2);
  if (each.month.includes(piece)) return { at, length: 1, months: 1 };
  if (each.year.includes(piece)) return { at, length: 1, months: monthsInYear };
  const isYear = nouns.year.includes(next);
  if (!isYear && !nouns.month.includes(next)) return undefined;
  const unit = isYear ? monthsInYear : 1;
  if (/^[1-9]\d?$/.test(piece)) return { at, length: 2, months: Number(piece) * unit };
  if (isYear && half.includes(piece)) return { at, length: 2, months: monthsInYear / 2 };
  return per.includes(piece) ? { at, length: 2, months: unit } : undefined;
}

/** Whether it is the time that is paid for. */
function isPaid(said: Said, span: Span): boolean {
  const { words, vocabulary, amount } = said;
  const { every, times, nouns } = words.numbers;
  const before = nearest(said, span.at - 1, -1);
  const after = nearest(said, span.at + span.length, 1);
  const isOften = (piece: string) =>
    [...every, ...times].includes(piece) || vocabulary.is(piece, "often");
  // "2 kali setahun", "3 bulan sekali".
  if (isOften(before.piece) || isOften(after.piece)) return false;
  // "20 hari sebulan", "sebulan 20 hari", "setahun 2 kali".
  if (isNumber(before.second) && nouns.day.includes(before.piece)) return false;
  if (isNumber(after.piece) && [...nouns.day, ...times].includes(after.second)) return false;
  const isCounted = span.months > 1 && span.length === 2;
  const isLasting = vocabulary.is(said.pieces[span.at - 1], "lasting");
  if (amount === undefined || isCounted || isLasting || isByTheDay(said)) return true;
  const sides = [before.piece, after.piece];
  const isOfIncome = sides.some(
    (piece) => isMoney(piece, words) || vocabulary.is(piece, "earning"),
  );
  if (!isOfIncome) return true;
  if (span.months !== monthsInYear || amount.value >= leastYearly) return false;
  // "Penghasilan 5 juta setahun, iurannya …"; but "gaji 2 juta, setahun berapa".
  const asks = vocabulary.is(after.piece, "how_much") || vocabulary.is(after.piece, "pay");
  return asks || !vocabulary.says(said.pieces, "earning");
}

/** "100 ribu sehari", "per minggu": the month besides is another time. */
function isByTheDay({ pieces, words }: Said): boolean {
  const { each, nouns } = words.numbers;
  return pieces.some(
    (piece, at) =>
      [...each.day, ...each.week].includes(piece) ||
      ([...nouns.day, ...nouns.week].includes(piece) && !isNumber(pieces[at - 1] ?? "")),
  );
}

/** The next word on one side that says something, and the one after it. */
function nearest({ pieces, vocabulary }: Said, from: number, step: 1 | -1) {
  let at = from;
  while (vocabulary.is(pieces[at], "fillers")) at += step;
  return { piece: pieces[at] ?? "", second: pieces[at + step] ?? "" };
}

function isNumber(piece: string): boolean {
  return /^\d/.test(piece);
}

/** A part of an amount: "juta", "sejuta", "2.000.000", and the number before "juta". */
function isMoney(piece: string, { numbers }: Words): boolean {
  const { units, ones, market } = numbers;
  return isNumber(piece) || [units, ones, market].some((table) => Object.hasOwn(table, piece));
}
