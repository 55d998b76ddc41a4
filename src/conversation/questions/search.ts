/** The explanations as they are searched: by the phrases with which people ask for a topic, and by what its text says. */
import MiniSearch, { type SearchOptions, type SearchResult } from "minisearch";
import type { Language } from "../wording/wording.ts";
import { type Asking, termsOf } from "./terms.ts";

/** How well a topic fits what is asked. */
export type Fit = {
  readonly topic: string;
  /** Grows with the words that the topic shares with the question, and with how seldom they are elsewhere. */
  readonly score: number;
  /** Of what the question tells, the share (0–1) that the topic has; each word is weighed by how seldom it is. */
  readonly share: number;
};

export type Questions = {
  /** The topics that share a word with the text, the best one first. */
  readonly fits: (text: string) => readonly Fit[];
  /** The topics of which the text is a phrase, of so many words or more, and tells nothing else. */
  readonly topicsSaid: (text: string, least: number) => readonly string[];
};

export type Explained = {
  /** Of flows/explain.yaml, or `elsewhere`. */
  readonly topic: string;
  /** As written in words/questions.yaml: words in any order, "a|b" is one in two forms. */
  readonly phrases: readonly string[];
  /** What is said about it, without its variables. */
  readonly text: string;
};

/** Whose phrases are of what others are asked (a driving licence, the weather): it has no explanation. */
export const elsewhere = "elsewhere";

/** What a topic's text says weighs less than the words by which people ask for it; a word with a slip in it as well.
 * `nothing`: a word that tells nothing makes its phrase longer all the same, "who is this for" more than "who". */
const weights = { asks: 1, text: 0.25, slip: 0.6, nothing: 0.3 };
/** A phrase that is said whole tells more than its words here and there. */
const phraseWeight = 5;
/** A topic that leaves much of the question untold is less likely meant. */
const shareWeight = 0.25;
/** In doubt it is more likely about us. */
const elsewhereWeight = 0.8;
/** In longer words, one letter in five may be another. */
const searching: SearchOptions = { fuzzy: (term) => (term.length > 4 ? 0.2 : false) };

/** Makes the explanations of one language ready to be searched; some milliseconds, once. */
export function questionsOf(
  explained: readonly Explained[],
  asking: Asking,
  language: Language,
): Questions {
  const terms = (text: string) => [...new Set(termsOf(text, asking, language))];
  const phrases = explained.flatMap(({ topic, phrases }) =>
    phrases.map((phrase): Phrase => {
      const words = wordsOf(phrase, terms);
      return { topic, words, terms: [...new Set(words.flat())] };
    }),
  );
  const topics = searchable(["asks", "text"], ["topic"]);
  topics.addAll(
    explained.map(({ topic, text }, id) => ({
      id,
      topic,
      asks: phrases.flatMap((phrase) => (phrase.topic === topic ? phrase.terms : [])).join(" "),
      text: terms(text).join(" "),
    })),
  );
  const single = searchable(["asks"], []);
  single.addAll(phrases.map(({ terms }, id) => ({ id, asks: terms.join(" ") })));
  const rarity = rarityIn(phrases, explained.length);
  const withTerm = phrasesByTerm(phrases);
  return {
    fits: (text) => {
      const asked = terms(text);
      const query = asked.join(" ");
      const whole = sumOf(asked, rarity);
      const said = bestPhrases(single.search(query, searching), phrases, rarity);
      return topics
        .search(query, searching)
        .map((found): Fit => {
          const topic: string = found["topic"];
          const share = sumOf(found.queryTerms, rarity) / whole;
          const told = weightOf(found, rarity) + phraseWeight * (said.get(topic) ?? 0);
          const doubt = topic === elsewhere ? elsewhereWeight : 1;
          return { topic, share, score: told * share ** shareWeight * doubt };
        })
        .toSorted((one, other) => other.score - one.score);
    },
    topicsSaid: (text, least) => {
      const asked = terms(text);
      const [first] = asked;
      if (first === undefined || asked.length < least) return [];
      const phrases = withTerm.get(first) ?? [];
      return phrases.flatMap((phrase) => (isWhole(phrase, asked) ? phrase.topic : []));
    },
  };
}

