/** The completed answers as a registration, with the contribution and the rules it came from. */
import type { Contribution } from "../enrolment/contribution.ts";
import { type Registration, registrationSchema } from "../enrolment/registration.ts";
import { cardBirthDate } from "./flow/card-date.ts";
import { contributionAt } from "./flow/figures.ts";
import { applies, type Here } from "./here.ts";

/** Throws when an answer that a registration needs is missing: the flow would not have come to its end. */
export function registrationOf(here: Here): {
  readonly registration: Registration;
  /** No months where the rules had ended: staff ask the agency what is owed. */
  readonly contribution: Pick<Contribution, "months"> & Partial<Contribution>;
} {
  const { known, moment } = here;
  const { data, steps } = moment.material.flow;
  // What was answered before a correction made its question pointless is not handed in.
  const pointless = new Set(
    steps.flatMap((step) => (step.type === "end" || applies(here, step.when) ? [] : [step.datum])),
  );
  const names = [...data.keys()].filter((name) => !pointless.has(name));
  const registration = registrationSchema.parse({
    ...Object.fromEntries(names.map((name) => [name, known(name)])),
    birth_date: cardBirthDate(known, moment.today),
  });
  const months = Number(registration.period ?? "1");
  const contribution = contributionAt(registration, months, known, moment) ?? { months: [] };
  return { registration, contribution };
}
