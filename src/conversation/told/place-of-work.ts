/** Where somebody sells, told with the work: "jual pempek di pasar", "lewat hp". It is not asked again. */
import { wordsIn } from "../answers/plain.ts";
import type { AskStep } from "../flow/flow.ts";
import { applies, dependsOf, type Here, kindOf } from "../here.ts";
import { choicesCalled } from "./choices.ts";

type Told = { readonly datum: string; readonly text: string; readonly value: string | undefined };

/** The choice that the words of the work name, for a step that depends on the work. */
export function placeOfWork(here: Here, step: AskStep): Told | undefined {
  const work = dependsOf(here, step.datum).find((name) => kindOf(here, name) === "occupation");
  const value = work === undefined ? undefined : here.known(work);
  if (typeof value !== "object" || !applies(here, step.when)) return undefined;
  const text = whereIn(here, String(value["said"]));
  const values = choicesCalled(here, step.datum, text);
  if (values.length === 0) return undefined;
  return { datum: step.datum, text, value: values.length === 1 ? values[0] : undefined };
}

/** From the first "di", "lewat" or "online" on. */
function whereIn({ tongue }: Here, said: string): string {
  const words = wordsIn(said);
  const from = words.findIndex((word) => tongue.words.told.where.includes(word));
  return from === -1 ? "" : words.slice(from).join(" ");
}
