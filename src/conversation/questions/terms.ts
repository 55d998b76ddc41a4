/**
 * The terms of a text by which questions are compared: slang and near meanings made standard, words that tell nothing
 * left out (numbers too), the rest cut to their stems.
 */
import { stemmer as englishStem } from "@orama/stemmers/english";
import { stemmer as indonesianStem } from "@orama/stemmers/indonesian";
import { z } from "zod";
import { onceFor } from "../answers/once-for.ts";
import { wordsIn } from "../answers/plain.ts";
import type { Language } from "../wording/wording.ts";

const phrase = z.string().min(1);

/** locales/<language>/words/asking.yaml */
export const askingWordsSchema = z.strictObject({
  /** Words that mean the same in a question: every one is taken for the name of the list. Up to four words each. */
  same: z.record(z.string(), z.array(phrase).min(1)),
  /** Words that tell nothing of what is asked. */
  nothing: z.array(phrase),
  /** Names of groups of `same` of which no word tells anything either. */
  nothing_groups: z.array(phrase),
  /** Phrases, as in words/questions.yaml, of what others are asked. */
  elsewhere: z.array(phrase).min(1),
  /** Endings as people write them → the standard ending. */
  endings: z.record(z.string(), z.string()),
});

export type Asking = z.infer<typeof askingWordsSchema>;

const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  id: indonesianStem,
  en: englishStem,
};

/** Words of the longest entry of the slang list. */
const longest = 4;
/** Letters; what is longer is no word. */
const longestWord = 40;
/** Whoever writes more tells a story: what is asked stands where it begins or where it ends. */
const mostWords = 60;
/** Shorter words are none with an ending. */
const shortestWithEnding = 6;

/** The terms, in order; none for a text that tells nothing of what is asked. */
export function termsOf(text: string, asking: Asking, language: Language): readonly string[] {
  const { standard, begins, nothing } = prepared(asking);
  const words = wordsIn(text);
  const terms: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { word, length } = standardAt(words, at, { standard, begins }, asking);
    at += length;
    if (!nothing.has(word) && !/^\d+$/.test(word)) terms.push(stemmers[language](word));
  }
  return terms;
}

/** Of a text that a person wrote, what may ask: of a long one where it begins and where it ends. */
export function askingPart(text: string): string {
  const words = wordsIn(text).filter(({ length }) => length <= longestWord);
  const isLong = words.length > 2 * mostWords;
  return (isLong ? [...words.slice(0, mostWords), ...words.slice(-mostWords)] : words).join(" ");
}

type Standard = {
  readonly standard: ReadonlyMap<string, string>;
  /** Words with which an entry of several begins. */
  readonly begins: ReadonlySet<string>;
};

/** The standard word for the longest run of words that has one, or the word itself. */
function standardAt(
  words: readonly string[],
  at: number,
  { standard, begins }: Standard,
  { endings }: Asking,
): { readonly word: string; readonly length: number } {
  const first = words[at] as string;
  const most = begins.has(first) ? Math.min(longest, words.length - at) : 1;
  for (let length = most; length > 0; length -= 1) {
    const run = words.slice(at, at + length).join(" ");
    const word = standard.get(run) ?? standard.get(withStandardEnding(run, endings));
    if (word !== undefined) return { word, length };
  }
  return { word: withStandardEnding(first, endings), length: 1 };
}

/** "caronyo" → "caronya", "didaftarke" → "didaftarkan". */
function withStandardEnding(word: string, endings: Asking["endings"]): string {
  const found = Object.entries(endings).find(
    ([ending]) => word.length >= shortestWithEnding && word.endsWith(ending),
  );
  return found === undefined ? word : `${word.slice(0, -found[0].length)}${found[1]}`;
}

const prepared = onceFor(({ same, nothing, nothing_groups }: Asking) => {
  const standard = new Map(
    Object.entries(same).flatMap(([word, others]) =>
      [word, ...others].map((other) => [wordsIn(other).join(" "), word] as const),
    ),
  );
  const several = [...standard.keys()].filter((entry) => entry.includes(" "));
  return {
    standard,
    begins: new Set(several.map((entry) => entry.slice(0, entry.indexOf(" ")))),
    nothing: new Set([...nothing, ...nothing_groups]),
  };
});
