/** What was said is no answer: first a hint, then an example, then a human. The question itself follows each time. */
import type { Reading } from "../answers/kind.ts";
import type { AskStep } from "../flow/flow.ts";
import { type Here, kindOf, nextStep, optionsOf } from "../here.ts";
import type { Say, Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { andThen, putAside, question } from "./asking.ts";
import { choicesOf, menuOf } from "./menu.ts";
import { callStaff, pause } from "./pausing.ts";
import { pick, type Reply } from "./picking.ts";
import { asksOf } from "./reading.ts";

export function misread(
  here: Here,
  step: AskStep,
  { fault, values = {}, isFirm }: Reading & { readonly kind: "misread" },
): Turn {
  const hint = `answers.${kindOf(here, step.datum)}.fault.${fault}`;
  const isHint = here.session.misread === 0 || isFirm === true;
  // How many digits came in is told again, with the example.
  const again = `${hint}-again`;
  const help = here.tongue.wording.has(again) ? again : helpKey(here, step, "example");
  const key = isHint ? hint : help;
  return hinted(here, step, here.tongue.wording.text(key, valuesWith(here, values)));
}

/** "Gak tau", "terserah", "lupa": no answer, and no mistake either. The question's own help. */
export function helpUndecided(here: Here, step: AskStep): Turn {
  const key = helpKey(here, step, "unsure", "example");
  return hinted(here, step, here.tongue.wording.text(key, here.values));
}

/** The first of these texts that the step has. */
function helpKey({ tongue }: Here, { id }: AskStep, ...names: readonly string[]): string {
  const own = names.map((name) => `enrolment.${id}.${name}`);
  return own.find((key) => tongue.wording.has(key)) ?? "conversation.choose";
}

function hinted(here: Here, step: AskStep, hint: string): Turn {
  const count = here.session.misread + 1;
  if (count > 2) return stuck(here, step);
  return {
    session: { ...here.session, misread: count },
    says: withHint(here, step, hint),
    effects: [],
  };
}

/** A hint that asks something itself ("Di Plaju, desa apa?") stands in the question's place. */
function withHint(here: Here, step: AskStep, text: string): readonly Say[] {
  if (!text.endsWith("?")) return [{ text }, question(here, step)];
  return [{ text, ...choicesOf(optionsOf(here, step.datum)), ...asksOf(here, step) }];
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
