/**
 * What the words for a question told about its part as well: "saya PNS" about the other kinds of work, "jual sayur di
 * pasar" about where it is sold. Only choices that the list marks as early are taken so; whatever is left open is asked.
 */
import { optionsCalled } from "../answers/called.ts";
import type { Value } from "../answers/kind.ts";
import type { AskStep } from "../flow/flow.ts";
import { aboutAnswer, type Here, nextStep, rowsOf } from "../here.ts";

type Told = { readonly step: AskStep; readonly value: string };

/** The answer to the part of `whole` that is asked next, where these words hold exactly one that may be taken early. */
export function toldEarly(here: Here, whole: AskStep, words: string): Told | undefined {
  const step = nextStep(here);
  if (step?.type !== "ask" || step.partOf !== (whole.partOf ?? whole.id)) return undefined;
  const early = rowsOf(here, step.datum).filter((row) => row.early === true);
  const told = optionsCalled(words, aboutAnswer(here, step.datum))
    .map(({ value }) => value)
    .filter((value) => early.some((row) => row.value === value));
  const [value, ...others] = told;
  return value === undefined || others.length > 0 ? undefined : { step, value };
}

/** The words in which an answer came: a job keeps them, also where it was asked back. */
export function wordsOf(value: Value, typed: string | undefined): string | undefined {
  return typeof value === "object" && value["said"] !== undefined ? value["said"] : typed;
}
