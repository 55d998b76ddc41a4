/** The days a report is about, in Asia/Jakarta; both ends belong to them. */
import { type CalendarDate, dayAfter } from "../enrolment/calendar.ts";

export type Days = { readonly from: CalendarDate; readonly to: CalendarDate };

/** As many as are told of when nobody says otherwise. */
export const usualDays = 30;
/** More are not read at once: whoever writes to the bot meanwhile would wait for it. */
export const mostDays = 366;

/** So many days, the last of them `to`. */
export function lastDays(to: CalendarDate, count = usualDays): Days {
  return { from: dayAfter(to, 1 - count), to };
}
