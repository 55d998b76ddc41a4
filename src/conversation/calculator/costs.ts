/** What an income costs, from this contribution month on, and until when there is a discount: by the dated rules. */
import { type CalendarMonth, monthAfter, monthOf } from "../../enrolment/calendar.ts";
import {
  type Contribution,
  type DiscountRule,
  discountEnds,
} from "../../enrolment/contribution.ts";
import { contributionAt, sectorOf } from "../flow/figures.ts";
import type { Here } from "../here.ts";
import type { Programs } from "./request.ts";

type Sector = DiscountRule["sector"];

export type Discount = {
  readonly two: number;
  readonly three: number;
  readonly until: CalendarMonth;
  readonly from: CalendarMonth;
};

/** `count` months; undefined where the rules end before. Ordinary work, while the job is not known. */
export function costOf(
  here: Here,
  monthly: number,
  programs: Programs,
  count: number,
  sector?: Sector,
): Contribution | undefined {
  const { known, moment } = here;
  const chosen = {
    income: monthly,
    programs: programs === "two" ? "jkk-jkm" : "jkk-jkm-jht",
  } as const;
  const asKnown: typeof known = (name) =>
    name === "sector" && sector !== undefined ? sector : known(name);
  return contributionAt(chosen, count, asKnown, moment);
}

/** The discount of this month in a sector, where there is one and it is known when the normal amount follows. */
function discountOf(here: Here, monthly: number, sector: Sector): Discount | undefined {
  const [two, three] = (["two", "three"] as const).map(
    (programs) => costOf(here, monthly, programs, 1, sector)?.months[0],
  );
  if (two === undefined || three === undefined || two.discount === 0) return undefined;
  const { discounts } = here.moment.material.rules;
  const until = discountEnds(monthOf(here.moment.today), sector, discounts);
  if (until === undefined) return undefined;
  return { two: two.toPay, three: three.toPay, until, from: monthAfter(until, 1) };
}

/** The person's, and beside it that of drivers and riders where it is another one and the job is not known. */
export function discountsOf(
  here: Here,
  monthly: number,
): { readonly own: Discount | undefined; readonly theirs: Discount | undefined } {
  const [own, other] = sectorsOf(here).map((sector) => discountOf(here, monthly, sector));
  return { own, theirs: other?.until === own?.until ? undefined : other };
}

/** The person's own sector; while the job is not known ordinary work, and what it may be as well. */
export function sectorsOf({ known }: Here): readonly Sector[] {
  if (known("occupation") === undefined) return ["other", "transport"];
  return [sectorOf(known)];
}
