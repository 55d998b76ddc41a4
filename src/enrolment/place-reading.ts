/** How a text can be read as village, district and regency that lie in one another, and which readings explain most. */
import { comparable } from "./place-name.ts";
import type { Named } from "./place-near.ts";
import { apart, coveredBy, type PlaceWords, type Said, type Span, spansOf } from "./place-text.ts";

export type Region = { readonly code: string; readonly name: string };
export type District = Region & { readonly regency: Region };
export type Village = Region & { readonly district: Region; readonly regency: Region };

export type Lists = {
  readonly villages: readonly Village[];
  readonly districts: readonly District[];
  readonly regencies: readonly Region[];
};

type Index<Place> = {
  readonly named: readonly Named<Place>[];
  readonly byName: ReadonlyMap<string, readonly Named<Place>[]>;
};
export type Indexes = {
  readonly villages: Index<Village>;
  readonly districts: Index<District>;
  readonly regencies: Index<Region>;
};

export type Match<Place> = Span & { readonly place: Place };
/** A place with the words that name it and what it lies in. */
export type Explained<Place> = { readonly place: Place; readonly spans: readonly Span[] };
export type Interpretation = {
  readonly said: Said;
  /** How many words the best readings explain. */
  readonly covered: number;
  readonly villages: readonly Explained<Village>[];
  readonly districts: readonly Explained<District>[];
  readonly regencies: readonly Explained<Region>[];
  /** Every district and regency that is named, also where it does not fit the rest. */
  readonly around: readonly Match<Region>[];
};

/** "Kabupaten" and "Kota" are said or left out before the name of a regency; no regency's own name begins so. */
export function shortName({ code, name }: Region): string {
  return code.length === 5 ? name.replace(/^(Kabupaten|Kota) /, "") : name;
}

export function indexesOf(lists: Lists): Indexes {
  return {
    villages: indexOf(lists.villages),
    districts: indexOf(lists.districts),
    regencies: indexOf(lists.regencies),
  };
}

function indexOf<Place extends Region>(list: readonly Place[]): Index<Place> {
  const named = list.map((place) => ({ place, name: comparable(shortName(place)) }));
  return { named, byName: Map.groupBy(named, ({ name }) => name) };
}

export function interpret(said: Said, indexes: Indexes, words: PlaceWords): Interpretation {
  const spans = spansOf(said, words);
  const isNamed = (name: string, level: keyof Indexes) => indexes[level].byName.has(name);
  const at = <Place>(level: keyof Indexes, { byName }: Index<Place>): readonly Match<Place>[] =>
    spans
      // "kec. Kertapati" is the district, though a village has the same name.
      .filter(({ name, hint }) => hint === undefined || hint === level || !isNamed(name, hint))
      .flatMap(({ from, to, name }) =>
        (byName.get(name) ?? []).map(({ place }) => ({ from, to, place })),
      );
  const districts = at("districts", indexes.districts);
  const regencies = at("regencies", indexes.regencies);
  const all = {
    villages: at("villages", indexes.villages).map((match) =>
      explained(match, [
        districts.filter(({ place }) => place.code === match.place.district.code),
        regencies.filter(({ place }) => place.code === match.place.regency.code),
      ]),
    ),
    districts: districts.map((match) =>
      explained(match, [regencies.filter(({ place }) => place.code === match.place.regency.code)]),
    ),
    regencies: regencies.map((match) => explained(match, [])),
  };
  const covered = Math.max(
    0,
    ...Object.values(all)
      .flat()
      .map(({ spans }) => coveredBy(spans)),
  );
  return {
    said,
    covered,
    villages: best(all.villages, covered),
    districts: best(all.districts, covered),
    regencies: best(all.regencies, covered),
    around: [...districts, ...regencies],
  };
}

/** The match with, of each that it lies in, the longest name said somewhere else in the text. */
function explained<Place>(
  match: Match<Place>,
  around: readonly (readonly Span[])[],
): Explained<Place> {
  const spans: Span[] = [match];
  for (const list of around) {
    const free = list.filter((span) => spans.every((other) => apart(span, other)));
    spans.push(...free.sort(longer).slice(0, 1));
  }
  return { place: match.place, spans };
}

function longer(one: Span, other: Span): number {
  return other.to - other.from - (one.to - one.from);
}

/** One for each place. */
function best<Place>(
  list: readonly Explained<Place>[],
  covered: number,
): readonly Explained<Place>[] {
  const found = list.filter(({ spans }) => coveredBy(spans) === covered);
  return [...new Map(found.map((one) => [one.place, one])).values()];
}
