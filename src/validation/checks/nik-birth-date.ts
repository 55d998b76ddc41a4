import { birthDateInNik, parseNik } from "../../enrolment/nik.ts";
import type { Check } from "./check.ts";

/**
 * The NIK holds another birth date than the one that was given. Both may be genuine: a NIK is not reissued when the
 * date in it is wrong, only the date is corrected (PP 37/2007 art. 37, as civil registries explain it). So it is
 * for staff to compare with the card, and less urgent where the person says that the card has the given date.
 */
export const nikBirthDate: Check = async (registration, { today }) => {
  const { birth_date, card_date } = registration;
  const nik = parseNik(registration.nik);
  if (typeof nik !== "string") {
    // The conversation takes no such NIK; a registration that came otherwise may hold one.
    const detail = {};
    return [
      { check: "nik-birth-date", kind: "nik-impossible", level: "serious", about: "nik", detail },
    ];
  }
  const inNik = birthDateInNik(nik, today);
  // Where only the year is known, the years are compared.
  if (inNik.startsWith(birth_date)) return [];
  const isSaid = card_date === "told";
  return [
    {
      check: "nik-birth-date",
      kind: isSaid ? "nik-date-differs-as-said" : "nik-date-differs",
      level: isSaid ? "note" : "warning",
      about: "birth_date",
      detail: { nik_date: inNik, birth_date },
    },
  ];
};
