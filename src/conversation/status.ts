/** "Sampai mana?": a truthful word on how far it is, and nothing that only the agency may say. */
import { todayIn } from "../enrolment/calendar.ts";
import { menuOf } from "./asking.ts";
import { choicesOf } from "./choices.ts";
import { type Here, nextStep, sharedValues } from "./here.ts";
import type { SubmissionView } from "./moment.ts";
import type { Turn } from "./turn.ts";

/** How far the person's own registration is. */
export function statusOf(here: Here): Turn {
  const submission = here.moment.submissions[0];
  if (submission !== undefined && here.session.phase === "submitted") {
    return say(here, stateText(here, submission), ["new-person", "done"]);
  }
  const { wording } = here.tongue;
  if (here.session.phase === "new" || here.session.phase === "greeted") {
    return say(here, wording.text("status.nothing", sharedValues(here)), ["start", "questions"]);
  }
  const step = nextStep(here);
  const at = step?.type === "ask" ? step.number : here.moment.material.flow.questions;
  const text = wording.text("status.draft", { ...sharedValues(here), at });
  return say(here, text, ["resume", "later"]);
}

/** The state behind a number, for whoever speaks it: the state only. */
export function statusOfNumber(here: Here, found: SubmissionView | "unknown"): Turn {
  const text =
    found === "unknown" ? here.tongue.wording.text("status.unknown-number") : stateText(here, found);
  return say(here, text, here.session.phase === "enrolling" ? ["resume"] : []);
}

function stateText(here: Here, { number, state, receivedAt }: SubmissionView): string {
  const { wording } = here.tongue;
  return wording.text(`status.${state}`, {
    ...sharedValues(here),
    number,
    received: wording.date(todayIn(receivedAt)),
  });
}

function say(here: Here, text: string, menu: Parameters<typeof menuOf>[1]): Turn {
  return {
    session: { ...here.session, misread: 0 },
    says: [{ text, ...choicesOf(menuOf(here, menu)) }],
    effects: [],
  };
}
