/**
 * Finds a place in what people write: "Talang Putri, Plaju", "plaju darat palembang", "desa sungai rengit kec talang
 * kelapa banyuasin". Every reading of the text as village, district and regency that lie in one another is weighed by
 * how many words it explains; the best are kept. What is left over makes it less sure, or is nearly a name.
 */
import { comparable } from "./place-name.ts";
import { nearest } from "./place-near.ts";
import {
  type District,
  type Explained,
  type Indexes,
  type Interpretation,
  indexesOf,
  interpret,
  type Lists,
  type Match,
  type Region,
  shortName,
  type Village,
} from "./place-reading.ts";
import {
  apart,
  coveredBy,
  isLoose,
  looseSpans,
  outsideSpans,
  type PlaceWords,
  type Said,
  type Span,
  variantsOf,
} from "./place-text.ts";

/** Each list holds places that explain the text equally well. */
export type Found = Lists & {
  /** Nothing in the text speaks against it, and the names are spelt as on the list. */
  readonly isSure: boolean;
  /** Only similar to what was written. */
  readonly isNear: boolean;
  /** A place outside the province is named, or may be. */
  readonly isOutside: boolean;
};

const nothing = { villages: [], districts: [], regencies: [] };

export function placeSearch(lists: Lists): (text: string, words: PlaceWords) => Found {
  const indexes = indexesOf(lists);
  return (text, words) => {
    const [usual, ...others] = variantsOf(text, words);
    let best = interpret(usual, indexes, words);
    for (const said of others) {
      const other = interpret(said, indexes, words);
      if (other.covered > best.covered) best = other;
    }
    return conclude(best, indexes, words);
  };
}

function conclude(best: Interpretation, indexes: Indexes, words: PlaceWords): Found {
  const { said, around } = best;
  const kept = [...best.villages, ...best.districts, ...best.regencies];
  const taken = kept.flatMap(({ spans }) => spans);
  const villages = placesOf(best.villages);
  const districts = placesOf(best.districts);
  const regencies = placesOf(best.regencies);
  const outside = outsideIn(said, best, taken, words);
  const isOutside = outside !== "no";
  if (outside === "alone") return { ...nothing, isSure: true, isNear: false, isOutside };
  if (villages.length === 0) {
    const near = isOutside ? nothing : nearIn(best, taken, indexes, words);
    if (near.villages.length > 0 || kept.length === 0) {
      return { ...near, isSure: false, isNear: true, isOutside };
    }
    return { villages, districts, regencies, isSure: true, isNear: false, isOutside };
  }
  const strangers = around.filter(
    (match) =>
      taken.every((span) => apart(span, match)) &&
      !villages.every(({ code }) => code.startsWith(match.place.code)),
  );
  const narrowed = narrow(villages, looseSpans(said, taken, words));
  return {
    villages: narrowed,
    districts: [...districts, ...districtsAmong(strangers, indexes)],
    regencies,
    isSure:
      strangers.length === 0 &&
      narrowed.length === villages.length &&
      (kept.some(({ spans }) => spans.length > 1) || isMostOf(said, best.covered, words)),
    isNear: false,
    isOutside,
  };
}

function placesOf<Place>(list: readonly Explained<Place>[]): readonly Place[] {
  return list.map(({ place }) => place);
}

function districtsAmong(
  matches: readonly Match<Region>[],
  { districts }: Indexes,
): readonly District[] {
  const codes = new Set(matches.map(({ place }) => place.code));
  return districts.named.filter(({ place }) => codes.has(place.code)).map(({ place }) => place);
}

/** A name of few words in a long sentence may be there by chance. */
function isMostOf(said: Said, covered: number, words: PlaceWords): boolean {
  return covered * 2 >= said.filter(({ word }) => isLoose(word, words)).length;
}

/**
 * Whether a town or province elsewhere is named: it alone ("Bandar Lampung", though there is a village Bandar), perhaps
 * ("Padang" is a village as well), or not at all ("Sirah Pulau Padang").
 */
function outsideIn(
  said: Said,
  { covered }: Interpretation,
  taken: readonly Span[],
  words: PlaceWords,
) {
  const spans = outsideSpans(said, words);
  if (coveredBy(spans) > covered) return "alone";
  const isAlone = taken.every(({ from, to }) => from === taken[0]?.from && to === taken[0].to);
  const isNamed = spans.some((span) =>
    taken.every(
      (other) =>
        apart(span, other) || (isAlone && span.from === other.from && span.to === other.to),
    ),
  );
  return isNamed ? "perhaps" : "no";
}

/** Of several villages of one name, those in the district or regency that is nearly named beside it. */
function narrow(
  villages: readonly Village[],
  said: readonly (readonly string[])[],
): readonly Village[] {
  if (villages.length < 2) return villages;
  const around = new Map(
    villages.flatMap(({ district, regency }) =>
      [district, regency].map((place) => [place.code, place]),
    ),
  );
  const { places } = nearest(
    said,
    [...around.values()].map((place) => ({ place, name: comparable(shortName(place)) })),
  );
  if (places.length === 0) return villages;
  return villages.filter(({ code }) => places.some((place) => code.startsWith(place.code)));
}

/** Names that are nearly said: villages of the districts or regencies that are named; else anything. */
function nearIn(
  { said, districts, regencies }: Interpretation,
  taken: readonly Span[],
  indexes: Indexes,
  words: PlaceWords,
): Lists {
  const names = looseSpans(said, taken, words);
  const around = placesOf([...districts, ...regencies]);
  const isInside = ({ code }: Region) =>
    around.length === 0 || around.some((place) => code.startsWith(place.code));
  const near = {
    villages: nearest(
      names,
      indexes.villages.named.filter(({ place }) => isInside(place)),
    ),
    districts: nearest(names, indexes.districts.named),
    regencies: nearest(names, indexes.regencies.named),
  };
  if (around.length > 0) return { ...nothing, villages: near.villages.places };
  const slips = Math.min(...Object.values(near).map((found) => found.slips));
  return {
    villages: near.villages.slips === slips ? near.villages.places : [],
    districts: near.districts.slips === slips ? near.districts.places : [],
    regencies: near.regencies.slips === slips ? near.regencies.places : [],
  };
}
