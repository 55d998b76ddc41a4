/** What the checks hold a registration against, as the program reads it. */
import { contributionRuleSchema, discountRuleSchema } from "../../src/enrolment/contribution.ts";
import { eligibilityRuleSchema } from "../../src/enrolment/eligibility.ts";
import { receiverRuleSchema } from "../../src/enrolment/receiver.ts";
import { thresholdSchema } from "../../src/enrolment/threshold.ts";
import type { Yardsticks } from "../../src/validation/checks/check.ts";
import { places, rowsOf } from "../lists.ts";

export const yardsticks: Yardsticks = {
  rules: {
    contributions: rowsOf("rules/contributions.yaml", contributionRuleSchema),
    discounts: rowsOf("rules/discounts.yaml", discountRuleSchema),
    eligibility: rowsOf("rules/eligibility.yaml", eligibilityRuleSchema),
    thresholds: rowsOf("rules/thresholds.yaml", thresholdSchema),
    receivers: rowsOf("rules/receivers.yaml", receiverRuleSchema),
  },
  places,
  trial: true,
};
