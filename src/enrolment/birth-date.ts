/** When a person was born: a day, or the year alone where nothing more is known. */
import { ageOn, type CalendarDate, calendarDate, parseCalendarDate } from "./calendar.ts";

declare const brand: unique symbol;

/** `YYYY`. */
export type BirthYear = string & { readonly [brand]: "BirthYear" };
export type BirthDate = CalendarDate | BirthYear;

export type BirthDateFault = "no-such-day" | "in-the-future" | "too-long-ago";

/** Parts as people give them: the year with four digits, or its last two; month and day together or not at all. */
export type BirthParts = {
  readonly year: number;
  readonly day?: { readonly month: number; readonly day: number };
};

/** Older than anybody who enrols, in years. */
const oldest = 110;
/** The ages at which people work: of two possible centuries, the one that puts a person here is meant. */
const working = { from: 15, to: 80 };

/** A saved birth date: `YYYY-MM-DD` or `YYYY`. */
export function parseBirthDate(saved: string): BirthDate | undefined {
  return /^[0-9]{4}$/.test(saved) ? (saved as BirthYear) : parseCalendarDate(saved);
}

/**
 * What the parts mean on the day `today`: one date, or two where the century is open (the later one first),
 * or why there is none.
 */
export function birthDatesMeant(
  { year, day }: BirthParts,
  today: CalendarDate,
): readonly [BirthDate, ...BirthDate[]] | { readonly fault: BirthDateFault } {
  const dates = centuriesOf(year, today).flatMap((full) => dateOf(full, day) ?? []);
  const ages = dates.map((date) => ({ date, age: ageOf(date, today) }));
  const living = ages.filter(({ age }) => age >= 0 && age <= oldest);
  const atWork = living.filter(({ age }) => age >= working.from && age <= working.to);
  const [first, ...others] = (atWork.length === 1 ? atWork : living).map(({ date }) => date);
  if (first !== undefined) return [first, ...others];
  if (ages.length === 0) return { fault: "no-such-day" };
  return { fault: ages.some(({ age }) => age > oldest) ? "too-long-ago" : "in-the-future" };
}

/** Completed years on `today`; of a year alone, the years between. Negative in the future, even by a day. */
function ageOf(date: BirthDate, today: CalendarDate): number {
  if (date.length === 4) return Number(today.slice(0, 4)) - Number(date);
  return ageOn(date as CalendarDate, today);
}

function dateOf(year: number, day: BirthParts["day"]): BirthDate | undefined {
  if (day === undefined) return String(year).padStart(4, "0") as BirthYear;
  return calendarDate(year, day.month, day.day);
}

/** The years that may be meant: a two-digit year stands for one in this century and one in the last. */
function centuriesOf(year: number, today: CalendarDate): readonly number[] {
  if (year > 99) return [year];
  const hundreds = Number(today.slice(0, 2)) * 100;
  return [hundreds + year, hundreds - 100 + year];
}
