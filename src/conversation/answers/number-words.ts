/** Numbers in words, as they stand in dates: "tujuh belas", "delapan puluh lima", "seribu sembilan ratus delapan puluh". */
import { wordsIn } from "./plain.ts";
import type { Words } from "./words.ts";

type Spoken = Pick<Words["dates"], "numbers" | "teen" | "times" | "hundreds" | "zero">;
type NumberWords = Pick<Words["dates"], "numbers" | "teen" | "times" | "hundreds">;

/** A number being put together: what is settled, and the last part, which may still grow. */
type Growing = { readonly settled: number; readonly part: number };

/** The same pieces, with each run of number words in the place of its digits. */
export function numbersInWords(pieces: readonly string[], words: NumberWords): readonly string[] {
  const done: string[] = [];
  let growing: Growing | undefined;
  for (const piece of pieces) {
    const grown = growing === undefined ? undefined : grow(growing, piece, words);
    if (grown === undefined && growing !== undefined) done.push(digitsOf(growing));
    growing = grown ?? start(piece, words);
    if (growing === undefined) done.push(piece);
  }
  return growing === undefined ? done : [...done, digitsOf(growing)];
}

/** As many words for digits are a number that is told digit by digit. */
const fewestSpoken = 8;

/** "nol delapan satu dua …", "enam belas sembilan sembilan …": a long number in words, in digits; else the same text. */
export function digitsSpoken(text: string, words: Spoken): string {
  const pieces = wordsIn(text).map((word) => (words.zero.includes(word) ? "0" : word));
  const digits = numbersInWords(pieces, words);
  const spoken = digits.filter((piece) => /^[0-9]+$/.test(piece));
  const said = pieces.filter((piece) => piece === "0" || own(words.numbers, piece) !== undefined);
  return said.length >= fewestSpoken ? spoken.join(" ") : text;
}

function digitsOf({ settled, part }: Growing): string {
  return String(settled + part);
}

function start(piece: string, { numbers, hundreds }: NumberWords): Growing | undefined {
  const part = own(numbers, piece);
  if (part !== undefined) return { settled: 0, part };
  const settled = own(hundreds, piece);
  return settled === undefined || settled === 0 ? undefined : { settled, part: 0 };
}

/** The number with one more word, or undefined where the word begins another number or is none. */
function grow(number: Growing, piece: string, words: NumberWords): Growing | undefined {
  const { settled, part } = number;
  if (words.teen.includes(piece)) return part < 10 ? { settled, part: part + 10 } : undefined;
  const times = own(words.times, piece);
  if (times === 10) return { settled, part: part * times };
  if (times !== undefined) return { settled: settled + part * times, part: 0 };
  const hundreds = own(words.hundreds, piece);
  if (hundreds !== undefined) {
    return part === 0 || hundreds === 0 ? { settled: settled + hundreds, part } : undefined;
  }
  const next = own(words.numbers, piece);
  if (next === undefined) return undefined;
  const isGrowing = part === 0 || (part >= 20 && part % 10 === 0 && next < 10);
  return isGrowing ? { settled, part: part + next } : undefined;
}

/** A word of the table itself: "constructor" is none. */
function own(table: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
