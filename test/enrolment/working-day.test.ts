/** What is promised for a weekend is promised for Monday. */
import { expect, test } from "vitest";
import { parseCalendarDate } from "../../src/enrolment/calendar.ts";
import { workingDayFrom } from "../../src/enrolment/working-day.ts";

test.each([
  ["a Wednesday", "2026-11-25", "2026-11-25"],
  ["a Friday", "2026-11-27", "2026-11-27"],
  ["a Saturday", "2026-11-28", "2026-11-30"],
  ["a Sunday", "2026-11-29", "2026-11-30"],
  ["a Saturday at the end of the year", "2027-12-25", "2027-12-27"],
])("%s", (_why, date, expected) => {
  const day = parseCalendarDate(date);
  expect(day && workingDayFrom(day)).toBe(expected);
});
