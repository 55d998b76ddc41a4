/** The terms of the explanations, who has them, and which of them a word of a question may be. */
import SearchableMap from "minisearch/SearchableMap";

export type Terms = readonly string[];

/** A term and the topics that have it: in their phrases, or only in their text. */
export type Holding = {
  readonly term: string;
  readonly topics: ReadonlyMap<string, "asks" | "text">;
};

/** In longer words, one letter in five may be another, and in the longest no more than six. */
const shortestWithSlip = 5;
const lettersASlip = 5;
const mostSlips = 6;

/** For a term of a question, those that it is or may be, the term itself first. */
export function nearTermsIn(
  texts: readonly { readonly topic: string; readonly terms: Terms }[],
  phrases: readonly { readonly topic: string; readonly terms: Terms }[],
): (term: string) => readonly Holding[] {
  const tree = new SearchableMap<Map<string, "asks" | "text">>();
  const add = (where: "asks" | "text") => (holder: (typeof texts)[number]) => {
    // "Rumah sakit" is one term where it is said; it is found by either word.
    for (const term of holder.terms.flatMap((term) => term.split(" "))) {
      tree.set(term, (tree.get(term) ?? new Map()).set(holder.topic, where));
    }
  };
  texts.forEach(add("text"));
  phrases.forEach(add("asks"));
  return (term) => {
    const topics = tree.get(term);
    const same = topics === undefined ? [] : [{ term, topics }];
    if (term.length < shortestWithSlip) return same;
    const slips = Math.min(mostSlips, Math.round(term.length / lettersASlip));
    const near = [...tree.fuzzyGet(term, slips)].map(([term, [topics]]) => ({ term, topics }));
    return [...same, ...near.filter((other) => other.term !== term)];
  };
}
