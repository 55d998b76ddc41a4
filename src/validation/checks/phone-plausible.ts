import { isDigitRun } from "../../enrolment/digit-run.ts";
import { dialledPhone, parsePhone } from "../../enrolment/phone.ts";
import { thresholdsOf } from "../../enrolment/threshold.ts";
import { checkOf } from "./check.ts";

/** Digits of a number that tell the operator; what follows is the subscriber's. */
const prefixLength = 4;

/**
 * A mobile number that nobody will answer: made up, of no operator, too short or too long. Whoever has no phone has none:
 * that is no remark.
 */
export const phonePlausible = checkOf(
  "phone-plausible",
  {
    "phone-impossible": { level: "warning", about: "phone" },
    "phone-made-up": { level: "warning", about: "phone" },
    "phone-prefix-unknown": { level: "note", about: "phone" },
    "phone-length-unusual": { level: "note", about: "phone" },
  },
  ({ phone: saved }, { rules, today }) => {
    if (saved === "none") return {};
    const phone = parsePhone(saved);
    if (typeof phone !== "string") return { "phone-impossible": {} };
    const dialled = dialledPhone(phone);
    if (isDigitRun(dialled.slice(prefixLength))) return { "phone-made-up": {} };
    const prefix = dialled.slice(0, prefixLength);
    const operators = thresholdsOf(rules.thresholds, "phone-prefix", today);
    const isOperated =
      operators.length === 0 || operators.some(({ prefixes }) => prefixes.includes(prefix));
    const isUsual = thresholdsOf(rules.thresholds, "phone-length", today).every(
      ({ least, most }) => least <= dialled.length && dialled.length <= most,
    );
    return {
      ...(isOperated ? {} : { "phone-prefix-unknown": { prefix } }),
      ...(isUsual ? {} : { "phone-length-unusual": { digits: dialled.length } }),
    };
  },
);
