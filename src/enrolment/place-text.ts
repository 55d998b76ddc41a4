/** A text about a place, taken apart: its words, which of them may be a name, and what a word before it says of it. */
import { placeWordsIn } from "./place-name.ts";

type Level = "villages" | "districts" | "regencies";

/** The vocabulary of a text about a place, in small letters. */
export type PlaceWords = {
  /** Words before the name of a village, a district, a regency: desa, kec, kab. */
  readonly markers: Readonly<Record<Level, readonly string[]>>;
  /** Words that say nothing about the place: "saya tinggal di". */
  readonly fillers: readonly string[];
  /** Short and other names, one word each: plg → Palembang. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Provinces and well-known towns elsewhere. */
  readonly outside: readonly string[];
};

/** The words of a text; a name does not go across from one `part` to the next. */
export type Said = readonly { readonly word: string; readonly part: number }[];

/** Words `from` up to, not including, `to`. */
export type Span = { readonly from: number; readonly to: number };

/** Names are at most this many words long; who writes more words than this has named the place among them. */
const longestName = 8;
const mostWords = 40;

export function apart(one: Span, other: Span): boolean {
  return one.to <= other.from || other.to <= one.from;
}

/** The text with its short names in full (the usual one), as it stands, and with "alang2" as "alang alang". */
export function variantsOf(text: string, { aliases }: PlaceWords): readonly [Said, ...Said[]] {
  const inFull = (one: string) =>
    one
      .toLowerCase()
      .replace(/\p{L}+/gu, (word) => (Object.hasOwn(aliases, word) ? `${aliases[word]}` : word));
  const doubled = text.replace(/(?<![\p{L}\p{N}])(\p{L}{3,})2(?![\p{L}\p{N}])/gu, "$1 $1");
  return [saidIn(inFull(text)), saidIn(text), saidIn(inFull(doubled))];
}

function saidIn(text: string): Said {
  return placeWordsIn(text)
    .flatMap((words, part) => words.map((word) => ({ word, part })))
    .slice(0, mostWords);
}

/** Everything that may be a name, with the level that the word before it tells. */
export function spansOf(
  said: Said,
  { markers }: PlaceWords,
): readonly (Span & { readonly name: string; readonly hint: Level | undefined })[] {
  const levels = ["villages", "districts", "regencies"] as const;
  return said.flatMap(({ part }, from) => {
    const last = said[from - 1];
    const before = last?.part === part ? last.word : "";
    const hint = levels.find((level) => markers[level].includes(before));
    return runsFrom(said, from).map((run) => ({ ...run, hint }));
  });
}

/** Names of the words that explain nothing yet, of at least half of these; by their number of words, the most first. */
export function looseSpans(
  said: Said,
  taken: readonly Span[],
  words: PlaceWords,
): readonly (readonly string[])[] {
  const free = [...said.entries()]
    .filter(
      ([at, { word }]) =>
        isLoose(word, words) && taken.every(({ from, to }) => at < from || at >= to),
    )
    .map(([at]) => at);
  const runs = free
    .flatMap((from) => runsFrom(said, from))
    .filter(({ from, to }) => free.filter((at) => from <= at && at < to).length === to - from)
    .filter(({ from, to }) => (to - from) * 2 >= free.length);
  const byLength = Map.groupBy(runs, ({ from, to }) => to - from);
  return [...byLength]
    .toSorted(([one], [other]) => other - one)
    .map(([, group]) => group.map(({ name }) => name));
}

/** Where a town or province elsewhere is named. */
export function outsideSpans(said: Said, { outside }: PlaceWords): readonly Span[] {
  return [...said.keys()].flatMap((from) =>
    outside
      .map((name) => name.split(" "))
      .filter((name) => name.every((word, at) => said[from + at]?.word === word))
      .map((name) => ({ from, to: from + name.length })),
  );
}

/** How many words lie in one of the spans. */
export function coveredBy(spans: readonly Span[]): number {
  return new Set(
    spans.flatMap(({ from, to }) => [...Array(to - from).keys()].map((at) => from + at)),
  ).size;
}

/** Neither a word before a name nor one that says nothing. */
export function isLoose(word: string, { markers, fillers }: PlaceWords): boolean {
  return ![...Object.values(markers).flat(), ...fillers].includes(word);
}

function runsFrom(said: Said, from: number): readonly (Span & { readonly name: string })[] {
  const part = said[from]?.part;
  return said
    .slice(from, from + longestName)
    .filter((one) => one.part === part)
    .map((_, length, run) => ({
      from,
      to: from + length + 1,
      name: run
        .slice(0, length + 1)
        .map(({ word }) => word)
        .join(""),
    }));
}
