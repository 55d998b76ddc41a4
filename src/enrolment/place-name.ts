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
  while (at < words.length) {
    const [word, length] = oneOf(words, at);
    // "D. I" is the first part (daerah) of a village of Palembang; people leave the letter out.
    if (word !== "d") done.push(word);
    at += length;
  }
  return done;
}

/** The word at a place, or the number that begins there; with how many words it takes. */
function oneOf(words: readonly string[], at: number): readonly [string, number] {
  const word = words[at] ?? "";
  const unit = own(units, word);
  if (unit === undefined) return [String(own(others, word) ?? word), 1];
  if (words[at + 1] === "belas") return [String(10 + unit), 2];
  if (words[at + 1] !== "puluh") return [String(unit), 1];
  const more = own(units, words[at + 2] ?? "");
  return more === undefined ? [String(unit * 10), 2] : [String(unit * 10 + more), 3];
}

/** A word of the table itself: "constructor" is none. */
function own(table: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
