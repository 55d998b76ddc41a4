import { thresholdsOf } from "../../enrolment/threshold.ts";
import { checkOf } from "./check.ts";

/**
 * Many people on one phone number. A family shares a phone and a helper may give their own, so this is no fault; but
 * notices go there, and the person may never see them.
 */
export const phoneShared = checkOf(
  "phone-shared",
  { "phone-of-many": { level: "warning", about: "phone" } },
  async ({ phone }, { rules, today, othersWithPhone }) => {
    const thresholds = thresholdsOf(rules.thresholds, "phone-people", today);
    if (phone === "none" || thresholds.length === 0) return {};
    const others = await othersWithPhone();
    const isMany = thresholds.some(({ people }) => others + 1 >= people);
    return isMany ? { "phone-of-many": { count: others } } : {};
  },
);
