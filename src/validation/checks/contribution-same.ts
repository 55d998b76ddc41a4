import { z } from "zod";
import { type CalendarMonth, monthAfter } from "../../enrolment/calendar.ts";
import {
  type ContributionInput,
  type ContributionRules,
  contributionFor,
} from "../../enrolment/contribution.ts";
import { rupiah } from "../../enrolment/money.ts";
import { isForPublicMoney } from "../../enrolment/receiver.ts";
import type { Registration } from "../../enrolment/registration.ts";
import { checkOf } from "./check.ts";

/**
 * What the person was told to pay, worked out once more from the registration by the rules of today. It may differ where a
 * rule was corrected since, and what was told stays as it was told; staff then tell the person before the agency does.
 */
export const contributionSame = checkOf(
  "contribution-same",
  {
    "contribution-unknown": { level: "warning", about: "programs" },
    "contribution-differs": { level: "warning", about: "programs" },
  },
  (registration, { contribution, rules }) => {
    const told = toldSchema.safeParse(contribution).data;
    const counted = told && countedFrom(told.months[0].month, registration, rules);
    if (told === undefined || counted === undefined) return { "contribution-unknown": {} };
    if (isDeepEqual(toldSchema.parse(counted), told)) return {};
    const detail = { told: rupiah(told.toPay), counted: rupiah(counted.toPay) };
    return { "contribution-differs": detail };
  },
);

const amounts = { normal: z.int().min(0), toPay: z.int().min(0) };
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform((text) => text as CalendarMonth);
const monthly = z.object({ month, ...amounts });

/** The part of a saved contribution that was told. */
const toldSchema = z.object({ months: z.tuple([monthly], monthly), ...amounts });

/** From the first month that was told, as many months as are paid at once; undefined where no rule holds. */
function countedFrom(first: CalendarMonth, registration: Registration, rules: ContributionRules) {
  const { income, programs, segment, sector, period = "1" } = registration;
  const input: ContributionInput = {
    ...{ income, programs, segment, sector },
    ...(isForPublicMoney(registration) && { fundedBy: "government" }),
  };
  const months = Array.from({ length: Number(period) }, (_, index) => monthAfter(first, index));
  return contributionFor(input, rules, months);
}

function isDeepEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
