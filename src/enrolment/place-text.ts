/** A text about a place, taken apart: its words, which of them may be a name, and what a word before it says of it. */
import { placeWordsIn } from "./place-name.ts";
import type { Level, Vocabulary } from "./place-words.ts";

export type Word = {
  readonly word: string;
  /** A name does not go across from one part to the next. */
  readonly part: number;
  /** What the word before it says of the name that begins here. */
  readonly hint: Level | undefined;
  /** After "near" and its like: a landmark. */
  readonly isBeside: boolean;
  /** Neither a word before a name, nor a landmark, nor one that says nothing. */
  readonly isLoose: boolean;
};

export type Said = readonly Word[];

/** Words `from` up to, not including, `to`. */
export type Span = { readonly from: number; readonly to: number };

/** Words that may be a name, run together as names are compared. */
export type Run = Span & { readonly name: string; readonly hint: Level | undefined };

/** Names are at most this many words long; who writes more words than this has named the place among them. */
const longestName = 8;
const mostWords = 40;

export function apart(one: Span, other: Span): boolean {
  return one.to <= other.from || other.to <= one.from;
}

/** The text as it stands, with its short names in full, and with "alang2" as "alang alang". */
export function variantsOf(text: string, { aliases }: Vocabulary): readonly [string, ...string[]] {
  const inFull = (one: string) =>
    one.toLowerCase().replace(/\p{L}+/gu, (word) => aliases.get(word) ?? word);
  const asItStands = text.toLowerCase();
  const doubled = text.replace(/(?<![\p{L}\p{N}])(\p{L}{3,})2(?![\p{L}\p{N}])/gu, "$1 $1");
  const others = new Set([inFull(text), inFull(doubled)]);
  others.delete(asItStands);
  return [asItStands, ...others];
}

export function saidIn(text: string, { hints, beside, quiet }: Vocabulary): Said {
  const said: Word[] = [];
  for (const [part, words] of placeWordsIn(text).entries()) {
    let isBeside = false;
    let hint: Level | undefined;
    for (const word of words) {
      const own = hints.get(word);
      isBeside = own === undefined && (isBeside || beside.has(word));
      said.push({ word, part, hint, isBeside, isLoose: !(isBeside || quiet.has(word)) });
      hint = own;
    }
  }
  return said.slice(0, mostWords);
}

/** Looked for once in a text that is weighed several times. */
const runsOf = new WeakMap<Said, readonly Run[]>();

/** Everything that may be a name. */
export function runsIn(said: Said): readonly Run[] {
  const known = runsOf.get(said) ?? allRuns(said);
  runsOf.set(said, known);
  return known;
}

function allRuns(said: Said): readonly Run[] {
  const runs: Run[] = [];
  for (const [from, { part, hint }] of said.entries()) {
    let name = "";
    for (let to = from; to < from + longestName; to += 1) {
      const next = said[to];
      if (next?.part !== part) break;
      name += next.word;
      runs.push({ from, to: to + 1, name, hint });
    }
  }
  return runs;
}

/** Where a town or province elsewhere is named. */
export function outsideSpans(said: Said, { outside }: Vocabulary): readonly Span[] {
  return said.flatMap(({ word }, from) =>
    (outside.get(word) ?? [])
      .filter((name) => name.every((one, at) => said[from + at]?.word === one))
      .map((name) => ({ from, to: from + name.length })),
  );
}

/** Where a part of a regency is named that the list does not have. */
export function areaSpans(said: Said, { areas }: Vocabulary): readonly Span[] {
  return runsIn(said).filter(({ name }) => areas.has(name));
}

/** The places of the words that lie in one of the spans. */
export function coveredBy(spans: readonly Span[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { from, to } of spans) for (let at = from; at < to; at += 1) covered.add(at);
  return covered;
}

/** Whether a part of the text says nothing but "I do not know". */
export function isUnknowing(said: Said, { unknowing }: Vocabulary): boolean {
  const parts = Map.groupBy(said, ({ part }) => part);
  return [...parts.values()].some(
    (words) =>
      words.every(({ isLoose }) => !isLoose) && words.some(({ word }) => unknowing.has(word)),
  );
}
