/**
 * The occupations that a text names, by the phrases people use for them. A phrase is said when all its words are, in
 * any order; of phrases that share words the one that explains most counts: "jual sayur" is more than "jual".
 */
import { distance } from "fastest-levenshtein";
import { wordsIn } from "./plain.ts";
import type { Words } from "./words.ts";

type Vocabulary = Pick<Words, "occupations" | "agreement">;

/** `isWhole`: only as the whole answer, for a word that says too little inside a longer one. */
type Phrase = {
  readonly code: string;
  readonly words: readonly string[];
  readonly letters: number;
  /** The letters that it has, a bit for each. */
  readonly alphabet: number;
  readonly isWhole: boolean;
};

/** "=karet", "<market-trader> sayur": see locales/<language>/words/occupations.yaml. */
const wholeMark = "=";
const anyOf = /^<([a-z-]+)> /;

/** Codes, in the order in which the text names them. */
export function jobsIn(said: string, { occupations, agreement }: Vocabulary): readonly string[] {
  // "karet pak" is "karet".
  const words = wordsIn(said).filter((word) => !agreement.fillers.includes(word));
  const phrases = phrasesOf(occupations);
  const jobs = phrases.filter((phrase) => isSaid(phrase, words));
  const best = jobs.filter((job) => !jobs.some((other) => isMore(other, job)));
  const inOrder = best.toSorted((one, other) => placeOf(one, words) - placeOf(other, words));
  return [...new Set(inOrder.map(({ code }) => code))];
}

/** The text is a phrase for a job and nothing else: "motong para". */
export function isJobAlone(said: string, { occupations, agreement }: Vocabulary): boolean {
  const words = wordsIn(said).filter((word) => !agreement.fillers.includes(word));
  return (
    words.length > 0 &&
    phrasesOf(occupations).some(
      (phrase) =>
        phrase.words.length === words.length && phrase.words.every((word) => words.includes(word)),
    )
  );
}

/** The one phrase that the whole text nearly is: besides the words they share, up to a wrong letter in five. */
export function nearJob(
  said: string,
  { occupations }: Vocabulary,
): { readonly code: string; readonly phrase: string } | undefined {
  const words = [...new Set(wordsIn(said))];
  const text = words.join("");
  const alphabet = alphabetOf(text);
  // What they share is the same in both, and a slip changes two letters at most: few phrases can be near.
  const near = phrasesOf(occupations)
    .filter(({ letters }) => Math.abs(letters - text.length) <= letters / lettersASlip)
    .filter((phrase) => ones(phrase.alphabet ^ alphabet) <= (2 * phrase.letters) / lettersASlip)
    .map((phrase) => ({
      code: phrase.code,
      phrase: phrase.words.join(" "),
      slips: slipsIn(words, phrase),
    }))
    .filter(({ slips }) => slips < Number.POSITIVE_INFINITY);
  const least = Math.min(...near.map(({ slips }) => slips));
  const [best, ...others] = near.filter(({ slips }) => slips === least);
  return others.some(({ code }) => code !== best?.code) ? undefined : best;
}

/** A bit for each letter; signs of other scripts share them, which only lets more phrases through. */
function alphabetOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) % 32);
  return bits;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** One wrong letter in so many is allowed. */
const lettersASlip = 5;

/** "tukang roti" is not nearly "tukang foto": what they share says nothing about the rest. */
function slipsIn(said: readonly string[], phrase: Phrase): number {
  const wanted = phrase.words.filter((word) => !said.includes(word)).join("");
  const found = said.filter((word) => !phrase.words.includes(word)).join("");
  const slips = distance(found, wanted);
  return slips <= Math.floor(wanted.length / lettersASlip) ? slips : Number.POSITIVE_INFINITY;
}

const known = new WeakMap<Words["occupations"], readonly Phrase[]>();

/** All phrases of a vocabulary; taken apart once. */
function phrasesOf(occupations: Words["occupations"]): readonly Phrase[] {
  const before = known.get(occupations);
  if (before !== undefined) return before;
  const phrases = Object.entries(occupations).flatMap(([code, list]) =>
    list
      .flatMap((phrase) => withAnyOf(phrase, occupations))
      .map((phrase) => ({
        code,
        words: wordsIn(phrase),
        letters: wordsIn(phrase).join("").length,
        alphabet: alphabetOf(wordsIn(phrase).join("")),
        isWhole: phrase.startsWith(wholeMark),
      })),
  );
  known.set(occupations, phrases);
  return phrases;
}

function withAnyOf(phrase: string, occupations: Words["occupations"]): readonly string[] {
  const code = anyOf.exec(phrase)?.[1];
  if (code === undefined) return [phrase];
  return (occupations[code] ?? [])
    .filter((one) => !anyOf.test(one) && !one.startsWith(wholeMark))
    .map((one) => phrase.replace(anyOf, `${one} `));
}

function isSaid({ words, isWhole }: Phrase, said: readonly string[]): boolean {
  return words.every((word) => said.includes(word)) && (!isWhole || words.length === said.length);
}

/** Shares a word with the other and explains more; among equals the first of the list. */
function isMore(one: Phrase, other: Phrase): boolean {
  return (
    one.code !== other.code &&
    one.letters > other.letters &&
    one.words.some((word) => other.words.includes(word))
  );
}

function placeOf({ words }: Phrase, said: readonly string[]): number {
  return Math.min(...words.map((word) => said.indexOf(word)));
}
