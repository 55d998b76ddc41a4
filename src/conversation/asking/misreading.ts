/** What was said is no answer: first a hint, then an example, then a human. */
import type { Reading } from "../answers/kind.ts";
import type { AskStep } from "../flow/flow.ts";
import { type Here, kindOf, nextStep, optionsOf } from "../here.ts";
import type { Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { andThen, asksOf, putAside } from "./asking.ts";
import { choicesOf, menuOf } from "./menu.ts";
import { callStaff, pause } from "./pausing.ts";
import { pick, type Reply } from "./picking.ts";

export function misread(
  here: Here,
  step: AskStep,
  { fault, values = {}, isFirm }: Reading & { readonly kind: "misread" },
): Turn {
  const count = here.session.misread + 1;
  if (count > 2) return stuck(here, step);
  const { wording } = here.tongue;
  const example = `enrolment.${step.id}.example`;
  const hint = `answers.${kindOf(here, step.datum)}.fault.${fault}`;
  const second = wording.has(example) ? example : "conversation.choose";
  const text = wording.text(count === 1 || isFirm ? hint : second, valuesWith(here, values));
  return {
    session: { ...here.session, misread: count },
    says: [{ text, ...choicesOf(optionsOf(here, step.datum)), ...asksOf(here, step) }],
    effects: [],
  };
}

/** "Enaknya bagaimana?" */
function stuck(here: Here, step: AskStep): Turn {
  const text = here.tongue.wording.text("conversation.stuck", here.values);
  const say = { text, ...choicesOf(menuOf(here, waysOn)), ...asksOf(here, step) };
  return putAside(here, { kind: "stuck" }, say);
}

const waysOn = ["again", "later", "staff"] as const;

/** The way on that the person chose; undefined when the reply is none. */
export function unstick(here: Here, reply: Reply): Turn | undefined {
  const step = nextStep(here);
  const picked = pick(here, menuOf(here, waysOn), reply);
  if (step?.type !== "ask" || picked === undefined) return undefined;
  if (picked === "later") return pause(here, step);
  if (picked === "staff") return callStaff(here, step.id);
  return andThen(here, []);
}
