/** The explanations as they are searched: by the phrases with which people ask for a topic, and by what its text says. */
import type { Language } from "../wording/wording.ts";
import {
  type AskedPhrase,
  askedPhrase,
  isWhole,
  type Rarity,
  rarityIn,
  weightOfWords,
} from "./asked-phrases.ts";
import { type Holding, nearTermsIn, type Terms } from "./near-terms.ts";
import { type Asking, askingPart, termsOf } from "./terms.ts";

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

/** Makes the explanations of one language ready to be searched; some milliseconds, once. */
export function questionsOf(
  explained: readonly Explained[],
  asking: Asking,
  language: Language,
): Questions {
  const terms = (text: string) => [...new Set(termsOf(text, asking, language))];
  const asked = explained.flatMap(({ topic, phrases }) =>
    phrases.map((phrase) => askedPhrase(topic, phrase, terms)),
  );
  const rarity = rarityIn(asked, explained.length);
  const phrases = asked.map((phrase) => ({
    ...phrase,
    whole: weightOfWords(phrase, rarity, weights.nothing),
  }));
  const phrasesWith = byTerm(phrases);
  const texts = explained.map(({ topic, text }) => ({ topic, terms: terms(text) }));
  const near = nearTermsIn(texts, phrases);
  const termsIn = (text: string) => terms(askingPart(text));

  return {
    fits: (text) => {
      const asked = termsIn(text);
      const whole = asked.reduce((sum, term) => sum + rarity(term), 0);
      const words = new Set(asked.flatMap((term) => term.split(" ")));
      const said = [...words].map((term) => ({ term, near: near(term) }));
      const best = bestPhrases(said, phrasesWith, rarity);
      return [...toldByTopic(said, rarity)]
        .map(([topic, told]): Fit => {
          const share = told.shared / whole;
          const slips = told.slips * weights.slip * told.slip;
          const score = told.weight + slips + phraseWeight * (best.get(topic) ?? 0);
          const doubt = topic === elsewhere ? elsewhereWeight : 1;
          return { topic, share, score: score * share ** shareWeight * doubt };
        })
        .toSorted((one, other) => other.score - one.score);
    },
    topicsSaid: (text, least) => {
      const asked = termsIn(text);
      const [first] = asked;
      if (first === undefined || asked.length < least) return [];
      const phrases = phrasesWith.get(first) ?? [];
      return phrases.flatMap((phrase) =>
        phrase.topic !== elsewhere && isWhole(phrase, asked) ? phrase.topic : [],
      );
    },
  };
}

type WithTerms = { readonly terms: Terms };

function byTerm<Item extends WithTerms>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    for (const term of item.terms) {
      const others = found.get(term);
      if (others === undefined) found.set(term, [item]);
      else others.push(item);
    }
  }
  return found;
}

/** A word of the question, and the terms that it is or may be. */
type Said = { readonly term: string; readonly near: readonly Holding[] };

/** What a topic has of the question. */
type Told = {
  /** How much the words tell that it has, with a slip or without. */
  shared: number;
  /** Those without a slip, weighed. */
  weight: number;
  /** How many have a slip, and how much the rarest term tells that is meant by one. */
  slips: number;
  slip: number;
};

function toldByTopic(said: readonly Said[], rarity: Rarity): ReadonlyMap<string, Told> {
  const asked = new Set(said.map(({ term }) => term));
  const told = new Map<string, Told>();
  for (const { term, near } of said) {
    const having = new Set<string>();
    for (const { term: other, topics } of near) {
      const slip = asked.has(other) ? 0 : rarity(other);
      for (const [topic, where] of topics) {
        const of = toldOf(topic, told);
        of.slip = Math.max(of.slip, slip);
        if (!having.has(topic)) addWord(of, rarity(term), weightOf(where, other === term));
        having.add(topic);
      }
    }
  }
  return told;
}

/** Undefined for a word with a slip. */
function weightOf(where: "asks" | "text", isSame: boolean): number | undefined {
  return isSame ? weights[where] : undefined;
}

function addWord(told: Told, rarity: number, weight: number | undefined): void {
  told.shared += rarity;
  told.weight += rarity * (weight ?? 0);
  told.slips += weight === undefined ? 1 : 0;
}

function toldOf(topic: string, told: Map<string, Told>): Told {
  const before = told.get(topic);
  if (before !== undefined) return before;
  const nothing: Told = { shared: 0, weight: 0, slips: 0, slip: 0 };
  told.set(topic, nothing);
  return nothing;
}

type WeighedPhrase = AskedPhrase & { readonly whole: number };

/** By topic, what its phrase tells that is said most nearly whole: each term wholly, with a slip, or not at all. */
function bestPhrases(
  said: readonly Said[],
  phrasesWith: ReadonlyMap<string, readonly WeighedPhrase[]>,
  rarity: Rarity,
): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  for (const { term } of said.flatMap(({ near }) => near)) {
    told.set(term, weights.slip * rarity(term));
  }
  for (const { term } of said) told.set(term, rarity(term));
  const best = new Map<string, number>();
  for (const phrase of new Set([...told.keys()].flatMap((term) => phrasesWith.get(term) ?? []))) {
    const weight = weightOfWords(phrase, (term) => told.get(term) ?? 0);
    const score = (weight * weight) / phrase.whole;
    best.set(phrase.topic, Math.max(best.get(phrase.topic) ?? 0, score));
  }
  return best;
}
