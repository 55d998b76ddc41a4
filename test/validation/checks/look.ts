/** What a check remarks about Siti, by kind, when a part of her registration or of what it is held against is another. */
import type { CalendarDate } from "../../../src/enrolment/calendar.ts";
import type { Registration } from "../../../src/enrolment/registration.ts";
import type { Finding } from "../../../src/enrolment/submission.ts";
import type { Check, CheckNeeds } from "../../../src/validation/checks/check.ts";
import { contribution, siti } from "../../submissions/hand-in.ts";
import { yardsticks } from "../yardsticks.ts";

export const needs: CheckNeeds = {
  ...yardsticks,
  today: "2026-11-25" as CalendarDate,
  contribution,
  othersWithNik: async () => 0,
  othersWithPhone: async () => 0,
};

/** Why the row is there, what differs in the registration, and the values of each kind that is remarked. */
export type Row = readonly [string, Partial<Registration>, Readonly<Record<string, object>>];

export async function remarks(
  check: Check,
  part: Partial<Registration>,
  otherNeeds: Partial<CheckNeeds> = {},
): Promise<Readonly<Record<string, Finding["detail"]>>> {
  const findings = await check.look({ ...siti, ...part }, { ...needs, ...otherNeeds });
  return Object.fromEntries(findings.map(({ kind, detail }) => [kind, detail]));
}

/** The rules without any threshold: before the first row, or after the last. */
export const noThresholds: Partial<CheckNeeds> = {
  rules: { ...yardsticks.rules, thresholds: [] },
};
