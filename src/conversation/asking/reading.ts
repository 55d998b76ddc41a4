/** How the pending question reads a text, and what is put back to the person where that leaves a doubt. */
import { isCalledWhole } from "../answers/called.ts";
import type { Reading, WayOut } from "../answers/kind.ts";
import { kinds } from "../answers/kinds.ts";
import { optionNamed } from "../answers/on-screen.ts";
import type { AskStep } from "../flow/flow.ts";
import { aboutAnswer, type Here, kindOf } from "../here.ts";
import type { Aside } from "../session.ts";
import type { Say } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { choicesOf } from "./menu.ts";

/** How the pending question reads a text, with what stands on the screen. */
export function readAnswer(here: Here, { datum }: AskStep, text: string): Reading {
  return kinds[kindOf(here, datum)].read(text, aboutAnswer(here, datum));
}

/** Whether a text is the label of a button, or all of a phrase that stands for one. */
export function isSurelyNamed(here: Here, { datum }: AskStep, text: string): boolean {
  const about = aboutAnswer(here, datum);
  return optionNamed(text, about.options) !== undefined || isCalledWhole(text, about);
}

/** What is asked, for a text that stands in the question's place. */
export function asksOf(
  here: Here,
  { datum }: AskStep,
): { readonly asks: NonNullable<Say["asks"]> } {
  return { asks: { name: datum, kind: kindOf(here, datum) } };
}

/** The question that is put back to the person, with its ways out as buttons. */
export function askedBack(
  here: Here,
  step: AskStep,
  back: Reading & { readonly kind: "ask-back" },
): { readonly aside: Aside; readonly say: Say } {
  const { wording } = here.tongue;
  const ways = back.ways.map((way) => ({
    ...way,
    label: "text" in way.label ? way.label.text : wording.text(way.label.key, way.label.values),
    ...("asks" in way ? { asks: wording.text(`answers.${way.asks}`, here.values) } : {}),
  }));
  const own = `enrolment.${step.id}.which`;
  // Two choices that are easily mixed up are named in full.
  const key = back.text === "choice.which" && wording.has(own) ? own : `answers.${back.text}`;
  const text = wording.text(key, valuesWith(here, back.values));
  const say = {
    text,
    ...choicesOf(ways.map(({ value, label }) => ({ value, label }))),
    ...asksOf(here, step),
  };
  const { completes } = back;
  if (completes !== undefined && ways.length === 0) {
    return { aside: { kind: "complete", datum: step.datum, template: completes }, say };
  }
  const confirms = confirmedBy(back.ways);
  const aside = {
    kind: "ask-back",
    datum: step.datum,
    ways,
    ...(confirms === undefined ? {} : { confirms }),
    ...(completes === undefined ? {} : { completes }),
  } as const;
  return { aside, say };
}

/** The way that a bare yes takes: the one called so, or the only one that is proposed beside being asked again. */
function confirmedBy(ways: readonly WayOut[]): string | undefined {
  const [proposed, ...others] = ways.filter((way) => !("again" in way));
  const yes = ways.find(({ value }) => value === "yes");
  return (yes ?? (others.length === 0 ? proposed : undefined))?.value;
}
