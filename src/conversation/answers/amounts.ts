/** Amounts of money in a text: "1,5 juta", "1jt500", "500rb", "1.500.000", "satu setengah juta". */
import { plainText } from "../../enrolment/plain-text.ts";
import { numbersInWords } from "./number-words.ts";
import type { Words } from "./words.ts";

export type Amount = {
  /** Rupiah, whole. */
  readonly rupiah: number;
  /** Whether a unit (ribu, juta) or groups of three say how much it is; a bare "500" does not. */
  readonly isCertain: boolean;
};

type NumberWords = Pick<Words, "numbers" | "dates">;

/** Words of the text with its numbers apart from what is glued to them: "1jt500" → 1, jt, 500. */
export function piecesOf(text: string, { dates }: NumberWords): readonly string[] {
  const pieces = plainText(text)
    .toLowerCase()
    .replace(/\brp\.?(?=\s|\d)|\bidr\b/g, " ")
    .replace(/,-/g, " ")
    .match(/\d+(?:[.,]\d+)*|\p{L}+|[-–/]/gu);
  return numbersInWords(pieces ?? [], dates);
}

/** All amounts, in order. */
export function amountsIn(pieces: readonly string[], words: NumberWords): readonly Amount[] {
  const amounts: Amount[] = [];
  let at = 0;
  while (at < pieces.length) {
    const read = amountAt(pieces, at, words);
    if (read === undefined) at += 1;
    else {
      amounts.push(read.amount);
      at = read.next;
    }
  }
  return amounts;
}

function amountAt(
  pieces: readonly string[],
  from: number,
  words: NumberWords,
): { amount: Amount; next: number } | undefined {
  const one = words.numbers.ones[pieces[from] ?? ""];
  const half = isHalf(pieces[from], words);
  const first = one === undefined ? numberOf(pieces[from]) : undefined;
  if (one === undefined && !half && first === undefined) return undefined;
  let next = from + 1;
  let sum = one ?? 0;
  let unit = one ?? 1;
  if (one === undefined) {
    let count = half ? 0.5 : (first?.value ?? 0);
    if (!half && isHalf(pieces[next], words) && unitOf(pieces[next + 1], words) !== undefined) {
      count += 0.5;
      next += 1;
    }
    const found = unitOf(pieces[next], words);
    if (found === undefined) {
      if (half) return undefined;
      return { amount: { rupiah: first?.whole ?? 0, isCertain: first?.isGrouped ?? false }, next };
    }
    unit = found;
    sum = count * unit;
    next += 1;
  }
  return rest(pieces, next, { sum, unit }, words);
}

/** What follows a unit: "sejuta setengah", "1 jt 500", "satu juta lima ratus ribu". */
function rest(
  pieces: readonly string[],
  from: number,
  { sum, unit }: { sum: number; unit: number },
  words: NumberWords,
): { amount: Amount; next: number } {
  const certain = (rupiah: number, next: number) => ({
    amount: { rupiah: Math.round(rupiah), isCertain: true },
    next,
  });
  if (isHalf(pieces[from], words)) return certain(sum + unit / 2, from + 1);
  const more = numberOf(pieces[from]);
  if (more === undefined || unit < 1_000_000) return certain(sum, from);
  const smaller = unitOf(pieces[from + 1], words);
  if (smaller !== undefined && smaller < unit) return certain(sum + more.value * smaller, from + 2);
  // "1 jt 500" is a million and five hundred thousand; "500.000" after it speaks for itself.
  if (smaller === undefined && more.whole < 1_000)
    return certain(sum + more.whole * 1_000, from + 1);
  if (smaller === undefined && more.whole < unit) return certain(sum + more.whole, from + 1);
  return certain(sum, from);
}

/** `value` with a decimal part, as before a unit; `whole` as it stands alone; grouped: 1.500.000 or seven digits. */
function numberOf(
  piece: string | undefined,
): { value: number; whole: number; isGrouped: boolean } | undefined {
  if (piece === undefined || !/^\d+(?:[.,]\d+)*$/.test(piece)) return undefined;
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(piece);
  const whole = Number(piece.replace(/[.,]/g, ""));
  const value =
    grouped && !/^0/.test(piece)
      ? whole
      : Number(piece.replace(",", ".").replace(/[.,](?=.*[.,])/g, ""));
  return { value: Number.isFinite(value) ? value : whole, whole, isGrouped: whole >= 10_000 };
}

function unitOf(piece: string | undefined, { numbers }: NumberWords): number | undefined {
  return piece === undefined ? undefined : numbers.units[piece];
}

function isHalf(piece: string | undefined, { numbers }: NumberWords): boolean {
  return piece !== undefined && numbers.half.includes(piece);
}
