import { birthDatesMeant, parseBirthDate } from "../../enrolment/birth-date.ts";
import { type CalendarDate, partsOf } from "../../enrolment/calendar.ts";
import { ageVerdict } from "../../enrolment/eligibility.ts";
import { checkOf } from "./check.ts";

/**
 * Ages, by the dated rows of flows/rules/eligibility.yaml. In the conversation a child's talk has ended; here the date may
 * have been corrected since, or have come otherwise.
 */
export const age = checkOf(
  "age",
  {
    "birth-date-impossible": { level: "serious", about: "birth_date" },
    "age-under-minimum": { level: "serious", about: "birth_date" },
    "age-to-check": { level: "warning", about: "birth_date" },
  },
  ({ birth_date }, { rules, today }) => {
    if (!isPossible(birth_date, today)) return { "birth-date-impossible": {} };
    switch (ageVerdict(birth_date, today, rules.eligibility)) {
      case "under-age":
        return { "age-under-minimum": { birth_date } };
      case "to-check":
        return { "age-to-check": { birth_date } };
      case "fine":
        return {};
    }
  },
);

/** A day, or a year, that exists, is past, and lies within a lifetime. */
function isPossible(saved: string, today: CalendarDate): boolean {
  const date = parseBirthDate(saved);
  if (date === undefined) return false;
  const year = Number(date.slice(0, 4));
  const parts = date.length === 4 ? { year } : { year, day: partsOf(date as CalendarDate) };
  const meant = birthDatesMeant(parts, today);
  return !("fault" in meant) && meant.includes(date);
}
