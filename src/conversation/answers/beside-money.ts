/** What stands beside the money in a text, and must not be taken for it: kilos, children, ages, dates, seasons, losses. */
import { dateTokens } from "./date-tokens.ts";
import type { Words } from "./words.ts";

export type BesideMoney = {
  /** The pieces without what was counted and without seasons. */
  readonly rest: readonly string[];
  /** Things are counted ("2 kwintal"), or it is a price of one of them ("sekilo 12 ribu", "50 kg harga 12 ribu"). */
  readonly things: "none" | "counted" | "priced";
  /** Only at some time of the year: "musim hujan cuma 700 ribu". */
  readonly isSeasonal: boolean;
  /** "minus", "rugi". */
  readonly isLoss: boolean;
  /** A date, an age or a telephone number is told, and numbers without unit belong to it. */
  readonly isOfNumbers: boolean;
};

export function besideMoney(heard: string, pieces: readonly string[], words: Words): BesideMoney {
  const { numbers } = words;
  const rest = withoutSeasons(withoutThings(pieces, numbers), numbers);
  return {
    rest,
    things: thingsIn(pieces, numbers),
    isSeasonal: pieces.some((piece) => numbers.seasons.includes(piece)),
    isLoss: pieces.some((piece) => numbers.loss.includes(piece)),
    isOfNumbers: isOfNumbers(heard, pieces, words),
  };
}

type Numbers = Words["numbers"];

function thingsIn(pieces: readonly string[], numbers: Numbers): BesideMoney["things"] {
  if (pieces.some((piece, at) => isPriced(piece, pieces[at - 1], numbers))) return "priced";
  if (!pieces.some((_, at) => isCounted(pieces, at, numbers))) return "none";
  return pieces.some((piece) => numbers.price.includes(piece)) ? "priced" : "counted";
}

/** "sekilo", "per kilo", "/kg". */
function isPriced(piece: string, before: string | undefined, numbers: Numbers): boolean {
  if (numbers.one_thing.includes(piece)) return true;
  return numbers.things.includes(piece) && [...numbers.per, "/"].includes(before ?? "");
}

/** A number and the thing it counts. */
function isCounted(pieces: readonly string[], at: number, { things }: Numbers): boolean {
  return /^\d/.test(pieces[at] ?? "") && things.includes(pieces[at + 1] ?? "");
}

function withoutThings(pieces: readonly string[], numbers: Numbers): readonly string[] {
  return pieces.filter(
    (_, at) => !isCounted(pieces, at, numbers) && !isCounted(pieces, at - 1, numbers),
  );
}

/** "musim hujan" is no harvest. */
function withoutSeasons(pieces: readonly string[], { seasons, nouns }: Numbers): readonly string[] {
  const isSeason = (at: number) => seasons.includes(pieces[at] ?? "");
  return pieces.filter(
    (piece, at) => !isSeason(at) && !(nouns.harvest.includes(piece) && isSeason(at + 1)),
  );
}

/** "umur 45", "45 tahun", "5 mret 80", "tanggal 6", "0812 3456 7890". */
function isOfNumbers(heard: string, pieces: readonly string[], words: Words): boolean {
  const { dates, numbers } = words;
  const isAge = pieces.some(
    (piece, at) => /^\d{2}$/.test(piece) && numbers.nouns.year.includes(pieces[at + 1] ?? ""),
  );
  const isDay = pieces.some(
    (piece) => dates.day.includes(piece) && !numbers.nouns.day.includes(piece),
  );
  const isPhone = pieces.some((piece) => /^0\d{2}/.test(piece));
  const tokens = dateTokens(heard, words, true);
  return isAge || isDay || isPhone || tokens.some(({ kind }) => kind === "month" || kind === "age");
}
