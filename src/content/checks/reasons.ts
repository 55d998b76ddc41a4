/** What must hold for the reasons staff choose from. */
import { type Check, remarkOnKey } from "./check.ts";

export const reasonChecks = {
  /** What is given back is asked again: it must be a datum that is asked for. */
  "reason-about-asked": function* ({ enrolment, reasons }) {
    const asked = new Set(
      enrolment.value.steps.flatMap((step) => (step.type === "ask" ? [step.datum] : [])),
    );
    for (const about of Object.keys(reasons.value.return)) {
      if (asked.has(about)) continue;
      yield remarkOnKey(reasons.source, ["return", about], `nobody is asked for "${about}"`);
    }
  },
} satisfies Record<string, Check>;
