/** A date's text in pieces: numbers (also in words), names of months, and the words around them. */
import { distance } from "fastest-levenshtein";
import { numbersInWords } from "./number-words.ts";
import { onceFor } from "./once-for.ts";
import { plain } from "./plain.ts";
import type { Words } from "./words.ts";

export type Token =
  /** Digits as written, or the value of number words. */
  | { readonly kind: "number"; readonly digits: string }
  /** Counted from 1. */
  | { readonly kind: "month"; readonly month: number }
  /** "tanggal", "bulan", "tahun": what the next number is. */
  | { readonly kind: "marker"; readonly of: "day" | "month" | "year" }
  | { readonly kind: "age" | "decade" | "beside-year" | "no" | "other" };

/** `near` also takes a month with a letter wrong or missing. */
export function dateTokens(heard: string, words: Words, near: boolean): readonly Token[] {
  // "kira2": said twice.
  const once = plain(heard).replace(/(?<!\p{L})(\p{L}+)2(?![0-9])/gu, (whole, word: string) =>
    words.dates.beside_year.includes(word) ? word : whole,
  );
  const pieces = once.match(/[0-9]+|[^0-9 ]+/g) ?? [];
  const told = pieces.map((piece) => (words.dates.zero.includes(piece) ? "0" : piece));
  const numbers = withRomanMonths(numbersInWords(told, words.dates));
  return withWholeYears(numbers, words.dates).map((piece) => tokenOf(piece, words, near));
}

/**
 * A year said in pieces: "19 80" and "sembilan belas delapan puluh", of which no month and no day is above 31; at the
 * end "1 9 8 0" and "19 8 0" after a month or a number, and "tahun 8 0". "Nol lima" is a day or a month.
 */
function withWholeYears(pieces: readonly string[], { months, year }: Words["dates"]): string[] {
  const isDated = (piece: string) =>
    /^[0-9]/.test(piece) || year.includes(piece) || monthNamed(piece, months) !== undefined;
  return pieces
    .join(" ")
    .replace(/(?<!\S)2 0 ([0-2]) ([0-9])$/, "20$1$2")
    .replace(/(?<!\S)19 (3[2-9]|[4-9][0-9])(?!\S)/g, "19$1")
    .replace(/(?<!\S)(\S+) 1 ?9 ([0-9] [0-9])$/, (whole, before: string, rest: string) =>
      isDated(before) ? `${before} 19${rest.replace(" ", "")}` : whole,
    )
    .replace(
      /(?<!\S)(\S+) ([0-9]) ([0-9])$/,
      (whole, before: string, tens: string, ones: string) =>
        year.includes(before) ? `${before} ${tens}${ones}` : whole,
    )
    .replace(/(?<!\S)0 ([1-9])(?!\S)/g, "0$1")
    .split(" ");
}

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/** "5-III-1980", as on old papers: only between two numbers, where "v" and "x" are nothing else. */
function withRomanMonths(pieces: readonly string[]): readonly string[] {
  const isNumber = (piece: string | undefined) => /^[0-9]+$/.test(piece ?? "");
  return pieces.map((piece, at) => {
    const month = romans.indexOf(piece) + 1;
    const isBetween = isNumber(pieces[at - 1]) && isNumber(pieces[at + 1]);
    return month > 0 && isBetween ? String(month) : piece;
  });
}

function tokenOf(piece: string, words: Words, near: boolean): Token {
  const { dates } = words;
  if (/^[0-9]+$/.test(piece)) return { kind: "number", digits: piece };
  const month =
    monthNamed(piece, dates.months) ?? (near ? monthNear(piece, dates.months) : undefined);
  if (month !== undefined) return { kind: "month", month };
  return knownIn(words).get(piece) ?? { kind: "other" };
}

/** Words that are no month, each for the first that it means. */
const knownIn = onceFor(({ dates, agreement }: Words): ReadonlyMap<string, Token> => {
  const meanings: readonly (readonly [Token, readonly string[]])[] = [
    [{ kind: "no" }, [...agreement.no, ...agreement.mild_no]],
    [{ kind: "beside-year" }, dates.beside_year],
    [{ kind: "decade" }, dates.decade],
    [{ kind: "age" }, dates.age],
    [{ kind: "marker", of: "year" }, dates.year],
    [{ kind: "marker", of: "month" }, dates.month],
    [{ kind: "marker", of: "day" }, dates.day],
  ];
  return new Map(meanings.flatMap(([token, forms]) => forms.map((form) => [form, token] as const)));
});

type Months = Words["dates"]["months"];

/** A form from the list, or the beginning of the printed form. */
function monthNamed(piece: string, months: Months): number | undefined {
  const found = months.findIndex(
    (forms) =>
      forms.some((form) => form.toLowerCase() === piece) ||
      (piece.length >= 3 && String(forms[0]).toLowerCase().startsWith(piece)),
  );
  return found === -1 ? undefined : found + 1;
}

function monthNear(piece: string, months: Months): number | undefined {
  if (piece.length < 4) return undefined;
  const slips = piece.length < 7 ? 1 : 2;
  const isNear = (name: string) =>
    Math.abs(name.length - piece.length) <= slips && distance(piece, name) <= slips;
  const found = months.flatMap((forms, index) =>
    isNear(String(forms[0]).toLowerCase()) ? [index + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}
