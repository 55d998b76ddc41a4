/**
 * Two birth dates can be known: the one the person told and the one inside the NIK. They may truly differ: a NIK is
 * not reissued when the date in it is wrong (PP 37/2007), so neither refuses the other.
 */
import type { CalendarDate } from "../../enrolment/calendar.ts";
import { birthDateInNik, type Nik } from "../../enrolment/nik.ts";
import type { Known } from "./flow.ts";

/** Both dates once both are known; `told` may be a year alone. */
export function cardDates(
  known: Known,
  today: CalendarDate,
): { readonly nik: CalendarDate; readonly told: string } | undefined {
  const nik = known("nik");
  const told = known("birth_date");
  if (typeof nik !== "string" || typeof told !== "string") return undefined;
  return { nik: birthDateInNik(nik as Nik, today), told };
}

/** The date the person says is printed on the card; a year alone is completed from the NIK where it fits. */
export function cardBirthDate(known: Known, today: CalendarDate): string | undefined {
  const dates = cardDates(known, today);
  if (dates === undefined) return known("birth_date") as string | undefined;
  return known("card_date") === "nik" || dates.nik.startsWith(dates.told) ? dates.nik : dates.told;
}
