/** Faults of the reasons that staff choose from. */
import type { BrokenFlow } from "./broken-flow.ts";

const file = "flows/reasons.yaml";

export const reasons: readonly BrokenFlow[] = [
  {
    rule: "reason-about-asked",
    deed: "lets staff give back what nobody is asked for",
    file,
    text: "  birth_date: [unclear]",
    by: "  birth_date: [unclear]\n  sex: [unclear]",
    says: [
      'flows/reasons.yaml:3:3 return.sex: nobody is asked for "sex"',
      "flows/reasons.yaml:3:8 return.sex: its text reasons.sex.name is missing in locales/en/",
      "flows/reasons.yaml:3:8 return.sex: its text reasons.sex.name is missing in locales/id/",
      "flows/reasons.yaml:3:9 return.sex.1: its text reasons.sex.unclear is missing in locales/en/",
      "flows/reasons.yaml:3:9 return.sex.1: its text reasons.sex.unclear is missing in locales/id/",
    ],
  },
  {
    rule: "text-there",
    deed: "forgets what the person reads for a reason",
    file,
    text: "[twice]",
    by: "[twice, elsewhere]",
    says: [
      "flows/reasons.yaml:3:17 reject.2: its text reasons.all.elsewhere is missing in locales/en/",
      "flows/reasons.yaml:3:17 reject.2: its text reasons.all.elsewhere is missing in locales/id/",
    ],
  },
];
