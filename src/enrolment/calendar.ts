/**
 * Calendar dates and months as people say them: no clock, no time zone.
 * Birth dates and "today" (in Asia/Jakarta) are `CalendarDate`; instants elsewhere are UTC ISO text.
 */
declare const brand: unique symbol;

/** `YYYY-MM-DD`, a day that exists. */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };

/** `YYYY-MM`: a contribution month, for which a contribution is owed whatever the day it is paid. */
export type CalendarMonth = string & { readonly [brand]: "CalendarMonth" };

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A date from its parts (year with four digits, month and day counted from 1), or undefined when no such day exists. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

/** Reads `YYYY-MM-DD`; undefined for anything else, also for a day that does not exist. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const parts = datePattern.exec(text);
  return parts === null
    ? undefined
    : calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The parts of a date: month and day counted from 1. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** Completed years of somebody born on `birth`, on the day `on`. Negative for a birth in the future. */
export function ageOn(birth: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The month a date lies in. */
export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7) as CalendarMonth;
}

/** The month `count` months after (or, below zero, before) `month`. */
export function monthAfter(month: CalendarMonth, count: number): CalendarMonth {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}` as CalendarMonth;
}

/** The date `count` days after (or, below zero, before) `date`. */
export function dayAfter(date: CalendarDate, count: number): CalendarDate {
  const at = new Date(`${date}T00:00:00.000Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10) as CalendarDate;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** The calendar day of an instant (UTC ISO text) in Asia/Jakarta, which is UTC+7 all year. */
export function todayIn(instant: string): CalendarDate {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10) as CalendarDate;
}
