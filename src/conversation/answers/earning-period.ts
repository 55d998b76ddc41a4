/** How long it takes to earn an amount: "sehari", "tiap 2 minggu", "sekali panen, dua kali setahun". */
import type { Words } from "./words.ts";

export type Period =
  /** `days` of work in a month, where they are said; earned so many `times` a day. */
  | { readonly kind: "day"; readonly days: number | undefined; readonly times: number }
  | { readonly kind: "month" }
  /** It is not said how often. */
  | { readonly kind: "harvest" }
  /** Earned `perMonth` times in a month; `text` says how. */
  | {
      readonly kind: "part";
      readonly text: "by-week" | "by-year" | "by-harvest" | "by-span";
      readonly perMonth: number;
    };

export type Earned = {
  readonly period: Period | undefined;
  /** The words of the text that told the period; with an amount before them they tell it again. */
  readonly phrase: string;
  /** The other pieces, the amount among them. */
  readonly rest: readonly string[];
  /** Different periods are named, as for different amounts. */
  readonly isMixed: boolean;
};

/** Days of work in a month, days and weeks in a month: what is worked out with them is always shown and asked back. */
export const usualDays = 25;
const daysInMonth = 30;
const weeksInMonth = 4;
const monthsInYear = 12;

type Numbers = Words["numbers"];
type Unit = keyof Numbers["nouns"];
type Counted = {
  readonly unit: Unit | "times";
  readonly count: number;
  readonly at: number;
  readonly length: number;
};

const units = ["day", "week", "month", "year", "harvest"] as const;
/** More than this is no count: "75 hari" is 75 thousand a day. */
const most = { day: 31, week: 8, month: 12, year: 5, harvest: 52, times: 52 };

export function earnedIn(said: readonly string[], numbers: Numbers): Earned {
  const pieces = withoutProduct(
    said.map((piece) => withoutParticle(piece, numbers)),
    numbers,
  );
  const saysDaily = pieces.some((piece) => numbers.each.day.includes(piece));
  const all = [...pieces.keys()].flatMap((at) => countedAt(pieces, at, numbers, saysDaily) ?? []);
  const isCounted = (at: number) => all.some((one) => one.at <= at && at < one.at + one.length);
  const left = pieces.filter((_, at) => !isCounted(at));
  // "1 bulan" is a month; "sehari, 1 hari sebulan" counts.
  const counted = all.filter(
    ({ unit, count }) => count !== 1 || unit === "times" || (unit === "day" && saysDaily),
  );
  const each = units.filter(
    (unit) =>
      all.some((one) => one.unit === unit && !counted.includes(one)) ||
      left.some(
        (piece) => numbers.each[unit].includes(piece) || numbers.nouns[unit].includes(piece),
      ),
  );
  const isEveryDay =
    saysDaily &&
    left.some((piece) => numbers.every.includes(piece)) &&
    left.some((piece) => numbers.nouns.day.includes(piece));
  const isTime = (piece: string) =>
    numbers.every.includes(piece) ||
    units.some((unit) => numbers.each[unit].includes(piece) || numbers.nouns[unit].includes(piece));
  return {
    period: periodOf(each, counted, isEveryDay),
    phrase: pieces.filter((piece, at) => isCounted(at) || isTime(piece)).join(" "),
    rest: left,
    isMixed: each.length > 1,
  };
}

/** "sebulanlah", "sehariny" as the word they soften; any other word stays as it is, "musiman" as well. */
function withoutParticle(piece: string, { each, nouns, unknown }: Numbers): string {
  const bare = piece.replace(/(?:lah|la|nyo|nya|ny|an|kok)$/, "");
  const isTime = (word: string) =>
    units.some((unit) => each[unit].includes(word) || nouns[unit].includes(word));
  const isOwn = isTime(piece) || unknown.includes(piece);
  return !isOwn && isTime(bare) ? bare : piece;
}

/** "100rb x 25 hari" as "100rb sehari 25 hari", "500rb x 4 minggu" as "500rb sebulan 4 kali". */
function withoutProduct(pieces: readonly string[], numbers: Numbers): readonly string[] {
  const { times, each, nouns } = numbers;
  const at = pieces.findIndex(
    (piece, index) => times.includes(piece) && isMoney(pieces[index - 1], numbers),
  );
  const [count, noun = ""] = pieces.slice(at + 1);
  if (at === -1 || smallNumber(count) === undefined) return pieces;
  const isWeeks = nouns.week.includes(noun);
  const isNamed = isWeeks || nouns.day.includes(noun);
  const said = isWeeks ? [each.month[0], count, times[0]] : [each.day[0], count, nouns.day[0]];
  return [...pieces.slice(0, at), ...said.map(String), ...pieces.slice(at + (isNamed ? 3 : 2))];
}

