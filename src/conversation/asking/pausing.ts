/** The talk rests, or a person is called in: the answers stay where they are. */

import type { AskStep } from "../flow/flow.ts";
import { type Here, nextStep } from "../here.ts";
import type { Turn } from "../turn.ts";
import { andThen } from "./asking.ts";
import { choicesOf, menuOf, saysOf } from "./menu.ts";

/** Kept for later. */
export function pause(here: Here, step: AskStep): Turn {
  const { wording } = here.tongue;
  const own = `enrolment.${step.id}.later`;
  const text = wording.text(wording.has(own) ? own : "conversation.later", here.values);
  return {
    session: { ...here.session, phase: "paused", misread: 0 },
    says: [{ text, ...choicesOf(menuOf(here, ["resume"])) }],
    effects: [{ kind: "passed", step: step.id, event: "paused" }],
  };
}

/** "Nanti saja", "selesai", "terima kasih": an open question is kept for later; else it is only good-bye. */
export function leave(here: Here): Turn {
  const step = nextStep(here);
  if (here.session.phase === "enrolling" && step?.type === "ask") return pause(here, step);
  const text = here.tongue.wording.text("conversation.goodbye", here.values);
  return { session: here.session, says: [{ text }], effects: [] };
}

/** A person is asked for: `why` is the step, or "asked". The talk stays where it is. */
export function callStaff(here: Here, why: string): Turn {
  const key = here.moment.operator.contact === undefined ? "nobody" : "called";
  const bubbles = here.tongue.wording.bubbles(`conversation.staff.${key}`, here.values);
  return { ...andThen(here, saysOf(bubbles)), effects: [{ kind: "staff", why }] };
}
