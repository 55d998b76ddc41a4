import { expect, test } from "vitest";
import { birthDatesMeant, parseBirthDate } from "../../src/enrolment/birth-date.ts";
import type { CalendarDate } from "../../src/enrolment/calendar.ts";

const today = "2026-11-25" as CalendarDate;
const march5 = { month: 3, day: 5 };

test.each([
  ["four digits are meant as written", { year: 1980, day: march5 }, ["1980-03-05"]],
  ["two digits: a worker's age decides", { year: 80, day: march5 }, ["1980-03-05"]],
  ["two digits: somebody of 81", { year: 45, day: march5 }, ["1945-03-05"]],
  ["two digits: next century lies ahead", { year: 27, day: march5 }, ["1927-03-05"]],
  ["two digits: 15 is of working age", { year: 11, day: march5 }, ["2011-03-05"]],
  ["two digits: 111 years is nobody", { year: 15, day: march5 }, ["2015-03-05"]],
  ["two digits: 110 or 10 is open", { year: 16, day: march5 }, ["2016-03-05", "1916-03-05"]],
  ["two digits: 100 or 0 is open", { year: 26, day: march5 }, ["2026-03-05", "1926-03-05"]],
  ["two digits: tomorrow is not meant", { year: 26, day: { month: 11, day: 26 } }, ["1926-11-26"]],
  ["29 February decides by the leap year", { year: 0, day: { month: 2, day: 29 } }, ["2000-02-29"]],
  ["the year alone", { year: 1965 }, ["1965"]],
  ["the year alone, two digits", { year: 65 }, ["1965"]],
  ["this year alone or a hundred years ago", { year: 26 }, ["2026", "1926"]],
  ["today", { year: 2026, day: { month: 11, day: 25 } }, ["2026-11-25"]],
  ["tomorrow", { year: 2026, day: { month: 11, day: 26 } }, { fault: "in-the-future" }],
  ["next year alone", { year: 2027 }, { fault: "in-the-future" }],
  ["110 years", { year: 1916, day: march5 }, ["1916-03-05"]],
  ["111 years", { year: 1915, day: march5 }, { fault: "too-long-ago" }],
  ["a year long ago alone", { year: 1899 }, { fault: "too-long-ago" }],
  ["31 February", { year: 1980, day: { month: 2, day: 31 } }, { fault: "no-such-day" }],
  [
    "29 February 1981, in neither century",
    { year: 81, day: { month: 2, day: 29 } },
    { fault: "no-such-day" },
  ],
  ["month 13", { year: 1980, day: { month: 13, day: 1 } }, { fault: "no-such-day" }],
])("birth date: %s", (_why, parts, expected) => {
  expect(birthDatesMeant(parts, today)).toEqual(expected);
});

test.each([
  ["a day", "1980-03-05", "1980-03-05"],
  ["a year", "1980", "1980"],
  ["a day that does not exist", "1980-02-31", undefined],
  ["a month", "1980-03", undefined],
  ["two digits", "80", undefined],
  ["nothing", "", undefined],
])("saved birth date: %s", (_why, saved, expected) => {
  expect(parseBirthDate(saved)).toBe(expected);
});
