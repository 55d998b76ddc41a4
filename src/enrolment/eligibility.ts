/**
 * Ages. Under 18 the talk stops: a child's data need the consent of a parent or guardian (UU 27/2022 art. 25,
 * UU 35/2014 art. 1). For the upper limit the sources contradict each other, so nobody is refused and no figure said.
 */
import { z } from "zod";
import { ageOn, type CalendarDate, calendarDate, parseCalendarDate } from "./calendar.ts";
import { datedShape, inForce, mayBeSaid } from "./rules.ts";

export const eligibilityRuleSchema = z.strictObject({
  ...datedShape,
  /** minimum: below it the talk stops · check: from it on staff ask the agency. */
  kind: z.enum(["minimum", "check"]),
  /** Completed years. */
  age: z.int().positive(),
});

export type EligibilityRule = z.infer<typeof eligibilityRuleSchema>;

export type AgeVerdict = "under-age" | "to-check" | "fine";

/** `birth` is `YYYY-MM-DD`, or `YYYY` where only the year is known: then nobody is taken for younger than they may be. */
export function ageVerdict(
  birth: string,
  today: CalendarDate,
  rules: readonly EligibilityRule[],
): AgeVerdict {
  const age = greatestAge(birth, today);
  if (age < minimumAge(rules, today)) return "under-age";
  const isToCheck = inForce(rules, today).some((rule) => rule.kind === "check" && age >= rule.age);
  return isToCheck ? "to-check" : "fine";
}

/**
 * The age below which the talk stops, in completed years; 0 where no sure rule gives one. Of the rows that have begun the
 * latest, also past its last day: a forgotten date in our table takes no protection from a child.
 */
export function minimumAge(rules: readonly EligibilityRule[], today: CalendarDate): number {
  const [latest] = rules
    .filter((rule) => rule.kind === "minimum" && mayBeSaid(rule) && rule.from <= today)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  return latest?.age ?? 0;
}

function greatestAge(birth: string, today: CalendarDate): number {
  const date = parseCalendarDate(birth) ?? calendarDate(Number(birth), 1, 1);
  if (date === undefined) throw new Error("eligibility: a birth date is a date or a year");
  return ageOn(date, today);
}
