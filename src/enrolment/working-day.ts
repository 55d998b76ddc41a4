/** Days on which an office works: Monday to Friday. Public holidays are decreed year by year and are not known here. */
import { type CalendarDate, dayAfter } from "./calendar.ts";

/** The day itself, or the Monday after it where it is a Saturday or Sunday. */
export function workingDayFrom(date: CalendarDate): CalendarDate {
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  if (weekday === 6) return dayAfter(date, 2);
  return weekday === 0 ? dayAfter(date, 1) : date;
}
