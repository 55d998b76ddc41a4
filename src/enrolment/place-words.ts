/** The vocabulary of a text about a place, made ready once for being looked up word by word. */

export type Level = "villages" | "districts" | "regencies";

/** The vocabulary as it is written down, in small letters. */
export type PlaceWords = {
  /** Words before the name of a village, a district, a regency: desa, kec, kab. */
  readonly markers: Readonly<Record<Level, readonly string[]>>;
  /** Words that say nothing about the place: "saya tinggal di". */
  readonly fillers: readonly string[];
  /** Words of somebody who does not know. */
  readonly unknowing: readonly string[];
  /** Near, behind: what follows is a landmark and hardly the name of the place. */
  readonly beside: readonly string[];
  /** Short and other names, one word each: plg → Palembang. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Parts of a regency that people name and the list does not have: kenten → Palembang. */
  readonly areas: Readonly<Record<string, string>>;
  /** Names of regencies that are too long for a button, as people shorten them. */
  readonly short: Readonly<Record<string, string>>;
  /** Provinces and well-known towns elsewhere. */
  readonly outside: readonly string[];
};

export type Vocabulary = {
  readonly hints: ReadonlyMap<string, Level>;
  /** Whatever is no part of a name. */
  readonly quiet: ReadonlySet<string>;
  readonly unknowing: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, string>;
  /** By their first word. */
  readonly outside: ReadonlyMap<string, readonly (readonly string[])[]>;
};

/** One for each list of words, which never changes; a new list forgets the old one. */
const ready = new WeakMap<PlaceWords, Vocabulary>();

export function vocabularyOf(words: PlaceWords): Vocabulary {
  const known = ready.get(words) ?? made(words);
  ready.set(words, known);
  return known;
}

function made({
  markers,
  fillers,
  unknowing,
  beside,
  aliases,
  areas,
  outside,
}: PlaceWords): Vocabulary {
  const levels = ["villages", "districts", "regencies"] as const;
  const hints = levels.flatMap((level) => markers[level].map((word) => [word, level] as const));
  const outsiders = outside.map((name) => name.split(" "));
  return {
    hints: new Map(hints),
    quiet: new Set([...hints.map(([word]) => word), ...fillers, ...unknowing, ...beside]),
    unknowing: new Set(unknowing),
    beside: new Set(beside),
    aliases: new Map(Object.entries(aliases)),
    areas: new Map(Object.entries(areas)),
    outside: Map.groupBy(outsiders, ([first = ""]) => first),
  };
}
