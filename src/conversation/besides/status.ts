/** "Sampai mana?": a truthful word on how far it is, and nothing that only the agency may say. */
import { todayIn } from "../../enrolment/calendar.ts";
import { putAside } from "../asking/asking.ts";
import { choicesOf, menuOf, saysOf, type Tapped } from "../asking/menu.ts";
import { type Here, nextStep } from "../here.ts";
import type { SubmissionView } from "../moment.ts";
import type { Turn } from "../turn.ts";
import { promisedDay, valuesWith } from "../wording/values.ts";

/** How far the person's own registration is. */
export function statusOf(here: Here): Turn {
  const [submission] = here.moment.submissions;
  if (here.session.phase === "submitted" && submission !== undefined) {
    const said = [stateText(here, submission), ...helpText(here, submission)];
    return sayAll(here, said, ["new-person", "done"]);
  }
  const { wording } = here.tongue;
  if (here.session.phase === "enrolling" || here.session.phase === "paused") {
    const open = returnedOpen(here);
    if (open > 0) {
      return askToGoOn(here, wording.text("status.put-right", valuesWith(here, { count: open })));
    }
    const values = valuesWith(here, { at: numberAt(here) });
    return askToGoOn(here, wording.text("status.draft", values));
  }
  return say(here, wording.text("status.nothing", here.values), ["start", "questions"]);
}

/** States in which nobody has paid anything: help that was hoped for is not there yet. */
const beforePaying: readonly string[] = [
  ...["received", "awaiting-review", "returned", "accepted", "handed-over"],
];

/** Whoever asked for help, or is to be paid for, is told that it is none yet. Only here: by a number anybody may ask. */
function helpText(here: Here, { state }: SubmissionView): readonly string[] {
  const key = `status.help-${here.values("help")}`;
  const { wording } = here.tongue;
  if (!beforePaying.includes(state) || !wording.has(key)) return [];
  return wording.bubbles(key, here.values);
}

/** How many data staff gave back are not given again yet. */
function returnedOpen({ session, known }: Here): number {
  return (session.returned ?? []).filter(({ about }) => known(about) === undefined).length;
}

/** The state behind a number, for whoever speaks it: the state only. */
export function statusOfNumber(here: Here, found: SubmissionView | "unknown"): Turn {
  const text =
    found === "unknown"
      ? here.tongue.wording.text("status.unknown-number")
      : stateText(here, found);
  return here.session.phase === "enrolling" ? askToGoOn(here, text) : say(here, text, []);
}

/** The number of the question that is reached; under an end, of the last one before it. */
export function numberAt(here: Here): number {
  const { steps } = here.moment.material.flow;
  const next = nextStep(here);
  const upTo = next === undefined ? steps : steps.slice(0, steps.indexOf(next) + 1);
  return upTo.reduce((number, step) => (step.type === "ask" ? step.number : number), 1);
}

function stateText(here: Here, { number, state, receivedAt }: SubmissionView): string {
  const { wording } = here.tongue;
  const { today, trial, reviewDays } = here.moment;
  const received = todayIn(receivedAt);
  // The promise was made on the day it was handed in, and does not move on.
  const until = promisedDay(received, here.moment);
  const isWaiting = state === "received" || state === "awaiting-review";
  const isLate = isWaiting && !trial && reviewDays !== undefined && until < today;
  const own = isLate ? "status.late" : `status.${state}`;
  const values = { number, received: wording.date(received), review_until: wording.date(until) };
  return wording.text(wording.has(own) ? own : "status.other", valuesWith(here, values));
}

/** A yes to it goes on with the question, and is no answer to it. */
function askToGoOn(here: Here, text: string): Turn {
  const options = menuOf(here, ["resume", "later"]);
  return putAside(here, { kind: "go-on" }, { text, ...choicesOf(options) });
}

function say(here: Here, text: string, menu: readonly Tapped[]): Turn {
  return sayAll(here, [text], menu);
}

function sayAll(here: Here, bubbles: readonly string[], menu: readonly Tapped[]): Turn {
  const says = saysOf(bubbles, menuOf(here, menu));
  return { session: { ...here.session, misread: 0 }, says, effects: [] };
}