/** The end of an amount: a unit, or a number too great to count anything. */
function isMoney(piece = "", { units: money, ones, market }: Numbers): boolean {
  return (
    /^\d{3}|^\d+[.,]/.test(piece) ||
    [money, ones, market].some((table) => Object.hasOwn(table, piece))
  );
}

/** "20 hari", "20-25 hari" (between the two), "2 kali". */
function countedAt(
  pieces: readonly string[],
  at: number,
  { nouns, times }: Numbers,
  saysDaily: boolean,
): Counted | undefined {
  const next = pieces[at + 1] ?? "";
  const unit = times.includes(next) ? "times" : units.find((one) => nouns[one].includes(next));
  const count = smallNumber(pieces[at]);
  if (unit === undefined || count === undefined) return undefined;
  // Where an amount by the day is named, any number before "hari" counts days, also one that no month has.
  const isPossible = unit === "day" && saysDaily ? true : count > 0 && count <= most[unit];
  if (!isPossible) return undefined;
  const from = pieces[at - 1] === "-" ? smallNumber(pieces[at - 2]) : undefined;
  return from === undefined
    ? { unit, count, at, length: 2 }
    : { unit, count: Math.round((from + count) / 2), at: at - 2, length: 4 };
}

function smallNumber(piece: string | undefined): number | undefined {
  return piece !== undefined && /^\d{1,2}$/.test(piece) ? Number(piece) : undefined;
}

function periodOf(
  each: readonly Unit[],
  counted: readonly Counted[],
  isEveryDay: boolean,
): Period | undefined {
  const count = (unit: Counted["unit"]) => counted.find((one) => one.unit === unit)?.count;
  const [days, often = 1] = [count("day"), count("times")];
  if (each.includes("harvest") || count("harvest") !== undefined) return ofHarvest(each, count);
  if (each.includes("day")) {
    const perWeek = each.includes("week") && days !== undefined ? days * weeksInMonth : days;
    return { kind: "day", days: isEveryDay ? daysInMonth : perWeek, times: often };
  }
  // "sebulan dua kali gajian"
  if (often > 1 && each.length > 0) return span(often * perMonthOf(each));
  if (each.includes("week")) return { kind: "part", text: "by-week", perMonth: weeksInMonth };
  if (each.includes("month")) return { kind: "month" };
  if (each.includes("year")) return { kind: "part", text: "by-year", perMonth: 1 / monthsInYear };
  const perMonth = perMonthIn(count, usualDays);
  return perMonth === undefined ? undefined : span(often * perMonth);
}

/** How often so many weeks, months, years or days go into a month. */
function perMonthIn(
  count: (unit: Counted["unit"]) => number | undefined,
  daysInMonth: number,
): number | undefined {
  const sizes = [
    ["week", weeksInMonth],
    ["month", 1],
    ["year", 1 / monthsInYear],
    ["day", daysInMonth],
  ] as const;
  const [found] = sizes.flatMap(([unit, perMonth]) => {
    const counted = count(unit);
    return counted === undefined ? [] : [perMonth / counted];
  });
  return found;
}

/** How often the shortest of the times comes in a month; without one, a year is meant. */
function perMonthOf(each: readonly Unit[]): number {
  if (each.includes("week")) return weeksInMonth;
  return each.includes("month") ? 1 : 1 / monthsInYear;
}

function span(perMonth: number): Period {
  return { kind: "part", text: "by-span", perMonth };
}

/** "panen dua kali setahun", "panen sebulan 2 kali", "tiap 2 minggu panen", "panen 3 bulan sekali". */
function ofHarvest(
  each: readonly Unit[],
  count: (unit: Counted["unit"]) => number | undefined,
): Period {
  const perMonth = harvestsInMonth(each, count);
  return perMonth === undefined
    ? { kind: "harvest" }
    : { kind: "part", text: "by-harvest", perMonth };
}

function harvestsInMonth(
  each: readonly Unit[],
  count: (unit: Counted["unit"]) => number | undefined,
): number | undefined {
  const often = count("times") ?? count("harvest");
  const perMonth = perMonthOf(each);
  if (often !== undefined) return often * perMonth;
  const isEach = each.some((unit) => unit !== "harvest" && unit !== "day");
  return perMonthIn(count, daysInMonth) ?? (isEach ? perMonth : undefined);
}
