/** The phrases with which people ask for a topic, taken apart into terms. */
import type { Terms } from "./near-terms.ts";

export type AskedPhrase = {
  readonly topic: string;
  /** Each word in all its forms; none where it tells nothing. */
  readonly words: readonly Terms[];
  readonly terms: Terms;
};

/** "cara|caranya bayar|setor". Where no word has a second form, several may be one term: "hari tua". */
export function askedPhrase(
  topic: string,
  phrase: string,
  terms: (text: string) => Terms,
): AskedPhrase {
  const words = wordsOf(phrase, terms);
  return { topic, words, terms: [...new Set(words.flat())] };
}

function wordsOf(phrase: string, terms: (text: string) => Terms): readonly Terms[] {
  if (!phrase.includes("|")) {
    const told = terms(phrase).map((term) => [term]);
    return told.length === 0 ? [[]] : told;
  }
  return phrase.split(" ").map((word) => terms(word.replaceAll("|", " ")));
}

/** Every word of the phrase is said, and nothing besides. */
export function isWhole({ words, terms }: AskedPhrase, asked: Terms): boolean {
  return (
    words.every((forms) => forms.some((form) => asked.includes(form))) &&
    asked.every((term) => terms.includes(term))
  );
}

/** What the words of a phrase weigh, each by the form that weighs most; `ofNothing` where it tells nothing. */
export function weightOfWords(
  { words }: AskedPhrase,
  weight: (term: string) => number,
  ofNothing = 0,
): number {
  return words.reduce(
    (sum, forms) => sum + (forms.length === 0 ? ofNothing : Math.max(...forms.map(weight))),
    0,
  );
}

/** How much a term tells: the fewer topics have it in their phrases, the more. */
export type Rarity = (term: string) => number;

export function rarityIn(phrases: readonly AskedPhrase[], count: number): Rarity {
  const topicsOf = new Map<string, Set<string>>();
  for (const { topic, terms } of phrases) {
    for (const term of terms) topicsOf.set(term, (topicsOf.get(term) ?? new Set()).add(topic));
  }
  const rarityOf = (topics: number) => Math.log(1 + count / (topics + 0.5));
  const known = new Map([...topicsOf].map(([term, topics]) => [term, rarityOf(topics.size)]));
  const ofOthers = rarityOf(0);
  return (term) => known.get(term) ?? ofOthers;
}