function searchable(fields: string[], storeFields: string[]): MiniSearch {
  return new MiniSearch({
    fields,
    storeFields,
    tokenize: (text) => text.split(" ").filter(Boolean),
    processTerm: (term) => term,
  });
}

type Terms = readonly string[];

type Phrase = {
  readonly topic: string;
  /** Each word in all its forms; none where it tells nothing. */
  readonly words: readonly Terms[];
  readonly terms: Terms;
};

/** "cara|caranya bayar|setor". Where no word has a second form, several may be one term: "hari tua". */
function wordsOf(phrase: string, terms: (text: string) => Terms): readonly Terms[] {
  if (!phrase.includes("|")) return terms(phrase).map((term) => [term]);
  return phrase.split(" ").map((word) => terms(word.replaceAll("|", " ")));
}

function phrasesByTerm(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    if (phrase.topic === elsewhere) continue;
    for (const term of phrase.terms) found.set(term, [...(found.get(term) ?? []), phrase]);
  }
  return found;
}

/** Every word of the phrase is said, and nothing besides. */
function isWhole({ words, terms }: Phrase, asked: Terms): boolean {
  return (
    words.every((forms) => forms.some((form) => asked.includes(form))) &&
    asked.every((term) => terms.includes(term))
  );
}

/** How much a term tells: the fewer topics have it in their phrases, the more. */
type Rarity = (term: string) => number;

function rarityIn(phrases: readonly Phrase[], count: number): Rarity {
  const topicsOf = new Map<string, Set<string>>();
  for (const { topic, terms } of phrases) {
    for (const term of terms) topicsOf.set(term, (topicsOf.get(term) ?? new Set()).add(topic));
  }
  return (term) => Math.log(1 + count / ((topicsOf.get(term)?.size ?? 0) + 0.5));
}

function sumOf(terms: Terms, rarity: Rarity): number {
  return terms.reduce((sum, term) => sum + rarity(term), 0);
}

/** What the words tell that were found. */
function weightOf({ queryTerms, match }: SearchResult, rarity: Rarity): number {
  const slips = Object.keys(match).filter((term) => !queryTerms.includes(term));
  const slip = weights.slip * Math.max(0, ...slips.map(rarity));
  return queryTerms.reduce((sum, term) => {
    const fields = match[term];
    if (fields === undefined) return sum + slip;
    return sum + rarity(term) * (fields.includes("asks") ? weights.asks : weights.text);
  }, 0);
}

/** How much of a term of a phrase was said: all of it, with a slip, or nothing. */
function nearnessOf(term: string, { queryTerms, match }: SearchResult): number {
  if (queryTerms.includes(term)) return 1;
  return match[term] === undefined ? 0 : weights.slip;
}

function sumOfBest(
  words: readonly Terms[],
  weight: (term: string) => number,
  ofNothing = 0,
): number {
  return words.reduce(
    (sum, forms) => sum + (forms.length === 0 ? ofNothing : Math.max(...forms.map(weight))),
    0,
  );
}

/** By topic, what its phrase tells that is said most nearly whole. */
function bestPhrases(
  found: readonly SearchResult[],
  phrases: readonly Phrase[],
  rarity: Rarity,
): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const result of found) {
    const phrase = phrases[result.id] as Phrase;
    const told = (term: string) => rarity(term) * nearnessOf(term, result);
    const weight = sumOfBest(phrase.words, told);
    const score = (weight * weight) / sumOfBest(phrase.words, rarity, weights.nothing);
    best.set(phrase.topic, Math.max(best.get(phrase.topic) ?? 0, score));
  }
  return best;
}
