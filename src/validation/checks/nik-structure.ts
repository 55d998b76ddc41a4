import { parseNik, sexInNik } from "../../enrolment/nik.ts";
import { checkOf } from "./check.ts";

/**
 * Sixteen digits that no NIK can be, or whose day of birth is that of the other sex (PP 37/2007 art. 37: 40 is added
 * for women). The conversation takes no such NIK; a registration that came otherwise may hold one.
 */
export const nikStructure = checkOf(
  "nik-structure",
  {
    "nik-impossible": { level: "serious", about: "nik" },
    "nik-made-up": { level: "serious", about: "nik" },
    "nik-sex-differs": { level: "warning", about: "sex" },
  },
  ({ nik: digits, sex }) => {
    const nik = parseNik(digits);
    if (typeof nik !== "string") {
      return nik.fault === "placeholder" ? { "nik-made-up": {} } : { "nik-impossible": {} };
    }
    return sexInNik(nik) === sex ? {} : { "nik-sex-differs": {} };
  },
);
