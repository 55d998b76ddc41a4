/** Yes and no as people type them. Whatever is not wholly a yes or wholly a no is neither. */
import { plainText } from "../../enrolment/plain-text.ts";
import { onceFor } from "./once-for.ts";
import { apostrophe } from "./plain.ts";
import type { Words } from "./words.ts";

/** `mild`: willing, fine, not yet. Enough for a friendly question, not for consent. */
export type Agreement = "yes" | "mild-yes" | "no" | "mild-no";

type Meaning = Agreement | "unclear" | "filler";

/**
 * What the whole text says, or undefined: a yes and a no together, a condition, a question, anything else. A list of
 * choices may have more words for its yes and its no ("sudah" under the read-back).
 */
export function agreementIn(heard: string, words: Words, list = ""): Agreement | undefined {
  const text = plainText(heard);
  if (text.includes("?")) return undefined;
  const { common, ofLists } = meaningsOf(words);
  const meanings = ofLists.get(list) ?? common;
  let agreed: Agreement | undefined;
  for (const clause of text.split(/[,.;:!]/)) {
    const meaning = clauseMeaning(clause, meanings);
    if (meaning === "filler") continue;
    if (!isAgreement(meaning)) return undefined;
    agreed = agreed === undefined ? meaning : together(agreed, meaning);
    if (agreed === undefined) return undefined;
  }
  return agreed;
}

/** Two meanings side by side: the clearer of two that agree, nothing where they do not. */
function together(one: Agreement | undefined, other: Meaning): Agreement | undefined {
  if (isYes(one) && isYes(other)) return one === "yes" || other === "yes" ? "yes" : "mild-yes";
  if (isNo(one) && isNo(other)) return one === "no" || other === "no" ? "no" : "mild-no";
  return undefined;
}

/** One clause. A no before a yes turns it round ("tidak setuju"); a no after a yes, or two noes, leave it open. */
function clauseMeaning(clause: string, meanings: Meanings): Meaning {
  const [first, ...others] = phrasesIn(clause, meanings).filter((meaning) => meaning !== "filler");
  if (first === undefined) return "filler";
  if (!isAgreement(first)) return "unclear";
  if (isNo(first) && others.every(isYes)) return first;
  return isNo(first)
    ? "unclear"
    : (others.reduce<Agreement | undefined>(together, first) ?? "unclear");
}

/** Nobody needs so many words to agree. */
const mostWords = 60;

/** The meanings of the phrases a clause is made of, longest first; "unclear" for each word that is none. */
function phrasesIn(clause: string, meanings: Meanings): readonly Meaning[] {
  const words = wordsAndSigns(clause, meanings);
  if (words.length > mostWords) return ["unclear"];
  const found: Meaning[] = [];
  for (let at = 0; at < words.length; ) {
    const lengths = [4, 3, 2, 1].filter((length) => meanings.has(phrase(words, at, length)));
    const length = lengths[0] ?? 1;
    found.push(meanings.get(phrase(words, at, length)) ?? "unclear");
    at += length;
  }
  return found;
}

function phrase(words: readonly string[], at: number, length: number): string {
  return words.slice(at, at + length).join(" ");
}

/** Words, each once where it is repeated, and the signs that mean something; other pictures say nothing. */
function wordsAndSigns(clause: string, meanings: Meanings): readonly string[] {
  const found = clause
    .toLowerCase()
    .replace(apostrophe, "")
    .match(/[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu);
  return (found ?? [])
    .map(squeezed)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) || meanings.has(word))
    .filter((word, index, words) => word !== words[index - 1]);
}

/** "iyaaa" as "iya": a letter counts once. */
function squeezed(word: string): string {
  return word.replace(/(\p{L})\1+/gu, "$1");
}

type Meanings = ReadonlyMap<string, Meaning>;

const meaningsOf = onceFor(({ agreement, choices }: Words) => {
  const { yes, mild_yes, no, mild_no, unclear, fillers } = agreement;
  const common = [
    ...meaning("filler", fillers),
    ...meaning("mild-yes", mild_yes),
    ...meaning("mild-no", mild_no),
    ...meaning("yes", yes),
    ...meaning("no", no),
    ...meaning("unclear", unclear),
  ];
  const ofLists = Object.entries(choices.called).map(([list, called]): [string, Meanings] => {
    const own = [...meaning("mild-yes", called["yes"]), ...meaning("mild-no", called["no"])];
    return [list, new Map([...common, ...own])];
  });
  return { common: new Map(common), ofLists: new Map(ofLists) };
});

function meaning(meant: Meaning, phrases: readonly string[] = []): readonly [string, Meaning][] {
  return phrases.map((said) => [squeezed(said), meant]);
}

function isAgreement(meaning: Meaning): meaning is Agreement {
  return meaning !== "unclear" && meaning !== "filler";
}

function isYes(meaning: Meaning | undefined): boolean {
  return meaning === "yes" || meaning === "mild-yes";
}

function isNo(meaning: Meaning | undefined): boolean {
  return meaning === "no" || meaning === "mild-no";
}
