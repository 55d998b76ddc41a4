/**
 * Finds a place in what people write: "Talang Putri, Plaju", "plaju darat palembang", "desa sungai rengit kec talang
 * kelapa banyuasin". Every reading of the text as village, district and regency that lie in one another is weighed by
 * how many words it explains; the best are kept. What is left over makes it less sure, or is nearly a name.
 */
import {
  type District,
  type Lists,
  type PlaceIndex,
  placeIndex,
  type Region,
  type Village,
} from "./place-index.ts";
import { areasIn, type Interpretation, interpret, interpretLoosely } from "./place-reading.ts";
import {
  apart,
  areaSpans,
  coveredBy,
  isUnknowing,
  outsideSpans,
  type Span,
  saidIn,
  variantsOf,
} from "./place-text.ts";
import { type PlaceWords, type Vocabulary, vocabularyOf } from "./place-words.ts";

/** Each list holds places that explain the text equally well. */
export type Found = Lists & {
  /** Districts that are named besides, though the villages do not lie in them. */
  readonly besides: readonly District[];
  /** Regencies of which a part is called so, though the list does not have it. */
  readonly areas: readonly Region[];
  /** Nothing in the text speaks against it, and the names are spelt as on the list and no other sounds the same. */
  readonly isSure: boolean;
  /** Only similar to what was written. */
  readonly isNear: boolean;
  /** A place outside the province is named, or may be. */
  readonly isOutside: boolean;
  /** Words that may be a name explain nothing. */
  readonly hasMore: boolean;
  /** Nothing in the text, or in a part of it, may be a name: "saya tinggal di", "dak tau, kec Plaju". */
  readonly isEmpty: boolean;
};

const nowhere = { villages: [], districts: [], regencies: [], besides: [], areas: [] };

export function placeSearch(lists: Lists): (text: string, words: PlaceWords) => Found {
  const index = placeIndex(lists);
  const districtOf = new Map(lists.districts.map((district) => [district.code, district]));
  return (text, words) => {
    const vocabulary = vocabularyOf(words);
    const best = bestOf(text, vocabulary, index);
    const outside = outsideIn(best, vocabulary);
    const isOutside = outside !== "no";
    const areas = areasIn(best, vocabulary, index);
    const hasMore = best.left.length > 0;
    const isEmpty =
      isUnknowing(best.said, vocabulary) ||
      (best.covered === 0 && best.said.every(({ isLoose }) => !isLoose));
    const told = { isOutside, hasMore, isEmpty };
    if (outside === "alone") return { ...nowhere, ...told, isSure: true, isNear: false };
    return { ...told, ...conclude(best, areas, index, districtOf) };
  };
}

/** The variant of the text of which the least is left over, then the one that needs the fewest slips. */
function bestOf(text: string, vocabulary: Vocabulary, index: PlaceIndex): Interpretation {
  const exact = variantsOf(text, vocabulary).map((variant) => {
    const said = saidIn(variant, vocabulary);
    const elsewhere = outsideSpans(said, vocabulary);
    const known = [...elsewhere, ...areaSpans(said, vocabulary)];
    return { elsewhere, known, reading: interpret(said, index, known) };
  });
  const best = leastLeft(exact.map(({ reading }) => reading));
  const isElsewhere = exact.some(({ elsewhere }) => elsewhere.length > 0);
  if (best.left.length === 0 || isElsewhere) return best;
  const loose: Interpretation[] = [];
  for (const { reading, known } of exact) {
    const one = interpretLoosely(reading, index, known);
    // Looking for slips is slow: who is understood is not looked at again as it stands.
    if (one.left.length === 0) return one;
    loose.push(one);
  }
  return leastLeft(loose);
}

function leastLeft(readings: readonly Interpretation[]): Interpretation {
  return readings.reduce((best, other) => {
    const less = best.left.length - other.left.length || best.slips - other.slips;
    return less > 0 ? other : best;
  });
}

