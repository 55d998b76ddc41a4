/**
 * How staff find a submission although everything in it is sealed: by keyed hashes of what they would type. A name by
 * any of its words or the first 3 to 6 letters of one, a phone number whole or by its last four digits, a NIK whole.
 */

import type { Hash } from "../database/schema.ts";
import { parsePhone } from "../enrolment/phone.ts";
import { plainText } from "../enrolment/plain-text.ts";
import type { Vault } from "./vault.ts";

type Hashing = Pick<Vault, "hash">;

/** What is kept with each revision; `phone` is in E.164, or `none`. */
export function searchTokens(
  { hash }: Hashing,
  registration: { readonly name: string; readonly phone: string; readonly nik: string },
): readonly Hash[] {
  const { name, phone, nik } = registration;
  const starts = wordsOf(name).flatMap((word) => [
    word,
    ...prefixLengths
      .filter((length) => length < [...word].length)
      .map((length) => first(word, length)),
  ]);
  return [
    ...[...new Set(starts)].map((start) => hash("search-name", start)),
    ...(phone.startsWith("+")
      ? [hash("search-phone", phone), hash("search-phone-end", phone.slice(-4))]
      : []),
    hash("search-nik", nik),
  ];
}

/**
 * What to look for: a submission is found when it has one token of every list. Empty when nothing was typed that can
 * be looked for.
 */
export function searchedTokens({ hash }: Hashing, typed: string): readonly (readonly Hash[])[] {
  const digits = plainText(typed).replace(/[\s.,+()/-]/g, "");
  if (!/^[0-9]{4,}$/.test(digits)) return wordsOf(typed).map((word) => [hash("search-name", word)]);
  if (digits.length === 4) return [[hash("search-phone-end", digits)]];
  if (digits.length === 16) return [[hash("search-nik", digits)]];
  const phone = parsePhone(typed);
  return typeof phone === "string" ? [[hash("search-phone", phone)]] : [];
}

const prefixLengths = [3, 4, 5, 6];

/** Letters alone, small, without accents: "D'Masiv" is found as "dmasiv", "Hj. Siti" as "hj" and "siti". */
function wordsOf(name: string): readonly string[] {
  return plainText(name)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’`\p{M}]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function first(word: string, letters: number): string {
  return [...word].slice(0, letters).join("");
}
