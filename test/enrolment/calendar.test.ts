import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ageOn,
  type CalendarDate,
  type CalendarMonth,
  calendarDate,
  dayAfter,
  monthAfter,
  monthOf,
  parseCalendarDate,
  partsOf,
  todayIn,
} from "../../src/enrolment/calendar.ts";

const date = (text: string) => text as CalendarDate;

test.each([
  ["an ordinary day", 1980, 3, 5, "1980-03-05"],
  ["29 February of a leap year", 2024, 2, 29, "2024-02-29"],
  ["29 February of a century that is one", 2000, 2, 29, "2000-02-29"],
  ["29 February of a century that is none", 1900, 2, 29, undefined],
  ["31 April", 2026, 4, 31, undefined],
  ["30 April", 2026, 4, 30, "2026-04-30"],
  ["day nought", 2026, 4, 0, undefined],
  ["month 13", 2026, 13, 1, undefined],
  ["month nought", 2026, 0, 1, undefined],
  ["the year nought", 0, 1, 1, undefined],
  ["a year of five digits", 10000, 1, 1, undefined],
  ["half a day", 2026, 1, 1.5, undefined],
])("a calendar date: %s", (_why, year, month, day, expected) => {
  expect(calendarDate(year, month, day)).toBe(expected);
});

test.each([
  ["as it is written", "2026-11-25", "2026-11-25"],
  ["a day that does not exist", "2026-02-30", undefined],
  ["an instant", "2026-11-25T02:00:00.000Z", undefined],
  ["nothing", "", undefined],
])("read from text: %s", (_why, text, expected) => {
  expect(parseCalendarDate(text)).toBe(expected);
});

test.each([
  ["on the birthday", "1980-03-05", "2026-03-05", 46],
  ["the day before", "1980-03-05", "2026-03-04", 45],
  ["born on 29 February, in a common year", "2008-02-29", "2026-02-28", 17],
  ["one day later", "2008-02-29", "2026-03-01", 18],
  ["not born yet", "2027-01-01", "2026-11-25", -1],
])("age in completed years: %s", (_why, birth, on, expected) => {
  expect(ageOn(date(birth), date(on))).toBe(expected);
});

test.each([
  ["the next month", "2026-11", 1, "2026-12"],
  ["over the turn of the year", "2026-11", 2, "2027-01"],
  ["backwards over it", "2026-01", -1, "2025-12"],
  ["nowhere", "2026-11", 0, "2026-11"],
])("a month after a month: %s", (_why, month, count, expected) => {
  expect(monthAfter(month as CalendarMonth, count)).toBe(expected);
});

test.each([
  [
    "six in the evening in London is tomorrow in Palembang",
    "2026-11-25T18:00:00.000Z",
    "2026-11-26",
  ],
  ["just before midnight there", "2026-11-25T16:59:59.999Z", "2026-11-25"],
  ["midnight there", "2026-11-25T17:00:00.000Z", "2026-11-26"],
])("today in Asia/Jakarta: %s", (_why, instant, expected) => {
  expect(todayIn(instant)).toBe(expected);
});

test("a day forth and back is the same day, and its parts make it again", () => {
  const days = fc.date({
    min: new Date("1900-01-01"),
    max: new Date("2199-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (at, count) => {
      const day = date(at.toISOString().slice(0, 10));
      expect(dayAfter(dayAfter(day, count), -count)).toBe(day);
      const { year, month, day: dayOfMonth } = partsOf(day);
      expect(calendarDate(year, month, dayOfMonth)).toBe(day);
      expect(day.startsWith(monthOf(day))).toBe(true);
    }),
  );
});
