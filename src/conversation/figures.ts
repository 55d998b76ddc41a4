/** The figures of a conversation: what this person would pay, by the dated rules, as printed amounts. */
import {
  type Contribution,
  contributionFor,
  discountFor,
  firstMonths,
  lowestContribution,
} from "../enrolment/contribution.ts";
import { type CalendarDate, type CalendarMonth, monthAfter, monthOf } from "../enrolment/calendar.ts";
import { minimumAge } from "../enrolment/eligibility.ts";
import { rupiah } from "../enrolment/money.ts";
import { inForce } from "../enrolment/rules.ts";
import type { Values } from "./answers/kind.ts";
import { cardDates } from "./card-date.ts";
import type { Known } from "./flow.ts";
import type { Here } from "./here.ts";
import type { Moment } from "./moment.ts";

const periods = [1, 3, 6, 12] as const;

export type Offer = {
  /** One normal month, whole rupiah. */
  readonly two: number;
  readonly three: number;
  readonly discount?: {
    readonly two: number;
    readonly three: number;
    readonly until: CalendarMonth;
  };
};

/** What one month costs at the person's income, normal and (where a discount is in force now) discounted. */
export function offer(known: Known, moment: Moment): Offer | undefined {
  const two = contributionOf(known, moment, "jkk-jkm", 1)?.months[0];
  const three = contributionOf(known, moment, "jkk-jkm-jht", 1)?.months[0];
  if (two === undefined || three === undefined) return undefined;
  const normal = { two: two.normal, three: three.normal };
  const discount = discountFor(two.month, sectorOf(known), moment.material.rules.discounts);
  // Nothing is said of a discount whose end is not known.
  if (discount?.to == null || two.toPay === two.normal) return normal;
  const until = monthOf(discount.to as CalendarDate);
  return { ...normal, discount: { two: two.toPay, three: three.toPay, until } };
}

/** The contribution for `count` months from this month on, or undefined while the income is not known. */
export function contributionOf(
  known: Known,
  moment: Moment,
  programs: "jkk-jkm" | "jkk-jkm-jht",
  count: number,
): Contribution | undefined {
  const income = known("income");
  if (typeof income !== "number") return undefined;
  return contributionFor(
    {
      income,
      programs,
      segment: String(known("segment")),
      sector: sectorOf(known),
      ...(known("sponsor") === "government" ? { fundedBy: "government" as const } : {}),
    },
    moment.material.rules,
    firstMonths(moment.today, count),
  );
}

function sectorOf(known: Known): "transport" | "other" {
  return known("sector") === "transport" ? "transport" : "other";
}

/** Variables for texts. Amounts that are not known yet are absent: a text that needs one is never said before. */
export function figures({ known, moment, tongue }: Here): Values {
  const { wording } = tongue;
  const { rules } = moment.material;
  const price = offer(known, moment);
  const programs = known("programs") === "jkk-jkm" ? "jkk-jkm" : "jkk-jkm-jht";
  const benefits = Object.fromEntries(
    inForce(rules.benefits, moment.today).map(({ id, amount, unit }) => [
      id,
      unit === "rupiah" ? rupiah(amount) : amount,
    ]),
  );
  const lowest = lowestContribution(rules, moment.today);
  const dates = cardDates(known, moment.today);
  return {
    ...benefits,
    ...(dates === undefined
      ? {}
      : { nik_date: wording.date(dates.nik), told_date: wording.date(dates.told) }),
    lowest: rupiah(lowest),
    minimum_age: minimumAge(rules.eligibility, moment.today),
    ...(price === undefined
      ? {}
      : {
          income: rupiah(Number(known("income"))),
          price_two: rupiah(price.two),
          price_three: rupiah(price.three),
          price: rupiah(programs === "jkk-jkm" ? price.two : price.three),
          ...Object.fromEntries(
            periods.map((count) => [
              `sum_${count}`,
              rupiah(contributionOf(known, moment, programs, count)?.toPay ?? 0),
            ]),
          ),
        }),
    has_discount: price?.discount === undefined ? "no" : "yes",
    ...(price?.discount === undefined
      ? {}
      : {
          discounted: rupiah(programs === "jkk-jkm" ? price.discount.two : price.discount.three),
          discount_two: rupiah(price.discount.two),
          discount_three: rupiah(price.discount.three),
          discount_until: wording.month(price.discount.until),
          normal_from: wording.month(monthAfter(price.discount.until, 1)),
        }),
  };
}
