/**
 * Places of Sumatera Selatan: regencies, districts and villages by their Kemendagri codes (those of a NIK), and how a
 * place is found in what people write. Names are compared without spaces, for "Bukit Kecil" is also spelt "Bukitkecil".
 */
import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { plainText } from "./plain-text.ts";

const names = z.record(z.string().regex(/^16(\.\d{2}){1,2}(\.\d{4})?$/), z.string().min(1));

/** flows/places/sumsel.json: code → name. */
export const placesSchema = z.strictObject({
  credit: z.string().min(1),
  regencies: names,
  districts: names,
  villages: names,
});

export type PlacesData = z.infer<typeof placesSchema>;
export type Region = { readonly code: string; readonly name: string };
export type Village = Region & { readonly district: Region; readonly regency: Region };
export type District = Region & { readonly regency: Region };

/** What may stand in a text about a place. */
export type PlaceWords = {
  /** Words before a name: desa, kel, kecamatan, kab … */
  readonly markers: readonly string[];
  /** Short and other names: plg → Palembang. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Number words and numerals that are one name: satu, i → 1. */
  readonly numerals: Readonly<Record<string, string>>;
};

/** The villages that a text may mean; where none is named, the districts or regencies that are. */
export type Found = {
  readonly villages: readonly Village[];
  /** Only similar, so it must be confirmed. */
  readonly isNear: boolean;
  readonly districts: readonly District[];
  readonly regencies: readonly Region[];
};

export type Places = {
  readonly regencies: readonly Region[];
  readonly districtsOf: (regencyCode: string) => readonly Region[];
  readonly districtByCode: (code: string) => District | undefined;
  readonly villagesOf: (districtCode: string) => readonly Village[];
  readonly villageByCode: (code: string) => Village | undefined;
  readonly search: (text: string, words: PlaceWords) => Found;
};

/** Names are at most this many words long. */
const longestName = 6;

export function placesFrom(data: PlacesData): Places {
  const regencies = Object.entries(data.regencies).map(([code, name]) => ({ code, name }));
  const regencyOf = new Map(regencies.map((regency) => [regency.code, regency]));
  const districts = Object.entries(data.districts).map(([code, name]) => ({
    code,
    name,
    regency: known(regencyOf, code.slice(0, 5)),
  }));
  const districtOf = new Map(districts.map((district) => [district.code, district]));
  const villages = Object.entries(data.villages).map(([code, name]) => {
    const { regency, ...district } = known(districtOf, code.slice(0, 8));
    return { code, name, district, regency };
  });
  const villageOf = new Map(villages.map((village) => [village.code, village]));
  return {
    regencies,
    districtsOf: (code) => districts.filter(({ regency }) => regency.code === code),
    districtByCode: (code) => districtOf.get(code),
    villagesOf: (code) => villages.filter(({ district }) => district.code === code),
    villageByCode: (code) => villageOf.get(code),
    search: (text, words) => search(text, words, { regencies, districts, villages }),
  };
}

type Lists = {
  readonly regencies: readonly Region[];
  readonly districts: readonly District[];
  readonly villages: readonly Village[];
};

type Span = { readonly from: number; readonly to: number; readonly name: string };

function search(text: string, words: PlaceWords, lists: Lists): Found {
  const said = wordsOf(text, words);
  const spans = spansOf(said);
  const regencies = spans.flatMap((span) => among(lists.regencies, span, words));
  const districts = spans.flatMap((span) => among(lists.districts, span, words));
  const exact = spans.flatMap((span) => among(lists.villages, span, words));
  const villages = best(exact, districts, regencies);
  if (villages.length > 0) return { villages, isNear: false, districts: [], regencies: [] };
  const near = nearVillages(spans, words, lists.villages, districts, regencies);
  return {
    villages: near,
    isNear: near.length > 0,
    districts: places(longest(districts)).filter((district) => fits(district, regencies)),
    regencies: places(longest(regencies)),
  };
}

type Match<Place> = Span & { readonly place: Place };

