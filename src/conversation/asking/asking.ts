/** Asking: what is said when the next question, an end, or the last answer is reached. */
import type { AskStep, EndStep } from "../flow/flow.ts";
import { applies, chosenIn, type Here, hereOf, nextStep, optionsOf, printed } from "../here.ts";
import { type Aside, newSession, type Returned, type Session } from "../session.ts";
import { askTold } from "../told/asking-told.ts";
import type { Effect, Say, Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { atEnd, choicesOf, menuHere, menuOf, saysOf } from "./menu.ts";
import { asksOf } from "./reading.ts";
import { summary } from "./summary.ts";

/**
 * Goes on to whatever comes next: the next question, an end, or handing in. `before` is said first.
 * The bubbles before a question are said only here, not when it is told again.
 */
export function goOn(
  here: Here,
  before: readonly Say[] = [],
  effects: readonly Effect[] = [],
): Turn {
  const step = nextStep(here);
  if (step === undefined) return handIn(here, before, effects);
  if (step.type === "end") return arrive(here, step, before, effects);
  const { session, say } = asked(here, step);
  return {
    session: { ...session, phase: "enrolling" },
    says: [...before, ...leadIn(here, step), say],
    effects: [...effects, { kind: "passed", step: step.id, event: "reached" }],
  };
}

/** The same, where the person had come that far before: it is not counted a second time. */
export function goOnAgain(here: Here, before: readonly Say[] = []): Turn {
  const turn = goOn(here, before);
  return { ...turn, effects: turn.effects.filter(({ kind }) => kind !== "passed") };
}

/** The question itself: progress above it, the way to help below it, its buttons. */
export function question(here: Here, step: AskStep): Say {
  const { wording } = here.tongue;
  const text = [
    wording.text("conversation.progress", valuesWith(here, { number: step.number })),
    wording.text(`enrolment.${step.id}.ask`, here.values),
    wording.text("conversation.way-to-help"),
  ].join("\n");
  return { text, ...choicesOf(optionsOf(here, step.datum)), ...asksOf(here, step) };
}

/** The question, or what was told for it before. */
function asked(here: Here, step: AskStep): { readonly session: Session; readonly say: Say } {
  return askTold(here, step) ?? { session: here.session, say: question(here, step) };
}

/** The pending question, told again without its lead-in; nothing where none waits for an answer. */
function pending(here: Here): { readonly session: Session; readonly says: readonly Say[] } {
  const { session } = here;
  const step = nextStep(here);
  if (session.phase !== "enrolling" || step === undefined) return { session, says: [] };
  if (step.type === "end") return { session, says: endSays(here, step) };
  const { say, ...then } = asked(here, step);
  return { ...then, says: [say] };
}

/** Something is said, and the talk is where it was: the question follows again, or the buttons of the place. */
export function andThen(here: Here, says: readonly Say[]): Turn {
  const next = pending(here);
  const session = { ...next.session, misread: 0 };
  if (next.says.length > 0) return { session, says: [...says, ...next.says], effects: [] };
  const menu = choicesOf(menuOf(here, menuHere(here)));
  const told = says.map((say, index) => (index === says.length - 1 ? { ...say, ...menu } : say));
  return { session, says: told, effects: [] };
}

/** Says the bubbles of `conversation.<key>`, and then as above. */
export function tell(here: Here, key: string): Turn {
  return andThen(here, saysOf(here.tongue.wording.bubbles(`conversation.${key}`, here.values)));
}

/** Something is put in between: what is heard next is first of all an answer to it. */
export function putAside(here: Here, aside: Aside, say: Say): Turn {
  return { session: { ...here.session, misread: 0, aside }, says: [say], effects: [] };
}

/** All bubbles that stand before a question when it is reached. */
export function leadInTexts(here: Here, step: AskStep): readonly string[] {
  return step.says
    .filter(({ when }) => applies(here, when))
    .flatMap(({ text }) =>
      here.tongue.wording.bubbles(`enrolment.${step.id}.${text}`, here.values),
    );
}

function leadIn(here: Here, step: AskStep): readonly Say[] {
  const { former, returned = [] } = here.session;
  const given = returned.find(({ about }) => about === step.datum);
  if (given !== undefined) return saysOf(givenBack(here, given));
  // A correction is not a new question: the person knows why it is asked, and sees what stood there.
  if (former?.datum === step.datum) {
    const value = chosenIn(here, former.answers, former.datum);
    if (value === undefined) return [];
    const old = printed(here, former.datum, value);
    return [{ text: here.tongue.wording.text("conversation.former", { old }) }];
  }
  const read = step.datum === "confirm" ? summary(here) : [];
  return saysOf([...leadInTexts(here, step), ...read]);
}

/** What staff want again and why, and what stood there. */
function givenBack(here: Here, { about, code, old }: Returned): readonly string[] {
  const { wording } = here.tongue;
  const datum = wording.text(`reasons.${about}.name`);
  const reason = wording.text(`reasons.${about}.${code}`);
  return [
    wording.text("conversation.given-back", valuesWith(here, { datum, reason })),
    wording.text("conversation.former", { old: printed(here, about, old.value) }),
  ];
}

function arrive(
  here: Here,
  step: EndStep,
  before: readonly Say[],
  effects: readonly Effect[],
): Turn {
  const ended: Effect = { kind: "passed", step: step.id, event: "ended" };
  const says = [...before, ...endSays(here, step)];
  if (!step.forgets) {
    const session: Session = { ...here.session, phase: "enrolling" };
    return { session, says, effects: [...effects, ended] };
  }
  const { language } = here.session;
  return {
    session: { ...newSession(here.moment.now), language },
    says,
    effects: [...effects, ended, { kind: "erase", withdrawn: false }],
  };
}

function endSays(here: Here, step: EndStep): readonly Say[] {
  const bubbles = here.tongue.wording.bubbles(`enrolment.${step.id}.say`, here.values);
  return saysOf(bubbles, step.forgets ? [] : menuOf(here, atEnd));
}

function handIn(here: Here, before: readonly Say[], effects: readonly Effect[]): Turn {
  const number = here.session.number ?? here.moment.newNumber();
  // What was told and never asked for is not kept.
  const { returned, told: _told, ...rest } = here.session;
  const session: Session = { ...rest, phase: "submitted", number };
  const then = hereOf(session, here.moment);
  const key = returned === undefined ? "submitted" : "handed-in-again";
  const bubbles = then.tongue.wording.bubbles(`conversation.${key}`, then.values);
  return {
    session,
    says: [...before, ...saysOf(bubbles, menuOf(then, menuHere(then)))],
    effects: [...effects, { kind: "submit", number }],
  };
}
