/** Asking: what is said when the next question, or an end, is reached. */
import { choicesOf, type Tapped } from "./choices.ts";
import type { Option } from "./answers/kind.ts";
import { type AskStep, type EndStep } from "./flow.ts";
import { applies, type Here, hereOf, nextStep, optionsOf, printed, sharedValues } from "./here.ts";
import type { Session } from "./session.ts";
import { summary } from "./summary.ts";
import type { Effect, Say, Turn } from "./turn.ts";

/**
 * Goes on to whatever comes next: the next question, an end, or handing in. `before` is said first.
 * The bubbles before a question are said only when it is newly reached.
 */
export function goOn(here: Here, before: readonly Say[] = [], effects: readonly Effect[] = []): Turn {
  const step = nextStep(here);
  if (step === undefined) return handIn(here, before, effects);
  if (step.type === "end") return arrive(here, step, before, effects);
  const session: Session = { ...here.session, phase: "enrolling" };
  const reached: Effect = { kind: "passed", step: step.id, event: "reached" };
  return {
    session,
    says: [...before, ...leadIn(here, step), question(here, step)],
    effects: [...effects, reached],
  };
}

/** The question itself: progress above it, the way to help below it, its buttons. */
export function question(here: Here, step: AskStep): Say {
  const { wording } = here.tongue;
  const text = wording.text(`enrolment.${step.id}.ask`, sharedValues(here));
  return {
    text: framed(here, step, text),
    ...asksOf(here, step),
  };
}

/** The pending question, told again without its lead-in; nothing when the talk has not begun or is over. */
export function pending(here: Here): readonly Say[] {
  const step = nextStep(here);
  if (here.session.phase !== "enrolling" || step === undefined) return [];
  return step.type === "ask" ? [question(here, step)] : endSays(here, step);
}

/** The buttons and the name of what is asked, for a text that stands in the question's place. */
export function asksOf(here: Here, step: AskStep): Pick<Say, "choices" | "asks"> {
  const kind = here.moment.material.flow.data.get(step.datum)?.kind ?? "text";
  return {
    ...choicesOf(optionsOf(here, step.datum)),
    asks: { name: step.datum, kind },
  };
}

function leadIn(here: Here, step: AskStep): readonly Say[] {
  const { wording } = here.tongue;
  const values = sharedValues(here);
  const former = here.session.former;
  // A correction is not a new question: the person knows why it is asked, and sees what stood there.
  if (former?.datum === step.datum) {
    const old = printed(here, former.datum, former.answer.value);
    return old === "" ? [] : [{ text: wording.text("conversation.former", { old }) }];
  }
  const says = step.says
    .filter(({ when }) => applies(here, when))
    .flatMap(({ text }) => wording.bubbles(`enrolment.${step.id}.${text}`, values));
  const read = step.datum === "confirm" ? summary(here) : [];
  return [...says, ...read].map((text) => ({ text }));
}

function framed(here: Here, step: AskStep, text: string): string {
  const { wording } = here.tongue;
  const total = here.moment.material.flow.questions;
  const progress = wording.text("conversation.progress", { number: step.number, total });
  return `${progress}\n${text}\n${wording.text("conversation.way-to-help")}`;
}

function arrive(
  here: Here,
  step: EndStep,
  before: readonly Say[],
  effects: readonly Effect[],
): Turn {
  const ended: Effect = { kind: "passed", step: step.id, event: "ended" };
  const says = [...before, ...endSays(here, step)];
  if (step.forgets) {
    return { session: here.session, says, effects: [...effects, ended, { kind: "erase", withdrawn: false }] };
  }
  return { session: { ...here.session, phase: "enrolling" }, says, effects: [...effects, ended] };
}

function endSays(here: Here, step: EndStep): readonly Say[] {
  const bubbles = here.tongue.wording.bubbles(`enrolment.${step.id}.say`, sharedValues(here));
  const menu = menuOf(here, step.forgets ? [] : ["start", "questions", "staff"]);
  return bubbles.map((text, index) => (index === bubbles.length - 1 ? { text, ...choicesOf(menu) } : { text }));
}

/** Buttons that stand for commands. */
export function menuOf(here: Here, commands: readonly Tapped[]): readonly Option[] {
  return commands.map((value) => ({
    value,
    label: here.tongue.wording.text(`choices.commands.${value}`),
  }));
}

function handIn(here: Here, before: readonly Say[], effects: readonly Effect[]): Turn {
  const number = here.session.number ?? here.moment.newNumber();
  const session: Session = { ...here.session, phase: "submitted", number };
  const then = hereOf(session, here.moment);
  const bubbles = then.tongue.wording.bubbles("conversation.submitted", sharedValues(then));
  const menu = choicesOf(menuOf(then, ["status", "new-person", "done"]));
  const says = bubbles.map((text, index) =>
    index === bubbles.length - 1 ? { text, ...menu } : { text },
  );
  return { session, says: [...before, ...says], effects: [...effects, { kind: "submit", number }] };
}
