/** The days that a program asks a report about, parsed. */
import { z } from "zod";
import { type CalendarDate, parseCalendarDate } from "../enrolment/calendar.ts";
import { type Days, lastDays, mostDays } from "../reports/days.ts";
import { type Fault, parseQuery, type Query } from "./body.ts";

const day = z
  .string()
  .transform((text, context) => {
    const date = parseCalendarDate(text);
    if (date !== undefined) return date;
    context.addIssue("no such day");
    return z.NEVER;
  })
  .exactOptional();

const daysSchema = z.strictObject({ from: day, to: day });

/** Without `to` up to today; without `from` as many days as is usual. */
export function parseDays(query: Query, today: CalendarDate): Days | Fault {
  const asked = parseQuery(daysSchema, query);
  if ("fault" in asked) return asked;
  const { to = today, from = lastDays(to).from } = asked;
  const isFit = from <= to && from >= lastDays(to, mostDays).from;
  return isFit ? { from, to } : { fault: "bad-query", filters: Object.keys(asked) };
}
