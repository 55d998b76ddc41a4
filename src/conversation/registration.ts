/** The completed answers as a registration, with the contribution and the rules it came from. */
import { type Registration, registrationSchema } from "../enrolment/registration.ts";
import type { Contribution } from "../enrolment/contribution.ts";
import { cardBirthDate } from "./card-date.ts";
import { contributionOf } from "./figures.ts";
import { applies, type Here } from "./here.ts";

/** Throws when an answer that a registration needs is missing: the flow would not have come to its end. */
export function registrationOf(here: Here): {
  readonly registration: Registration;
  readonly contribution: Contribution;
} {
  const { flow } = here.moment.material;
  const asked = new Set(
    flow.steps.flatMap((step) => (step.type === "ask" && applies(here, step.when) ? [step.datum] : [])),
  );
  const data = [...flow.data.values()].filter(
    ({ name, derive, optional }) => asked.has(name) || derive !== undefined || optional || name === "payer",
  );
  const values = Object.fromEntries(data.map(({ name }) => [name, here.known(name)]));
  const registration = registrationSchema.parse({
    ...values,
    birth_date: cardBirthDate(here.known, here.moment.today),
  });
  const months = Number(registration.period ?? "1");
  const contribution = contributionOf(here.known, here.moment, registration.programs, months);
  if (contribution === undefined) throw new Error("registration: no contribution without an income");
  return { registration, contribution };
}