type Conclusion = Pick<Found, keyof Lists | "besides" | "areas" | "isSure" | "isNear">;

function conclude(
  best: Interpretation,
  areas: readonly Region[],
  index: PlaceIndex,
  districtOf: ReadonlyMap<string, District>,
): Conclusion {
  const { villages, districts, regencies, taken, covered, slips } = best;
  const isNear = slips > 0;
  if (villages.length === 0) {
    return { ...nowhere, districts, regencies, areas, isSure: !isNear && covered > 0, isNear };
  }
  const strangers = best.around
    .filter((match) => taken.every((span) => apart(span, match)))
    .filter(({ place }) => !villages.every(({ code }) => code.startsWith(place.code)));
  const isExact = !isNear && !best.isWithin && strangers.length === 0;
  const more = isExact ? goingOn(villages, index) : [];
  const alike = isNear ? villages : withAlike(best, index);
  return {
    villages: alike,
    districts: [...new Set([...districts, ...more])],
    regencies,
    besides: strangers.flatMap(({ place }) => districtOf.get(place.code) ?? []),
    areas,
    isSure:
      !isNear &&
      strangers.length === 0 &&
      areas.length === 0 &&
      alike.length === villages.length &&
      (best.isWithin || (isMostOf(best) && !villages.every(({ name }) => isCommon(name, index)))),
    isNear,
  };
}

/** Districts of a longer name: who says "Baturaja" may well be in Baturaja Timur. */
function goingOn(villages: readonly Village[], index: PlaceIndex): readonly District[] {
  const names = [...new Set(villages.map(({ name }) => name))];
  return names.flatMap((name) => (isCommon(name, index) ? [] : index.goingOn(name)));
}

/** "Tanjung" is a village, and the beginning of a hundred others. */
function isCommon(name: string, index: PlaceIndex): boolean {
  return /^\p{L}+$/u.test(name) && index.isCommon(name.toLowerCase());
}

/**
 * The villages, with those that sound the same and lie in the regency that is named, if one is. Who names the
 * district means the one that is spelt so.
 */
function withAlike({ villages, taken }: Interpretation, index: PlaceIndex): readonly Village[] {
  const around = taken.filter(({ level }) => level !== "villages");
  const named = new Set(around.map(({ place }) => place.code));
  if (villages.some(({ district }) => named.has(district.code))) return villages;
  const alike = villages
    .flatMap(({ name }) => index.soundingLike(name))
    .filter(({ regency }) => named.size === 0 || named.has(regency.code));
  return [...new Set([...villages, ...alike])];
}

/** A name of few words in a long sentence may be there by chance, and one beside a landmark may be the landmark. */
function isMostOf({ said, covered, taken }: Interpretation): boolean {
  const isNamed = [...coveredBy(taken)].some((at) => said[at]?.isBeside === false);
  return isNamed && covered * 2 >= said.filter(({ isLoose }) => isLoose).length;
}

/**
 * Whether a town or province elsewhere is named: it alone ("Bandar Lampung", though there is a village Bandar), perhaps
 * ("Padang" is a village as well), or not at all ("Sirah Pulau Padang").
 */
function outsideIn(best: Interpretation, vocabulary: Vocabulary): "alone" | "perhaps" | "no" {
  const { taken, covered, villages, regencies } = best;
  const spans = outsideSpans(best.said, vocabulary);
  const isAlone = taken.every(({ from, to }) => from === taken[0]?.from && to === taken[0].to);
  const isSame = (span: Span) => isAlone && span.from === taken[0]?.from && span.to === taken[0].to;
  const isBeside = spans.some((span) => taken.every((other) => apart(span, other)));
  if (coveredBy(spans).size > covered) return "alone";
  // "Mesuji, Lampung" is no district of here.
  if (isBeside) return villages.length + regencies.length === 0 ? "alone" : "perhaps";
  return spans.some(isSame) ? "perhaps" : "no";
}
