/**
 * What the pieces of a date say. The day always comes first, then the month, then the year; a year in front turns
 * the order round (ISO 8601). Whether such a day exists is not asked here: "31 februari" is well said.
 */
import type { BirthParts } from "../../enrolment/birth-date.ts";
import type { Token } from "./date-tokens.ts";

export type DateFault = "not-a-date" | "no-day" | "no-year" | "an-age" | "a-decade";

/** `dates`: readings that the text allows, of which most name no day that exists. `doubtful`: it may be something else. */
export type Said =
  | { readonly dates: readonly BirthParts[]; readonly doubtful: boolean }
  /** How old somebody is, in years. */
  | { readonly age: number }
  | { readonly fault: DateFault }
  /** The rest is well said, and about nothing else. */
  | { readonly missing: "day" | "year" };

/**
 * A piece by its shape: N one or two digits, D the same after "tanggal", Y a year, M a month in words or after "bulan",
 * P four digits that are no year, R five to eight digits in a row, T a "tahun" that no number belongs to, X any other
 * number.
 */
type Piece = {
  readonly shape: "N" | "D" | "Y" | "M" | "P" | "R" | "T" | "X";
  readonly digits: string;
};

/** Where day, month and year stand in each order that people use. */
const orders: Readonly<Record<string, readonly [number, number, number]>> = {
  NNN: [0, 1, 2],
  NNY: [0, 1, 2],
  NMN: [0, 1, 2],
  NMY: [0, 1, 2],
  MNN: [1, 0, 2],
  MNY: [1, 0, 2],
  YNN: [2, 1, 0],
  YMN: [2, 1, 0],
  MYN: [2, 0, 1],
  MND: [2, 0, 1],
  NYM: [0, 2, 1],
  YNM: [1, 2, 0],
};

/** What is missing from the rest. */
const missingParts: Readonly<Record<string, "day" | "year">> = {
  MY: "day",
  YM: "day",
  NY: "day",
  YN: "day",
  P: "year",
  NN: "year",
  NM: "year",
};

/** For a row of so many digits: how many are the day (or the year in front) and how many the month. */
const cuts = [
  { row: 5, first: 1, month: 2 },
  { row: 5, first: 2, month: 1 },
  { row: 6, first: 2, month: 2 },
  { row: 6, first: 1, month: 1 },
  { row: 7, first: 1, month: 2 },
  { row: 7, first: 2, month: 1 },
  { row: 8, first: 2, month: 2 },
  { row: 8, first: 4, month: 2 },
];

export function datesSaid(tokens: readonly Token[]): Said {
  const has = (wanted: Token["kind"]) => tokens.some(({ kind }) => kind === wanted);
  if (has("no")) return { fault: "not-a-date" };
  if (has("decade") && has("number")) return { fault: "a-decade" };
  const pieces = piecesOf(tokens);
  const shape = shapeIn(pieces);
  const digits = pieces.map((piece) => piece.digits);
  if (shape === "NT" || isAgeInFull(tokens) || (has("age") && shape === "N"))
    return ageOf(digits[0]);
  if (has("age") && has("number")) return { fault: "an-age" };
  return (
    inOrder(pieces) ?? twice(pieces) ?? digitByDigit(pieces) ?? inPart(shape, digits, has("other"))
  );
}

/** "46 tahun 3 bulan" */
function isAgeInFull(tokens: readonly Token[]): boolean {
  const said = tokens.map((token) => ("of" in token ? token.of : token.kind));
  return said.filter((kind) => kind !== "other").join(" ") === "number year number month";
}

function shapeIn(pieces: readonly Piece[]): string {
  return pieces.map(({ shape }) => (shape === "D" ? "N" : shape)).join("");
}

/** Day, month and year, whatever stands first. */
function inOrder(pieces: readonly Piece[]): Said | undefined {
  const exact = pieces.map(({ shape }) => shape).join("");
  const order = orders[exact] ?? orders[shapeIn(pieces)];
  if (order === undefined) return undefined;
  const [day, month, year] = order.map((index) => pieces[index]?.digits);
  // "19 7 5" is rather 1975 than a day in July.
  if (day === "19" && month?.length === 1 && year?.length === 1)
    return doubtful([{ year: Number(`${day}${month}${year}`) }]);
  return year?.length === 1 ? { fault: "not-a-date" } : certain([parts(day, month, year)]);
}

/** "5-3-1980 (5 maret 1980)", "1975 atau 1976": two dates or two years; where both are the same they are one. */
function twice(pieces: readonly Piece[]): Said | undefined {
  const half = pieces.length / 2;
  const parts = [pieces.slice(0, half), pieces.slice(half)].map((part) => datesIn(inOrder(part)));
  const years = pieces.map(({ digits }) => [{ year: Number(digits) }]);
  const [one = [], other = []] = shapeIn(pieces) === "YY" ? years : parts;
  if (one.length === 0 || other.length === 0) return undefined;
  // Where only one of two is a day that exists, it is asked all the same.
  return { dates: [...one, ...other], doubtful: JSON.stringify(one) !== JSON.stringify(other) };
}

