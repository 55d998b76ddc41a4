/** A birth date, in all the ways people write one: "5-3-80", "lima maret 80", "tgl 5 bln 3 thn 80", or the year alone. */
import { type BirthDate, birthDatesMeant, parseBirthDate } from "../../enrolment/birth-date.ts";
import { type CalendarDate, partsOf } from "../../enrolment/calendar.ts";
import { datesSaid, type Said } from "./date-grammar.ts";
import { dateTokens, type Token } from "./date-tokens.ts";
import type { About, Kind, Reading, Values, WayOut } from "./kind.ts";
import type { Words } from "./words.ts";

export const date: Kind<BirthDate> = {
  read: (heard, about) => meaning(heard, saidIn(heard, about), about),
  print: (value, { words }) => {
    if (value.length === 4) return `${words.dates.year[0]} ${value}`;
    const { day, month, year } = partsOf(value as CalendarDate);
    return `${day} ${words.dates.months[month - 1]?.[0]} ${String(year).padStart(4, "0")}`;
  },
  parse: (saved) => (typeof saved === "string" ? parseBirthDate(saved) : undefined),
};

/** The text is about a date or an age and nothing else, whether or not such a day exists. */
export function isDateSaid(heard: string, words: Words): boolean {
  const tokens = dateTokens(heard, words, true);
  const has = (wanted: Token["kind"]) => tokens.some(({ kind }) => kind === wanted);
  const said = datesSaid(tokens.filter(({ kind }) => kind !== "no"));
  return (
    !has("other") &&
    (has("month") || has("marker") || has("age")) &&
    !("fault" in said && said.fault === "not-a-date")
  );
}

/**
 * Read strictly first; a month with a letter wrong, and a letter that looks like a digit, are looked for only where that
 * leads to nothing, and then it is asked whether it was meant.
 */
function saidIn(heard: string, { words }: About): Said {
  const strictly = datesSaid(dateTokens(heard, words, false));
  if (!("fault" in strictly)) return strictly;
  const nearly = datesSaid(dateTokens(withDigits(heard), words, true));
  return "dates" in nearly ? { ...nearly, doubtful: true } : strictly;
}

/** "05-03-198O", "l980" with the digits these letters look like. */
function withDigits(heard: string): string {
  return heard
    .replace(/(?<=[0-9][Oo]?)[Oo](?!\p{L})/gu, "0")
    .replace(/(?<=[0-9])[Il](?!\p{L})|(?<!\p{L})[Il](?=[0-9])/gu, "1");
}

function meaning(heard: string, said: Said, about: About): Reading<BirthDate> {
  // "80an": the example of a whole date would not help.
  if ("fault" in said && said.fault === "a-decade")
    return { kind: "misread", fault: said.fault, isFirm: true };
  if ("fault" in said) return { kind: "misread", fault: said.fault };
  if ("missing" in said) return partOf(said.missing, heard);
  if ("age" in said) return byAge(said.age, about);
  const meant = said.dates.map((parts) => birthDatesMeant(parts, about.today));
  const faults = meant.flatMap((found) => ("fault" in found ? [found.fault] : []));
  const dates = [...new Set(meant.flatMap((found) => ("fault" in found ? [] : found)))];
  const [first, ...others] = dates;
  // Every reading has a date or a fault, and the likeliest reading comes first.
  if (first === undefined) return { kind: "misread", fault: String(faults[0]) };
  if (others.length > 0) return askBack("which", {}, dates, about);
  if (!said.doubtful) return { kind: "understood", value: first };
  return askBack("meant", { date: date.print(first, about) }, dates, about);
}

/** "5 maret", "maret 1980": what is heard next completes it. */
function partOf(missing: "day" | "year", heard: string): Reading<BirthDate> {
  const completes = missing === "year" ? `${heard} {}` : `{} ${heard}`;
  return { kind: "ask-back", text: `date.no-${missing}`, values: {}, ways: [], completes };
}

/** Of somebody who knows only how old they are, the two years in which they may be born. */
function byAge(age: number, about: About): Reading<BirthDate> {
  const thisYear = partsOf(about.today).year;
  const years = [thisYear - age, thisYear - age - 1].map((year) => String(year) as BirthDate);
  return askBack("by-age", { age }, years, about);
}

function askBack(
  text: "which" | "meant" | "by-age",
  values: Values,
  dates: readonly BirthDate[],
  about: About,
): Reading<BirthDate> {
  return { kind: "ask-back", text: `date.${text}`, values, ways: waysOf(dates, about) };
}

function waysOf(dates: readonly BirthDate[], about: About): readonly WayOut[] {
  const takes = dates.map((value) => ({
    value,
    label: { text: date.print(value, about) },
    takes: value,
  }));
  return [...takes, { value: "again", label: { key: "choices.commands.again" }, again: true }];
}
