/** The figures of a conversation: what this person would pay, by the dated rules, as printed amounts. */
import {
  type CalendarDate,
  type CalendarMonth,
  monthAfter,
  monthOf,
} from "../../enrolment/calendar.ts";
import {
  type Contribution,
  contributionFor,
  type DiscountRule,
  discountFor,
  firstMonths,
  lowestContribution,
} from "../../enrolment/contribution.ts";
import { minimumAge } from "../../enrolment/eligibility.ts";
import { rupiah } from "../../enrolment/money.ts";
import { isForPublicMoney } from "../../enrolment/receiver.ts";
import { inForce } from "../../enrolment/rules.ts";
import type { Here } from "../here.ts";
import type { Moment } from "../moment.ts";
import { cardDates } from "./card-date.ts";
import { cutFigures } from "./cuts.ts";
import type { Known } from "./flow.ts";

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

/** The contribution for `count` months from this month on, or undefined while the income is not known, or no rule holds. */
function contributionOf(
  known: Known,
  moment: Moment,
  programs: Programs,
  count: number,
): Contribution | undefined {
  const income = known("income");
  return typeof income === "number"
    ? contributionAt({ income, programs }, count, known, moment)
    : undefined;
}

/**
 * What `count` months from this month on cost with these programs at this income (whole rupiah a month). Undefined
 * where the rules of flows/rules/ end before: nothing is quoted past a rule's last day.
 */
export function contributionAt(
  chosen: { readonly income: number; readonly programs: Programs },
  count: number,
  known: Known,
  moment: Moment,
): Contribution | undefined {
  return contributionFor(
    {
      ...chosen,
      segment: String(known("segment")),
      sector: sectorOf(known),
      ...(isForPublicMoney({ sponsor: known("sponsor"), cannot_pay: known("cannot_pay") })
        ? { fundedBy: "government" as const }
        : {}),
    },
    moment.material.rules,
    firstMonths(moment.today, count),
  );
}

type Programs = "jkk-jkm" | "jkk-jkm-jht";

/**
 * A printed figure by its name in the texts; undefined while it is not known, or where it does not apply. A figure whose
 * rule has ended comes as a word that says so, `conversation.figure-renewed`: the talk goes on without it.
 */
export function figureNamed(name: string, here: Here): string | number | undefined {
  const figure = figures.get(name);
  return figure === undefined ? benefit(name, here) : figure(here);
}

type Figure = (here: Here) => string | number | undefined;

const figures: ReadonlyMap<string, Figure> = new Map<string, Figure>([
  ["lowest", (here) => lowest(here, "jkk-jkm")],
  ["lowest_three", (here) => lowest(here, "jkk-jkm-jht")],
  ...cutFigures,
  ["first_month", ({ moment, tongue }) => tongue.wording.month(monthOf(moment.today))],
  ["minimum_age", ({ moment }) => minimumAge(moment.material.rules.eligibility, moment.today)],
  ["nik_date", (here) => cardDate(here, "nik")],
  ["told_date", (here) => cardDate(here, "told")],
  ["income", ({ known }) => amount(known("income"))],
  ["price_two", (here) => priced(here.offer()?.two, here)],
  ["price_three", (here) => priced(here.offer()?.three, here)],
  ["price", (here) => priced(chosen(here, here.offer()), here)],
  ...[1, 3, 6, 12].map((count): [string, Figure] => [`sum_${count}`, (here) => sum(here, count)]),
  ["has_discount", ({ offer }) => (offer()?.discount === undefined ? "no" : "yes")],
  ["discounted", (here) => amount(chosen(here, here.offer()?.discount))],
  ["discount_two", (here) => amount(here.offer()?.discount?.two)],
  ["discount_three", (here) => amount(here.offer()?.discount?.three)],
  ["discount_until", (here) => monthOfDiscount(here, 0)],
  ["normal_from", (here) => monthOfDiscount(here, 1)],
]);

/** Beside these, the ids of flows/rules/benefits.yaml. */
export const figureNames: readonly string[] = [...figures.keys()];

function amount(value: unknown): string | undefined {
  return typeof value === "number" ? rupiah(value) : undefined;
}

/** What a rule should give; where none does, the word for it. */
function ruled(value: number | undefined, { tongue }: Here): string {
  return value === undefined ? tongue.wording.text("conversation.figure-renewed") : rupiah(value);
}

function lowest(here: Here, programs: Programs): string {
  return ruled(lowestContribution(here.moment.material.rules, here.moment.today, programs), here);
}

/** The same of what depends on the income: not known before it is. */
function priced(value: number | undefined, here: Here): string | undefined {
  return here.known("income") === undefined ? undefined : ruled(value, here);
}

/** With the savings, unless the person chose to go without. */
function programsOf({ known }: Here): Programs {
  return known("programs") === "jkk-jkm" ? "jkk-jkm" : "jkk-jkm-jht";
}

function chosen(
  here: Here,
  price: { readonly two: number; readonly three: number } | undefined,
): number | undefined {
  return programsOf(here) === "jkk-jkm" ? price?.two : price?.three;
}

function sum(here: Here, count: number): string | undefined {
  return priced(contributionOf(here.known, here.moment, programsOf(here), count)?.toPay, here);
}

function monthOfDiscount(here: Here, later: number): string | undefined {
  const until = here.offer()?.discount?.until;
  return until && here.tongue.wording.month(monthAfter(until, later));
}

function cardDate({ known, moment, tongue }: Here, which: "nik" | "told"): string | undefined {
  const dates = cardDates(known, moment.today);
  return dates && tongue.wording.date(dates[which]);
}

/** A figure of flows/rules/benefits.yaml. */
function benefit(id: string, here: Here): string | number | undefined {
  const { material, today } = here.moment;
  const rows = material.rules.benefits.filter((row) => row.id === id);
  if (rows.length === 0) return undefined;
  const [row] = inForce(rows, today);
  if (row === undefined || row.unit === "rupiah") return ruled(row?.amount, here);
  // An age and a number of years are said in sentences of their own: "umur 56", "56 tahun".
  if (row.unit === "years") return row.amount;
  return here.tongue.wording.text(`conversation.units.${row.unit}`, { amount: row.amount });
}

/** Ordinary work, while the job is not known. */
export function sectorOf(known: Known): DiscountRule["sector"] {
  return known("sector") === "transport" ? "transport" : "other";
}
