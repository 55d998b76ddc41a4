/** What a message says beside its answer: what is clear is stored and said, what is doubtful waits for its question. */
import { leadInTexts } from "../asking/asking.ts";
import { answered } from "../asking/storing.ts";
import { lineOf } from "../asking/summary.ts";
import type { AskStep } from "../flow/flow.ts";
import { applies, dependsOf, type Here, hereOf, kindOf, nextStep, rowsOf } from "../here.ts";
import { withTold } from "../session.ts";
import type { Say } from "../turn.ts";
import type { Claim } from "./claims.ts";
import { placeOfWork } from "./place-of-work.ts";

/** Said beside the answer to the pending question. */
export type Besides = { readonly claims: readonly Saying[]; readonly job: string | undefined };
export type Saying = Pick<Claim, "datum" | "text" | "value">;

export const nothing: Besides = { claims: [], job: undefined };

type Along = { readonly here: Here; readonly says: readonly Say[] };

/** Keeps it, in the order of the questions: some are offered only after others. `asked` was asked just now. */
export function keepAlong(here: Here, asked: AskStep, { claims, job }: Besides): Along {
  let then = here;
  const stored: AskStep[] = [];
  const keep = (step: AskStep, saying: Saying) => {
    const after = storedIn(then, step, saying);
    if (after !== undefined) stored.push(step);
    then = after ?? waiting(then, saying);
  };
  for (const step of here.moment.material.flow.steps) {
    if (step.type === "end" || then.known(step.datum) !== undefined) continue;
    const saying = agreed([
      claims.find(({ datum }) => datum === step.datum),
      placeOfWork(then, step),
    ]);
    if (saying !== undefined) keep(step, saying);
    else if (job !== undefined && kindOf(then, step.datum) === "occupation")
      then = waiting(then, { ...step, text: job });
  }
  return {
    here: then,
    says: [
      ...leadIns(then, asked, stored),
      ...noted(
        then,
        stored.map(({ datum }) => datum),
      ),
    ],
  };
}

/** "Jual pempek di pasar, online": told twice and not the same, it is asked which. */
function agreed(told: readonly (Saying | undefined)[]): Saying | undefined {
  const [one, other] = told.filter((saying) => saying !== undefined);
  if (one === undefined || other === undefined || one.value === other.value) return one;
  return { ...one, text: `${one.text}, ${other.text}`, value: undefined };
}

function waiting(here: Here, { datum, text }: Pick<Saying, "datum" | "text">): Here {
  return hereOf(withTold(here.session, { [datum]: text }), here.moment);
}

/** With the value; undefined where it is not clear, depends on what is not known yet, or would end the talk. */
function storedIn(here: Here, step: AskStep, { datum, value }: Saying): Here | undefined {
  const isReady = dependsOf(here, datum).every((name) => here.known(name) !== undefined);
  if (value === undefined || !isReady || !applies(here, step.when)) return undefined;
  const row = rowsOf(here, datum).find((row) => row.value === value);
  const answer = { value, at: here.moment.now, how: "typed", by: "self" } as const;
  const then = hereOf(answered(here, datum, answer, row?.sets ?? {}), here.moment);
  return nextStep(then)?.type === "end" ? undefined : then;
}

/** What a question that need not be asked any more says first, the price above all; each text once. */
function leadIns(here: Here, asked: AskStep, stored: readonly AskStep[]): readonly Say[] {
  const said = new Set(asked.says.map(({ text }) => text));
  return stored.flatMap((step) => {
    const says = step.says.filter(({ text }) => !said.has(text));
    for (const { text } of says) said.add(text);
    return leadInTexts(here, { ...step, says }).map((text) => ({ text }));
  });
}

/** "Saya catat juga:", or "Saya catat:", and a line for each, masked as everywhere. */
export function noted(
  here: Here,
  data: readonly string[],
  key: "noted" | "noted-alone" = "noted",
): readonly Say[] {
  const lines = data
    .filter((datum) => here.tongue.wording.has(`conversation.kept.${datum}`))
    .map((datum) => lineOf(here, datum))
    .filter((line) => line !== undefined);
  if (lines.length === 0) return [];
  return [{ text: [here.tongue.wording.text(`conversation.${key}`), ...lines].join("\n") }];
}
