/** The first words, and the first step into the questions. */
import { goOn, goOnAgain } from "../asking/asking.ts";
import { menuHere, menuOf, saysOf } from "../asking/menu.ts";
import { type Here, hereOf, nextStep } from "../here.ts";
import { withoutAnswers } from "../session.ts";
import type { Turn } from "../turn.ts";
import { dependentsOf } from "./corrections.ts";
import { statusOf } from "./status.ts";

/** Who speaks, what it is worth, that it is free; in trial mode first of all that it is a trial. */
export function greet(here: Here): Turn {
  const then = hereOf({ ...here.session, phase: "greeted" }, here.moment);
  const key = here.moment.trial ? "conversation.greeting-trial" : "conversation.greeting";
  const bubbles = then.tongue.wording.bubbles(key, then.values);
  return {
    session: then.session,
    says: saysOf(bubbles, menuOf(then, menuHere(then))),
    effects: [],
  };
}

/** Begins, or takes back the answer that led to an end. */
export function start(here: Here): Turn {
  const { phase } = here.session;
  // Whoever comes without a word first hears who speaks, also when the first word is "daftar".
  if (phase === "new") return greet(here);
  if (phase === "submitted") return statusOf(here);
  const step = nextStep(here);
  if (step?.type === "end") return reenter(here, step.reopens);
  return phase === "greeted" ? goOn(here) : goOnAgain(here);
}

/** Takes back what led to the end, and what depended on that. An end that nothing reopens is told again. */
function reenter(here: Here, datum: string | undefined): Turn {
  if (datum === undefined) return goOnAgain(here);
  const taken = [datum, ...dependentsOf(here.moment.material.flow, datum)];
  return goOnAgain(hereOf(withoutAnswers(here.session, taken), here.moment));
}
