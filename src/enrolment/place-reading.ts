/** How a text can be read as village, district and regency that lie in one another, and which readings explain most. */
import type { District, Entry, PlaceIndex, Region, Village } from "./place-index.ts";
import { apart, coveredBy, type Run, runsIn, type Said, type Span } from "./place-text.ts";
import type { Vocabulary } from "./place-words.ts";

/** A place with the words that may name it, and how far they are from its name. */
export type Match = Span & Entry & { readonly slips: number };

/** A place with the words that name it and what it lies in. */
type Explained = {
  readonly match: Match;
  readonly spans: readonly Match[];
  readonly slips: number;
};

export type Interpretation = {
  readonly said: Said;
  readonly villages: readonly Village[];
  readonly districts: readonly District[];
  readonly regencies: readonly Region[];
  /** The words of the best readings, and how many they are. */
  readonly taken: readonly Match[];
  readonly covered: number;
  /** What lies around is named besides. */
  readonly isWithin: boolean;
  /** How far the best readings are from the names. */
  readonly slips: number;
  /** Every district and regency that is named, also where it does not fit the rest. */
  readonly around: readonly Match[];
  /** The places of words that no reading explains. */
  readonly left: readonly number[];
};

/** The best readings of names that are spelt as on the list. */
export function interpret(
  said: Said,
  index: PlaceIndex,
  elsewhere: readonly Span[],
): Interpretation {
  return weigh(said, namedIn(said, index), elsewhere);
}

/** The same, where words that explained nothing may be slips, or a part of a name. */
export function interpretLoosely(
  exact: Interpretation,
  index: PlaceIndex,
  elsewhere: readonly Span[],
): Interpretation {
  const { said, left } = exact;
  if (left.length > mostLeft) return exact;
  const nearly = runsIn(said)
    .filter(({ from, to }) => isLooseRun(said.slice(from, to), left, from))
    .flatMap((run) => nearlyNamed(run, said, index));
  if (nearly.length === 0) return exact;
  const loose = weigh(said, [...namedIn(said, index), ...nearly], elsewhere);
  // One word in many that is nearly a name is there by chance.
  return loose.left.length * 2 > said.filter(({ isLoose }) => isLoose).length ? exact : loose;
}

/** Regencies of which a part is called so, unless the words are part of a longer name. */
export function areasIn(
  { said, taken, isWithin }: Interpretation,
  { areas }: Vocabulary,
  index: PlaceIndex,
): readonly Region[] {
  // Who names what is around means the place on the list.
  if (isWithin) return [];
  const isInside = (run: Run) =>
    taken.some(({ from, to }) => from <= run.from && run.to <= to && to - from > run.to - run.from);
  const names = runsIn(said).flatMap((run) => (isInside(run) ? [] : (areas.get(run.name) ?? [])));
  return [...new Set(names)]
    .flatMap(index.named)
    .filter(({ level }) => level === "regencies")
    .map(({ place }) => place);
}

function namedIn(said: Said, index: PlaceIndex): readonly Match[] {
  const found: Match[] = [];
  for (const { from, to, name, hint } of runsIn(said)) {
    for (const entry of index.named(name)) {
      // "kec. Kertapati" is the district, though a village has the same name.
      const isMeant = hint === undefined || hint === entry.level || !index.isNamed(name, hint);
      if (isMeant) found.push({ ...entry, from, to, slips: 0 });
    }
  }
  return found;
}

const mostNearWords = 4;
/** Who leaves more words than this unexplained tells a story and no place. */
const mostLeft = 6;
/** Two words in the wrong order, or one of several, are further away than any slip. */
const slipsOfPart = 4;
const slipsOfSound = 0.5;

/** A run of words that may be a name, at least one of them not explained yet. */
function isLooseRun(run: Said, left: readonly number[], from: number): boolean {
  return (
    run.length <= mostNearWords &&
    run.every(({ isLoose }) => isLoose) &&
    run.some((_, at) => left.includes(from + at))
  );
}

function nearlyNamed({ from, to, hint }: Run, said: Said, index: PlaceIndex): readonly Match[] {
  const words = said.slice(from, to).map(({ word }) => word);
  const isKnownWord = words.length === 1 && words.every(index.isWord);
  const near = isKnownWord ? [] : index.near(words);
  const isTelling = words.join("").length >= 4;
  const parts = near.length > 0 || !isTelling ? [] : index.holding(words);
  return (
    [...near, ...parts.map((entry) => ({ entry, slips: slipsOfPart }))]
      .filter(({ entry }) => hint === undefined || hint === entry.level)
      // What only sounds the same is a little way off as well.
      .map(({ entry, slips }) => ({ ...entry, from, to, slips: slips + slipsOfSound }))
  );
}

function weigh(said: Said, matches: readonly Match[], elsewhere: readonly Span[]): Interpretation {
  const around = matches.filter(({ level }) => level !== "villages");
  const byCode = Map.groupBy(around, ({ place }) => place.code);
  const all = matches.map((match) => explained(match, byCode));
  const sizes = all.map(({ spans }) => coveredBy(spans).size);
  const covered = Math.max(0, ...sizes);
  const widest = all.filter((_, at) => sizes[at] === covered);
  const slips = Math.min(...widest.map((one) => one.slips));
  const best = withoutBesides(widest.filter((one) => one.slips === slips));
  const taken = best.flatMap(({ spans }) => spans);
  const exact = around.filter((match) => match.slips === 0);
  const done = coveredBy([...taken, ...exact, ...elsewhere]);
  const kept = [...new Map(best.map(({ match }) => [match.place.code, match])).values()];
  return {
    said,
    villages: kept.flatMap(({ level, place }) => (level === "villages" ? [place] : [])),
    districts: kept.flatMap(({ level, place }) => (level === "districts" ? [place] : [])),
    regencies: kept.flatMap(({ level, place }) => (level === "regencies" ? [place] : [])),
    taken,
    covered,
    isWithin: best.some(({ spans }) => spans.length > 1),
    slips: best.length === 0 ? 0 : slips,
    around: exact,
    left: [...said.keys()].filter((at) => said[at]?.isLoose && !done.has(at)),
  };
}

/** A district beside a village that does not lie in it is no other reading of the same words. */
function withoutBesides(best: readonly Explained[]): readonly Explained[] {
  const villages = best.flatMap(({ match }) => (match.level === "villages" ? [match] : []));
  return best.filter(
    ({ match }) =>
      match.level !== "districts" ||
      villages.length === 0 ||
      villages.some((village) => !apart(village, match)),
  );
}

/** The match with, of each that it lies in, the longest name said somewhere else in the text; the longest first. */
function explained(match: Match, around: ReadonlyMap<string, readonly Match[]>): Explained {
  const spans: Match[] = [match];
  const candidates = aroundOf(match).flatMap((code) => around.get(code) ?? []);
  for (const one of candidates.toSorted(longer)) {
    if (spans.every((other) => apart(one, other) && one.place !== other.place)) spans.push(one);
  }
  return { match, spans, slips: spans.reduce((sum, one) => sum + one.slips, 0) };
}

function aroundOf({ level, place }: Match): readonly string[] {
  switch (level) {
    case "villages":
      return [place.district.code, place.regency.code];
    case "districts":
      return [place.regency.code];
    case "regencies":
      return [];
  }
}

function longer(one: Match, other: Match): number {
  return other.to - other.from - (one.to - one.from) || one.slips - other.slips;
}
