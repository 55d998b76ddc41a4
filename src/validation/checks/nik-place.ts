import { isForPractice, parseNik, regionInNik } from "../../enrolment/nik.ts";
import { isProvince } from "../../enrolment/province.ts";
import { checkOf } from "./check.ts";

/** The one province whose regencies and districts are listed (flows/places/sumsel.json). */
const listed = "16";

/**
 * The place in the NIK, where the person was first registered. It stays when people move and when places are split or
 * renumbered (UU 24/2013): where somebody lives says nothing about it, and a code of former times is worth no more than
 * a note.
 */
export const nikPlace = checkOf(
  "nik-place",
  {
    "nik-for-practice": { level: "serious", about: "nik" },
    "nik-province-unknown": { level: "warning", about: "nik" },
    "nik-regency-unknown": { level: "note", about: "nik" },
    "nik-district-unknown": { level: "note", about: "nik" },
  },
  ({ nik: digits }, { places, trial }) => {
    const nik = parseNik(digits);
    if (typeof nik !== "string") return {};
    if (isForPractice(nik)) return trial ? {} : { "nik-for-practice": {} };
    const { province, regency, district } = regionInNik(nik);
    if (!isProvince(province)) return { "nik-province-unknown": { code: province } };
    if (province !== listed) return {};
    if (!places.regencies.some(({ code }) => code === regency))
      return { "nik-regency-unknown": { code: regency } };
    if (places.districtByCode(district) === undefined)
      return { "nik-district-unknown": { code: district } };
    return {};
  },
);
