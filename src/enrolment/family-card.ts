/**
 * The number of the family card (Kartu Keluarga), which people give for their NIK. It has sixteen digits as well: the
 * district, the day on which the family was registered, a serial. So it often passes for the NIK of a boy.
 */
import type { CalendarDate } from "./calendar.ts";
import { birthDateInNik, type Nik, sexInNik } from "./nik.ts";

/**
 * Whether a number fits a family card better than its owner: the date in it lies in the time of such cards (`since`),
 * no 40 is added to the day, and the person was born before that time. `birth` is `YYYY-MM-DD`, or `YYYY`.
 */
export function mayBeFamilyCard(
  nik: Nik,
  birth: string,
  since: string,
  today: CalendarDate,
): boolean {
  const inNik = birthDateInNik(nik, today);
  return sexInNik(nik) === "male" && inNik >= since && birth < since.slice(0, birth.length);
}
