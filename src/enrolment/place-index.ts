/** The names of all places, found by their letters, by their sound, by nearly their letters, or by some of their words. */
import { comparable, placeWordsIn, soundOf } from "./place-name.ts";
import { type Near, nearSearch } from "./place-near.ts";
import type { Level } from "./place-words.ts";

export type Region = { readonly code: string; readonly name: string };
export type District = Region & { readonly regency: Region };
export type Village = Region & { readonly district: Region; readonly regency: Region };

export type Lists = {
  readonly villages: readonly Village[];
  readonly districts: readonly District[];
  readonly regencies: readonly Region[];
};

/** A place of one of the lists. */
export type Entry =
  | { readonly level: "villages"; readonly place: Village }
  | { readonly level: "districts"; readonly place: District }
  | { readonly level: "regencies"; readonly place: Region };

export type PlaceIndex = {
  readonly named: (name: string) => readonly Entry[];
  readonly isNamed: (name: string, level: Level) => boolean;
  /** Villages whose name sounds the same. */
  readonly soundingLike: (name: string) => readonly Village[];
  readonly near: (words: readonly string[]) => readonly Near<Entry>[];
  /** Whose name has all of these words, in any order; none where they are so common that they tell nothing. */
  readonly holding: (words: readonly string[]) => readonly Entry[];
  /** Spelt as in some name, so hardly a slip. */
  readonly isWord: (word: string) => boolean;
  /** A word of many names. */
  readonly isCommon: (word: string) => boolean;
  /** Districts whose name goes on after this one: Baturaja → Baturaja Barat, Baturaja Timur. */
  readonly goingOn: (name: string) => readonly District[];
};

/** Words that more names than this have in common tell no place. */
const mostHolding = 40;

/** "Kabupaten" and "Kota" are said or left out before the name of a regency; no regency's own name begins so. */
export function shortName({ code, name }: Region): string {
  return code.length === 5 ? name.replace(/^(Kabupaten|Kota) /, "") : name;
}

export function placeIndex({ villages, districts, regencies }: Lists): PlaceIndex {
  const entries: readonly Entry[] = [
    ...villages.map((place) => ({ level: "villages", place }) as const),
    ...districts.map((place) => ({ level: "districts", place }) as const),
    ...regencies.map((place) => ({ level: "regencies", place }) as const),
  ];
  const byName = Map.groupBy(entries, ({ place }) => comparable(shortName(place)));
  const bySound = Map.groupBy(villages, ({ name }) => soundOfName(name));
  const byWord = Map.groupBy(
    entries.flatMap((entry) => wordsOf(entry).map((word) => ({ word, entry }))),
    ({ word }) => word,
  );
  const spelt = new Set(entries.flatMap(({ place }) => placeWordsIn(shortName(place)).flat()));
  const byBeginning = Map.groupBy(
    districts.flatMap((district) =>
      beginningsOf(district.name).map((beginning) => ({ beginning, district })),
    ),
    ({ beginning }) => beginning,
  );
  const searchNear = nearSearch(entries, ({ place }) => soundOfName(shortName(place)));
  const holding = (word: string) => byWord.get(soundOf([word])) ?? [];
  const named = (name: string) => byName.get(name) ?? [];
  return {
    named,
    isNamed: (name, level) => named(name).some((entry) => entry.level === level),
    soundingLike: (name) => bySound.get(soundOfName(name)) ?? [],
    near: (words) => searchNear(soundOf(words)),
    holding: (words) => {
      const [first = [], ...others] = words
        .map((word) => holding(word).map(({ entry }) => entry))
        .toSorted((one, other) => one.length - other.length);
      const all = first.filter((entry) => others.every((list) => list.includes(entry)));
      return all.length > mostHolding ? [] : all;
    },
    isCommon: (word) => holding(word).length > mostHolding,
    isWord: (word) => spelt.has(word),
    goingOn: (name) => (byBeginning.get(comparable(name)) ?? []).map(({ district }) => district),
  };
}

function soundOfName(name: string): string {
  return soundOf(placeWordsIn(name).flat());
}

/** "Lubuk Linggau Timur I" begins with "lubuk", "lubuklinggau", "lubuklinggautimur". */
function beginningsOf(name: string): readonly string[] {
  const words = placeWordsIn(name).flat();
  return words.slice(1).map((_, at) => words.slice(0, at + 1).join(""));
}

function wordsOf({ place }: Entry): readonly string[] {
  return [...new Set(placeWordsIn(shortName(place)).flat())].map((word) => soundOf([word]));
}
