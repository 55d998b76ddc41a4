import { birthDateInNik, parseNik } from "../../enrolment/nik.ts";
import { checkOf } from "./check.ts";

/**
 * The NIK holds another birth date than the one that was given. Both may be genuine: a NIK is not reissued when the
 * date in it is wrong, only the date is corrected (PP 37/2007 art. 37, as civil registries explain it). So it is
 * for staff to compare with the card, and less urgent where the person says that the card has the given date.
 */
export const nikBirthDate = checkOf(
  "nik-birth-date",
  {
    "nik-date-differs": { level: "warning", about: "birth_date" },
    "nik-date-differs-as-said": { level: "note", about: "birth_date" },
  },
  ({ nik: digits, birth_date, card_date }, { today }) => {
    const nik = parseNik(digits);
    if (typeof nik !== "string") return {};
    const nik_date = birthDateInNik(nik, today);
    // Where only the year is known, the years are compared.
    if (nik_date.startsWith(birth_date)) return {};
    const detail = { nik_date, birth_date };
    return card_date === "told"
      ? { "nik-date-differs-as-said": detail }
      : { "nik-date-differs": detail };
  },
);
