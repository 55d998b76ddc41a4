/** Numbers in words, as they stand in dates: "tujuh belas", "delapan puluh lima", "seribu sembilan ratus delapan puluh". */
import { wordsIn } from "./plain.ts";
import type { Words } from "./words.ts";

type Spoken = NumberWords & Pick<Words["dates"], "zero" | "joints" | "repeats">;
type NumberWords = Pick<Words["dates"], "numbers" | "teen" | "times" | "hundreds">;

/** A number being put together: what is settled, and the last part, which may still grow. */
type Growing = { readonly settled: number; readonly part: number };

/** The same pieces, with each run of number words in the place of its digits. */
export function numbersInWords(pieces: readonly string[], words: NumberWords): readonly string[] {
  const done: string[] = [];
  let growing: Growing | undefined;
  for (const [at, piece] of pieces.entries()) {
    const beginsTens = isOfTens(pieces[at + 1] ?? "", words);
    const grown = growing === undefined ? undefined : grow(growing, piece, words, beginsTens);
    if (grown === undefined && growing !== undefined) done.push(digitsOf(growing));
    growing = grown ?? start(piece, words);
    if (growing === undefined) done.push(piece);
  }
  return growing === undefined ? done : [...done, digitsOf(growing)];
}

/** As many words for digits are a number that is told digit by digit; of a number that is partly typed, so many of each. */
const fewestSpoken = 8;
const fewestMixed = { spoken: 2, digits: 10 };

/**
 * "nol delapan satu dua …", "enam belas sembilan sembilan …", "0812 tiga empat …": a long number in words, in digits;
 * else the same text. "Dobel nol" is said twice; what is no number stays where it is, so that nothing is left out.
 */
export function digitsSpoken(text: string, words: Spoken): string {
  const said = wordsIn(text).filter((word) => !words.joints.includes(word));
  const spoken = said.filter(
    (word) => words.zero.includes(word) || own(words.numbers, word) !== undefined,
  );
  const pieces = said.map((word) => (words.zero.includes(word) ? "0" : word));
  const digits = numbersInWords(pieces, words).map((piece, at, all) => {
    const times = own(words.repeats, all[at - 1] ?? "") ?? 1;
    return /^[0-9]$/.test(piece) ? piece.repeat(times) : piece;
  });
  const isMixed =
    spoken.length >= fewestMixed.spoken &&
    digits.join("").replace(/[^0-9]/g, "").length >= fewestMixed.digits;
  if (spoken.length < fewestSpoken && !isMixed) return text;
  return digits.filter((piece) => own(words.repeats, piece) === undefined).join(" ");
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

/** "puluh", "belas": the word before it is a number of tens, and does not end another one ("enam puluh tujuh puluh"). */
function isOfTens(piece: string, words: NumberWords): boolean {
  return words.teen.includes(piece) || own(words.times, piece) === 10;
}

/** The number with one more word, or undefined where the word begins another number or is none. */
function grow(
  number: Growing,
  piece: string,
  words: NumberWords,
  beginsTens: boolean,
): Growing | undefined {
  const { settled, part } = number;
  if (words.teen.includes(piece)) return part < 10 ? { settled, part: part + 10 } : undefined;
  const times = own(words.times, piece);
  if (times !== undefined) return multiplied(number, times);
  const hundreds = own(words.hundreds, piece);
  if (hundreds !== undefined) {
    return part === 0 || hundreds === 0 ? { settled: settled + hundreds, part } : undefined;
  }
  const next = own(words.numbers, piece);
  if (next === undefined) return undefined;
  const isGrowing = part === 0 || (part >= 20 && part % 10 === 0 && next < 10 && !beginsTens);
  return isGrowing ? { settled, part: part + next } : undefined;
}

/** "puluh", "ratus", "ribu" behind a number; a second "ribu" belongs to another one. */
function multiplied({ settled, part }: Growing, times: number): Growing | undefined {
  if (times === 10) return { settled, part: part * times };
  if (times === 100) return { settled: settled + part * times, part: 0 };
  return settled < times ? { settled: (settled + part) * times, part: 0 } : undefined;
}

/** A word of the table itself: "constructor" is none. */
function own(table: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
