/**
 * The code with which somebody goes on in another channel, or on another phone: `LJ-5FR-3CN-Y8J`. Read aloud it is
 * three times three. Eight characters are drawn by chance (78 thousand million), the ninth checks them. Whoever has
 * it sees the registration, so it lives for minutes, works once, and nobody may try many.
 */
import { drawn, meant } from "./checked-characters.ts";
import { plainText } from "./plain-text.ts";

declare const brand: unique symbol;

/** `LJ-5FR-3CN-Y8J`: always in this form, whatever was typed. */
export type HandoverCode = string & { readonly [brand]: "HandoverCode" };

/**
 * How long a code opens, in minutes; for how many hours it can be taken back; and how many wrong codes of one phone are
 * looked at within how many minutes.
 */
export const handing = { minutes: 30, backHours: 24, tries: 5, waitMinutes: 60 } as const;

/** None is 0 and no two are alike: `checked-characters.ts` relies on it. */
const weights = [2, 4, 3, 6, 5, 8, 7, 9, 1] as const;

/** A new code. `randomInt(n)` gives a whole number from 0 up to, not including, `n`: it must be one nobody can guess. */
export function newHandoverCode(randomInt: (below: number) => number): HandoverCode {
  return written(drawn(weights, randomInt));
}

/**
 * The code in a text, as people type it: `LJ-5FR-3CN-Y8J`, "kodenyo lj 5fr 3cn y8j yo", and alone also without its
 * letters. "mistyped" where the text plainly has one that cannot be, or two; undefined where it has none.
 */
export function handoverCodeIn(text: string): HandoverCode | "mistyped" | undefined {
  const typed = plainText(text).toUpperCase();
  const named = [...typed.matchAll(namedByLetters)].map(([, found = ""]) => codeOf(found));
  const codes = new Set(named.filter((code) => code !== undefined));
  if (codes.size > 0) return codes.size === 1 ? [...codes][0] : "mistyped";
  if (begun.test(typed)) return "mistyped";
  return isBare(typed) ? codeOf(typed) : undefined;
}

/** LJ and nine characters, whatever parts them. */
const namedByLetters =
  /(?<![\p{L}\p{N}])L[^\p{L}\p{N}]*J((?:[^\p{L}\p{N}]*[\p{L}\p{N}]){9})(?![\p{L}\p{N}])/gu;

/** LJ and at least four, a digit among the first: nobody means anything else by it. */
const begun =
  /(?<![\p{L}\p{N}])LJ(?=(?:[^\p{L}\p{N}]?[\p{L}\p{N}]){4})(?:[^\p{L}\p{N}]?\p{L}){0,3}[^\p{L}\p{N}]?\p{Nd}/u;

/** Three times three in one piece, or with dashes. Letters alone are a word, digits alone a number. */
function isBare(typed: string): boolean {
  return /^(?:[\p{L}\p{N}]{3}\p{Pd}?){2}[\p{L}\p{N}]{3}\.?$/u.test(typed) && hasBoth(typed);
}

function hasBoth(typed: string): boolean {
  return /\p{L}/u.test(typed) && /\p{Nd}/u.test(typed);
}

function codeOf(found: string): HandoverCode | undefined {
  const characters = meant([...found.replace(/[^\p{L}\p{N}]/gu, "")], weights);
  return typeof characters === "string" ? undefined : written(characters);
}

function written(characters: readonly string[]): HandoverCode {
  const text = characters.join("");
  return `LJ-${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}` as HandoverCode;
}
