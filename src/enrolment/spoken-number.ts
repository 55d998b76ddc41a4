/**
 * The number of a submission as people say it, write it on a hand and read it out at a counter:
 * `LD-7K3M-92`. Five characters are drawn by chance, the sixth checks them. With the number anyone may ask
 * for the state of the submission, and for nothing else, so it need not be secret, only hard to get wrong.
 */
import { drawn, meant } from "./checked-characters.ts";
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
  const characters = meant([...typed], weights);
  return typeof characters === "string" ? { fault: characters } : written(characters);
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
  return written(drawn(weights, randomInt));
}

/** None is 0 and no two are alike: `checked-characters.ts` relies on it. */
const weights = [2, 4, 3, 6, 5, 1] as const;

function written(characters: readonly string[]): SpokenNumber {
  const text = characters.join("");
  return `LD-${text.slice(0, 4)}-${text.slice(4)}` as SpokenNumber;
}
