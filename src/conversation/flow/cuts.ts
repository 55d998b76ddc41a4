/** What is said of discounts in general, before anybody's own income and work are known: by the dated rules, today. */
import { type CalendarMonth, monthOf } from "../../enrolment/calendar.ts";
import { type DiscountRule, discountEnds, discountFor } from "../../enrolment/contribution.ts";
import type { Here } from "../here.ts";

type Sector = DiscountRule["sector"];
type Cut = { readonly row: DiscountRule; readonly until: CalendarMonth };

/** The discount of a sector for this month's contribution. Nothing is said of one whose end is not known. */
function cutFor(sector: Sector, { moment }: Here): Cut | undefined {
  const { discounts } = moment.material.rules;
  const month = monthOf(moment.today);
  const row = discountFor(month, sector, discounts);
  const until = discountEnds(month, sector, discounts);
  return row && until && { row, until };
}

/** Which sectors have a discount this month; a text chooses by it what it says, and so is right also after the last day. */
function sectorsWithCut(here: Here): "both" | "transport" | "rest" | "none" {
  const transport = cutFor("transport", here);
  const other = cutFor("other", here);
  if (transport && other) return "both";
  if (transport) return "transport";
  return other ? "rest" : "none";
}

/** "50%"; two shares where the programs differ. */
function shareOf({ row }: Cut, { tongue }: Here): string {
  return [...new Set([row.jkk_percent, row.jkm_percent])]
    .map((amount) => tongue.wording.text("conversation.units.percent", { amount }))
    .join(" / ");
}

function saidOf(sector: Sector, say: (cut: Cut, here: Here) => string) {
  return (here: Here): string | undefined => {
    const cut = cutFor(sector, here);
    return cut && say(cut, here);
  };
}

const monthUntil = ({ until }: Cut, { tongue }: Here) => tongue.wording.month(until);

/** The variables that a text about discounts may use; the last four only in the branch of `cuts` where there is one. */
export const cutFigures: readonly (readonly [string, (here: Here) => string | undefined])[] = [
  ["cuts", sectorsWithCut],
  ["transport_cut", saidOf("transport", shareOf)],
  ["other_cut", saidOf("other", shareOf)],
  ["transport_until", saidOf("transport", monthUntil)],
  ["other_until", saidOf("other", monthUntil)],
];
