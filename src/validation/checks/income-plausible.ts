import { rupiah } from "../../enrolment/money.ts";
import { thresholdsOf } from "../../enrolment/threshold.ts";
import { checkOf } from "./check.ts";

/**
 * An income that is rare for the occupation: often a day's or a harvest's taken for a month's, or a zero too many. It
 * decides the contribution and what is paid after an accident (PP 44/2015), so somebody should ask.
 */
export const incomePlausible = checkOf(
  "income-plausible",
  {
    "income-low": { level: "note", about: "income" },
    "income-high": { level: "note", about: "income" },
  },
  ({ income, occupation }, { rules, today }) => {
    const rows = thresholdsOf(rules.thresholds, "income", today);
    const row =
      rows.find(({ occupations }) => occupations.includes(occupation.code)) ??
      rows.find(({ occupations }) => occupations.length === 0);
    if (row === undefined) return {};
    const detail = { income: rupiah(income) };
    return {
      ...(income < row.least && { "income-low": detail }),
      ...(income > row.most && { "income-high": detail }),
    };
  },
);