/** The villages that leave the least unsaid: longest name first, and where district or regency are named, theirs. */
function best(
  matches: readonly Match<Village>[],
  districts: readonly Match<District>[],
  regencies: readonly Match<Region>[],
): readonly Village[] {
  const scored = matches.map((match) => {
    const besides = (other: Span) => other.to <= match.from || other.from >= match.to;
    const district = districts.find(
      (at) => besides(at) && at.place.code === match.place.district.code,
    );
    const regency = regencies.find(
      (at) => besides(at) && at.place.code === match.place.regency.code,
    );
    const length = (span: Span | undefined) => (span === undefined ? 0 : span.to - span.from);
    return {
      place: match.place,
      score: length(match) + length(district) + length(regency),
      own: length(match),
    };
  });
  const top = Math.max(...scored.map(({ score }) => score), 0);
  const found = scored.filter(({ score }) => score === top);
  const own = Math.max(...found.map((one) => one.own), 0);
  return [...new Set(found.filter((one) => one.own === own).map(({ place }) => place))];
}

/** Villages whose name is nearly one of the spans, in the districts or regencies that are named, if any are. */
function nearVillages(
  spans: readonly Span[],
  words: PlaceWords,
  villages: readonly Village[],
  districts: readonly Match<District>[],
  regencies: readonly Match<Region>[],
): readonly Village[] {
  const inside = villages.filter(
    ({ district, regency }) =>
      (districts.length === 0 || districts.some(({ place }) => place.code === district.code)) &&
      (regencies.length === 0 || regencies.some(({ place }) => place.code === regency.code)),
  );
  const named = (span: Span) =>
    [...districts, ...regencies].some((at) => at.from < span.to && span.from < at.to);
  const free = spans.filter((span) => span.name.length >= 4 && !named(span));
  let least = Number.POSITIVE_INFINITY;
  let found: Village[] = [];
  for (const village of inside) {
    const name = compact(village.name, words);
    for (const span of free) {
      const allowed = Math.max(1, Math.floor(name.length / 5));
      if (Math.abs(span.name.length - name.length) > allowed) continue;
      const slips = distance(span.name, name);
      if (slips > allowed || slips > least) continue;
      if (slips < least) found = [];
      least = slips;
      found.push(village);
    }
  }
  return [...new Set(found)].slice(0, 8);
}

function among<Place extends Region>(
  list: readonly Place[],
  span: Span,
  words: PlaceWords,
): readonly Match<Place>[] {
  return (indexOf(list, words).get(span.name) ?? []).map((place) => ({ ...span, place }));
}

const indexes = new WeakMap<object, WeakMap<object, Map<string, Region[]>>>();

/** Places by their compact name; built once for each list and vocabulary. */
function indexOf<Place extends Region>(
  list: readonly Place[],
  words: PlaceWords,
): Map<string, Place[]> {
  const ofList = indexes.get(list) ?? new WeakMap<object, Map<string, Region[]>>();
  indexes.set(list, ofList);
  const known = ofList.get(words);
  if (known !== undefined) return known as Map<string, Place[]>;
  const index = new Map<string, Place[]>();
  for (const place of list) {
    const name = compact(place.name, words);
    index.set(name, [...(index.get(name) ?? []), place]);
  }
  ofList.set(words, index);
  return index;
}

function spansOf(said: readonly string[]): readonly Span[] {
  return said.flatMap((_, from) =>
    said.slice(from, from + longestName).map((__, length) => ({
      from,
      to: from + length + 1,
      name: said.slice(from, from + length + 1).join(""),
    })),
  );
}

function longest<Place>(matches: readonly Match<Place>[]): readonly Match<Place>[] {
  const top = Math.max(...matches.map(({ from, to }) => to - from), 0);
  return matches.filter(({ from, to }) => to - from === top);
}

function places<Place>(matches: readonly Match<Place>[]): readonly Place[] {
  return [...new Set(matches.map(({ place }) => place))];
}

function fits(district: District, regencies: readonly Match<Region>[]): boolean {
  return (
    regencies.length === 0 || regencies.some(({ place }) => place.code === district.regency.code)
  );
}

function compact(name: string, words: PlaceWords): string {
  return wordsOf(name, words).join("");
}

/** Small words without marks, markers and punctuation; aliases and numerals in their full form; "alang2" doubled. */
function wordsOf(text: string, { markers, aliases, numerals }: PlaceWords): readonly string[] {
  return plainText(text)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\b(\p{L}{3,})2\b/gu, "$1 $1")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !markers.includes(word))
    .flatMap((word) => (aliases[word] ?? word).toLowerCase().split(" "))
    .map((word) => numerals[word] ?? word);
}

function known<Place>(map: ReadonlyMap<string, Place>, code: string): Place {
  const place = map.get(code);
  if (place === undefined) throw new Error(`places: ${code} is named but not listed`);
  return place;
}
