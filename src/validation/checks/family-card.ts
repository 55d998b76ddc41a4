import { mayBeFamilyCard } from "../../enrolment/family-card.ts";
import { parseNik } from "../../enrolment/nik.ts";
import { thresholdsOf } from "../../enrolment/threshold.ts";
import { checkOf } from "./check.ts";

/** What was given as NIK fits the number of a family card better: sixteen digits too, with the day it was issued. */
export const familyCard = checkOf(
  "family-card",
  { "nik-like-family-card": { level: "warning", about: "nik" } },
  ({ nik: digits, birth_date }, { rules, today }) => {
    const nik = parseNik(digits);
    if (typeof nik !== "string") return {};
    const isLike = thresholdsOf(rules.thresholds, "family-card", today).some(({ since }) =>
      mayBeFamilyCard(nik, birth_date, since, today),
    );
    return isLike ? { "nik-like-family-card": {} } : {};
  },
);
