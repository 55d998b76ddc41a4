/**
 * The number of a submission as people say it, write it on a hand and read it out at a counter:
 * `LD-7K3M-92`. Five characters are drawn by chance, the sixth checks them. With the number anyone may ask
 * for the state of the submission, and for nothing else, so it need not be secret, only hard to get wrong.
 */
import { plainText } from "./plain-text.ts";

declare const brand: unique symbol;

/** `LD-7K3M-92`: always in this form, whatever was typed. */
export type SpokenNumber = string & { readonly [brand]: "SpokenNumber" };

export type SpokenNumberFault = "wrong-length" | "unknown-character" | "mistyped";

/** Reads a number as people type it: `LD-7K3M-92`, `ld 7k3m 92`, `7K3M92`, `Ld.7k3m/92`. */
export function parseSpokenNumber(
  text: string,
): SpokenNumber | { readonly fault: SpokenNumberFault } {
  const typed = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}._/#]/gu, "")
    .replace(/^LD/, "");
  if ([...typed].length !== weights.length) return { fault: "wrong-length" };
  const characters = [...typed].map((character) => misread.get(character) ?? character);
  const values = characters.map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return { fault: "unknown-character" };
  if (weighed(values) !== 0) return { fault: "mistyped" };
  return written(characters);
}

/** The number in a text that is one, or that names one by its letters: "status ld 7k3m 92 pak". Of two different ones none. */
export function spokenNumberIn(text: string): SpokenNumber | undefined {
  const whole = parseSpokenNumber(text);
  if (typeof whole === "string") return whole;
  const named = [...plainText(text).matchAll(namedByLetters)]
    .map(([found]) => parseSpokenNumber(found.replace(/[^\p{L}\p{N}]/gu, "")))
    .filter((number) => typeof number === "string");
  return new Set(named).size === 1 ? named[0] : undefined;
}

/** LD and six characters, whatever parts them. */
const namedByLetters = /(?<![\p{L}\p{N}])LD(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){6}(?![\p{L}\p{N}])/giu;

/**
 * A new number. `randomInt(n)` gives a whole number from 0 up to, not including, `n`. There are 6.4 million;
 * two submissions may draw the same one, so whoever stores it draws again when it is taken.
 */
export function newSpokenNumber(randomInt: (below: number) => number): SpokenNumber {
  const values = weights.slice(1).map(() => randomInt(alphabet.length));
  const check = (alphabet.length - weighed(values)) % alphabet.length;
  return written([...values, check].map((value) => alphabet.charAt(value)));
}

/**
 * 23 characters. Left out: 0 O 1 I L (look like each other), A E (with them numbers would spell words), and
 * those of `misread`. 23 is a prime number, on which the check relies.
 */
const alphabet = "23456789CDFHJKMNPRTVWXY";

/** Characters that no number has, each read as the only one it can be mistaken for. */
const misread: ReadonlyMap<string, string> = new Map([
  ["B", "8"],
  ["G", "6"],
  ["S", "5"],
  ["U", "V"],
  ["Z", "2"],
]);

/**
 * The weighted sum of a sound number is 0 modulo 23. No weight is 0 and no two are alike, so one wrong
 * character changes the sum, and so does changing places between any two different ones.
 */
const weights = [2, 4, 3, 6, 5, 1] as const;

function weighed(values: readonly number[]): number {
  const sum = values.reduce((sum, value, place) => sum + value * Number(weights[place]), 0);
  return sum % alphabet.length;
}

function written(characters: readonly string[]): SpokenNumber {
  const text = characters.join("");
  return `LD-${text.slice(0, 4)}-${text.slice(4)}` as SpokenNumber;
}
