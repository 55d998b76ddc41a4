/**
 * What a check is: it looks at a registration and remarks what staff should look at. It never refuses and never
 * decides; a check that cannot be made throws, and is made again later. What it throws holds nothing personal.
 */
import type { CalendarDate } from "../../enrolment/calendar.ts";
import type { ContributionRules } from "../../enrolment/contribution.ts";
import type { EligibilityRule } from "../../enrolment/eligibility.ts";
import type { ReceiverRule } from "../../enrolment/receiver.ts";
import type { Places } from "../../enrolment/region.ts";
import type { Registration } from "../../enrolment/registration.ts";
import type { Finding } from "../../enrolment/submission.ts";
import type { Threshold } from "../../enrolment/threshold.ts";

export type Check = {
  readonly name: string;
  /** Everything it may remark. The text of a kind is `findings.<kind>` in the locales. */
  readonly kinds: Readonly<Record<string, Weight>>;
  readonly look: (registration: Registration, needs: CheckNeeds) => Promise<readonly Finding[]>;
};

/** How much a remark weighs with staff, and the datum it is about. */
export type Weight = Pick<Finding, "level" | "about">;

/** What the checks hold a registration against. */
export type Yardsticks = {
  readonly rules: ContributionRules & {
    readonly eligibility: readonly EligibilityRule[];
    readonly thresholds: readonly Threshold[];
    readonly receivers: readonly ReceiverRule[];
  };
  readonly places: Pick<Places, "regencies" | "districtByCode">;
  /** In a trial everybody's NIK is of the area for practice. */
  readonly trial: boolean;
};

export type CheckNeeds = Yardsticks & {
  /** In Asia/Jakarta. */
  readonly today: CalendarDate;
  /** What the person was told to pay, as it was saved: outside data. */
  readonly contribution: unknown;
  /** How many other people have handed in the NIK of this registration. */
  readonly othersWithNik: () => Promise<number>;
  /** How many other people have handed in the phone number of this registration. */
  readonly othersWithPhone: () => Promise<number>;
};

/** What was remarked: the values of each kind's text. */
export type Found<Kind extends string> = { readonly [kind in Kind]?: Finding["detail"] };

/** A check from its name, its kinds, and a look that says what it found. */
export function checkOf<Kind extends string>(
  name: string,
  kinds: Readonly<Record<Kind, Weight>>,
  look: (registration: Registration, needs: CheckNeeds) => Found<Kind> | Promise<Found<Kind>>,
): Check {
  return {
    name,
    kinds,
    look: async (registration, needs) => {
      const found = await look(registration, needs);
      const findings: Finding[] = [];
      for (const kind in kinds) {
        const detail = found[kind];
        if (detail !== undefined) findings.push({ check: name, kind, ...kinds[kind], detail });
      }
      return findings;
    },
  };
}