function datesIn(said: Said | undefined): readonly BirthParts[] {
  return said !== undefined && "dates" in said ? said.dates : [];
}

/**
 * "sebelas desember tujuh dua", "empat enam tahun": two digits told one by one at the end. "Satu sembilan tujuh lima"
 * may be a year alone as well. An age behind a date ("5 maret 1980, 46 tahun") is left aside, and asked.
 */
function digitByDigit(pieces: readonly Piece[]): Said | undefined {
  const last = pieces.at(-1)?.shape === "T" ? pieces.slice(0, -1) : pieces;
  const two = last.slice(-2);
  const digits = two.map((one) => one.digits).join("");
  const isTold = shapeIn(two) === "NN" && digits.length === 2;
  if (!isTold) return last === pieces ? undefined : doubtful(datesIn(inOrder(last.slice(0, -1))));
  if (last !== pieces) return last.length === 2 ? ageOf(digits) : undefined;
  const before = last.slice(0, -2);
  const isYear = before.map((one) => one.digits).join(" ") === "1 9";
  const year = isYear ? [{ year: Number(`19${digits}`) }] : [];
  return doubtful([...year, ...datesIn(inOrder([...before, { shape: "N", digits }]))]);
}

function doubtful(dates: readonly BirthParts[]): Said | undefined {
  return dates.length === 0 ? undefined : { dates, doubtful: true };
}

/** What is no day, month and year, each on its own. `hasOther`: the text is also about something else. */
function inPart(shape: string, digits: readonly string[], hasOther: boolean): Said {
  if (["R", "PN", "PY"].includes(shape)) return certain(cut(digits.join("")));
  const missing = missingIn(shape, digits);
  if (missing !== undefined && !hasOther) return { missing };
  // A number alone is a date's only where the text is about nothing else.
  if (["N", "Y", "YT"].includes(shape) && !hasOther) return numberAlone(shape, Number(digits[0]));
  return {
    fault: missing === undefined ? (shape === "M" ? "no-day" : "not-a-date") : `no-${missing}`,
  };
}

function missingIn(shape: string, digits: readonly string[]): "day" | "year" | undefined {
  return shape === "MN" ? (Number(digits[1]) > 31 ? "day" : "year") : missingParts[shape];
}

function ageOf(years: string | undefined): Said {
  return { age: Number(years) };
}

/** "80" may be a year or an age; a small number is rather a day. */
function numberAlone(shape: string, year: number): Said {
  if (shape !== "N") return certain([{ year }]);
  return year > 31 ? { dates: [{ year }], doubtful: true } : { fault: "no-year" };
}

function certain(dates: readonly BirthParts[]): Said {
  return { dates, doubtful: false };
}

/** The ways a row of digits can be read: 050380, 05031980, 19800305, and with zeros left out. */
function cut(digits: string): readonly BirthParts[] {
  return cuts
    .filter(({ row }) => row === digits.length)
    .map(({ first, month }) => {
      const ends = first + month;
      const row = [digits.slice(0, first), digits.slice(first, ends), digits.slice(ends)];
      const [day, inMonth, year] = first === 4 ? row.reverse() : row;
      return parts(day, inMonth, year);
    });
}

function parts(day?: string, month?: string, year?: string): BirthParts {
  return { year: Number(year), day: { month: Number(month), day: Number(day) } };
}

/** The pieces that count, each marker joined with what follows it. */
function piecesOf(tokens: readonly Token[]): readonly Piece[] {
  const counted = tokens.filter(({ kind }) => ["number", "month", "marker"].includes(kind));
  return counted.flatMap((token, index): readonly Piece[] => {
    const before = counted[index - 1];
    const marker = before?.kind === "marker" ? before.of : undefined;
    if (token.kind === "month") return [{ shape: "M", digits: String(token.month) }];
    if (token.kind === "number")
      return [{ shape: shapeOf(token.digits, marker), digits: token.digits }];
    const isDangling =
      "of" in token && token.of === "year" && counted[index + 1]?.kind !== "number";
    return isDangling ? [{ shape: "T", digits: "" }] : [];
  });
}

function shapeOf(digits: string, marker: "day" | "month" | "year" | undefined): Piece["shape"] {
  if (digits.length <= 2) {
    if (marker === "year" && digits.length === 2) return "Y";
    if (marker === "day") return "D";
    return marker === "month" ? "M" : "N";
  }
  if (digits.length === 4) return /^(1[89]|2[01])/.test(digits) ? "Y" : "P";
  return digits.length >= 5 && digits.length <= 8 ? "R" : "X";
}
