/** A calculation in sentences: the price, the discount, the sums, and by which law. */
import type { CalendarDate } from "../../enrolment/calendar.ts";
import { firstMonths } from "../../enrolment/contribution.ts";
import { rupiah } from "../../enrolment/money.ts";
import type { Values } from "../answers/kind.ts";
import type { Here } from "../here.ts";
import { valuesWith } from "../wording/values.ts";
import { costOf, type Discount, discountsOf, sectorsOf } from "./costs.ts";
import type { Told } from "./incomes.ts";
import type { Programs } from "./request.ts";

/** One month at an income, normal first; then until when there is a discount. */
export function costBubbles({ monthly, text, values }: Told, here: Here): readonly string[] {
  const normal = (programs: Programs) => amount(costOf(here, monthly, programs, 1)?.normal, here);
  const told = say(here, `told.${text}`, { ...values, monthly: rupiah(monthly) });
  const key = here.known("segment") === "employer" ? "price-employer" : "price";
  const price = say(here, key, { told, two: normal("two"), three: normal("three") });
  return [price, ...discountBubbles(monthly, here)];
}

/** While the job is not known, drivers and riders hear of theirs, which lasts longer. */
function discountBubbles(monthly: number, here: Here): readonly string[] {
  const { own, theirs } = discountsOf(here, monthly);
  const values = (discount: Discount) => ({
    two: rupiah(discount.two),
    three: rupiah(discount.three),
    until: here.tongue.wording.month(discount.until),
    from: here.tongue.wording.month(discount.from),
  });
  if (own !== undefined && theirs !== undefined && own.two === theirs.two) {
    const later = here.tongue.wording.month(theirs.from);
    return [say(here, "discount-or-transport", { ...values(own), later })];
  }
  return [
    ...(own === undefined ? [] : [say(here, "discount", values(own))]),
    ...(theirs === undefined ? [] : [say(here, "discount-transport", values(theirs))]),
  ];
}

/** The sums of so many months from this one on. Of one number of months, one bubble; of several, one for each choice. */
export function sumBubbles(
  monthly: number,
  programs: readonly Programs[],
  counts: readonly number[],
  here: Here,
): readonly string[] {
  const [month] = firstMonths(here.moment.today, 1).map(here.tongue.wording.month);
  const list = (label: string, lines: readonly string[]) =>
    [say(here, "sums", { label, month: String(month) }), ...lines].join("\n");
  const ofMonths = (count: number) => say(here, "label.months", { count });
  const ofPrograms = (one: Programs) => say(here, `label.${one}`, {});
  const line = (label: string, one: Programs, count: number) => {
    const cost = costOf(here, monthly, one, count);
    const isCut = cost !== undefined && cost.toPay < cost.normal;
    return say(here, "sum", {
      label,
      sum: amount(cost?.normal, here),
      cut: isCut ? "yes" : "no",
      sum_cut: amount(cost?.toPay, here),
    });
  };
  const [count, ...more] = counts as readonly [number, ...number[]];
  if (more.length === 0) {
    return [
      list(
        ofMonths(count),
        programs.map((one) => line(ofPrograms(one), one, count)),
      ),
    ];
  }
  return programs.map((one) =>
    list(
      ofPrograms(one),
      counts.map((each) => line(ofMonths(each), one, each)),
    ),
  );
}

/** By which law and since when, as far as the rules name it. */
export function lawBubble(monthly: number, here: Here): readonly string[] {
  const { contributions, discounts } = here.moment.material.rules;
  const ids = sectorsOf(here).flatMap((sector) =>
    (costOf(here, monthly, "two", 1, sector)?.months ?? []).flatMap(({ rules }) => rules),
  );
  const rule = contributions.find(({ id }) => ids.includes(id));
  const cut = discounts.find(({ id }) => ids.includes(id));
  if (rule?.law === undefined) return [];
  const { wording } = here.tongue;
  return [
    say(here, "law", {
      law: rule.law,
      since: wording.date(rule.from as CalendarDate),
      cut: cut?.law === undefined ? "no" : "yes",
      cut_law: String(cut?.law),
      less: discountsOf(here, monthly).theirs === undefined ? "no" : "yes",
    }),
  ];
}

function say(here: Here, key: string, own: Values): string {
  return here.tongue.wording.text(`calculator.${key}`, valuesWith(here, own));
}

/** What a rule should give; where none does, the word for it. */
function amount(value: number | undefined, { tongue }: Here): string {
  return value === undefined ? tongue.wording.text("conversation.figure-renewed") : rupiah(value);
}
