/**
 * Names of places made comparable. "Bukit Kecil" is also spelt "Bukitkecil", "Ilir Barat II" also "Ilir Barat Dua",
 * "35 Ilir" also "Tiga-puluh-lima Ilir": small letters without marks, numbers as digits, compared without spaces.
 */
import { plainText } from "./plain-text.ts";

/** The words of a text, part by part (a comma parts names); numbers in words or in Roman letters become digits. */
export function placeWordsIn(text: string): readonly (readonly string[])[] {
  return plainText(text)
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}'’‘ʼ`]/gu, "")
    .split(/[,;]/)
    .map((part) => numbered(part.match(/\p{L}+|\d+/gu) ?? []))
    .filter((part) => part.length > 0);
}

/** A name as it is compared: "Alang-Alang Lebar" → "alangalanglebar", "20 Ilir D. I" → "20ilir1". */
export function comparable(name: string): string {
  return placeWordsIn(name).flat().join("");
}

/**
 * Words as they sound, run together: names that differ only in how a sound is written are the same. "Mulia" and
 * "Mulya", "Pulau" and "Pulo", "Djaja" and "Jaya", "Kota" and "Koto".
 */
export function soundOf(words: readonly string[]): string {
  return words.map(soundOfWord).join("");
}

function soundOfWord(word: string): string {
  return word
    .replace(/oe/g, "u")
    .replace(/dj/g, "j")
    .replace(/y/g, "i")
    .replace(/au/g, "o")
    .replace(/(\p{L})\1+/gu, "$1")
    .replace(/o$/, "a");
}

const units: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
};

const others: Readonly<Record<string, number>> = {
  sepuluh: 10,
  sebelas: 11,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
};

function numbered(words: readonly string[]): readonly string[] {
  const done: string[] = [];
  let at = 0;
  for (const [index, word] of words.entries()) {
    if (index < at) continue;
    const [number, length] = numberAt(words, index, own(units, word));
    at = index + length;
    // "D. I" is the first part (daerah) of a village of Palembang; people leave the letter out.
    if (word !== "d") done.push(String(number ?? own(others, word) ?? word));
  }
  return done;
}

/** The number that begins with a unit, and how many words it takes: "tiga puluh lima". */
function numberAt(
  words: readonly string[],
  at: number,
  unit: number | undefined,
): readonly [number | undefined, number] {
  const next = words[at + 1];
  if (unit === undefined || (next !== "belas" && next !== "puluh")) return [unit, 1];
  if (next === "belas") return [10 + unit, 2];
  const more = own(units, words[at + 2]);
  return more === undefined ? [unit * 10, 2] : [unit * 10 + more, 3];
}

/** A word of the table itself: "constructor" is none. */
function own(table: Readonly<Record<string, number>>, word = ""): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
