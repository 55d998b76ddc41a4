/** Named conditions of a flow, for what cannot be said by comparing an answer with a value. */

import { ageVerdict } from "../../enrolment/eligibility.ts";
import { type ReceiverRule, receiverFor } from "../../enrolment/receiver.ts";
import type { Registration } from "../../enrolment/registration.ts";
import type { Moment } from "../moment.ts";
import { cardDates } from "./card-date.ts";
import { offer } from "./figures.ts";
import type { Known } from "./flow.ts";

type Guard = (known: Known, moment: Moment) => boolean;

const age = (known: Known, moment: Moment) => {
  const birth = known("birth_date");
  return typeof birth === "string"
    ? ageVerdict(birth, moment.today, moment.material.rules.eligibility)
    : "fine";
};

/** To whom the person may be proposed, where they live; undefined where nobody receives names. */
export function receiverHere(known: Known, { material, today }: Moment): ReceiverRule | undefined {
  const regency = known("regency");
  const code = typeof regency === "string" ? regency : undefined;
  return receiverFor(code, today, material.rules.receivers);
}

export const guards = {
  "under-age": (known, moment) => age(known, moment) === "under-age",
  "age-to-check": (known, moment) => age(known, moment) === "to-check",
  "is-trader": (known, moment) => {
    const occupation = known("occupation") as Registration["occupation"] | undefined;
    return occupation !== undefined && moment.material.occupations.isTrader(occupation.code);
  },
  /** A discount is in force for the coming contribution month, so the price says two figures. */
  "discount-applies": (known, moment) => offer(known, moment)?.discount !== undefined,
  /** Names of people who cannot pay yet are received where the person lives. */
  "has-receiver": (known, moment) => receiverHere(known, moment) !== undefined,
  /** A button of the channel sends the person's own number. */
  "can-share-contact": (_known, { abilities = [] }) => abilities.includes("share-contact"),
  "outside-province": (known) => {
    const village = known("village");
    return typeof village === "object" && "outside" in village;
  },
  /** A NIK is not reissued when the date in it is wrong (PP 37/2007), so both dates can be the card's. */
  "card-date-differs": (known, moment) => {
    const dates = cardDates(known, moment.today);
    return dates !== undefined && !dates.nik.startsWith(dates.told);
  },
} satisfies Record<string, Guard>;

/** Whether the named condition holds. A name the table does not have is refused when the flow is loaded. */
export function guardHolds(name: string, known: Known, moment: Moment): boolean {
  return (guards as Record<string, Guard | undefined>)[name]?.(known, moment) ?? false;
}
