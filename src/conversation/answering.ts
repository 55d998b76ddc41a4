/** Taking an answer to the pending question. */
import type { Option, Reading, Value, Values, WayOut } from "./answers/kind.ts";
import { kinds } from "./answers/kinds.ts";
import { asksOf, goOn, menuOf, pending, question } from "./asking.ts";
import { choicesOf } from "./choices.ts";
import { dependentsOf } from "./corrections.ts";
import type { AskStep, ListOption } from "./flow.ts";
import { aboutOf, type Here, hereOf, optionsOf, rowsOf, sharedValues } from "./here.ts";
import { type Answer, type Session, withAnswer, withoutAnswers } from "./session.ts";
import type { Effect, Say, Turn } from "./turn.ts";

export type How = Answer["how"];

/** How the pending question reads a text, with what stands on the screen. */
export function readAnswer(here: Here, step: AskStep, heard: string): Reading {
  return kinds[datumOf(here, step).kind].read(heard, aboutOf(here, optionsOf(here, step.datum)));
}

/** Takes what the reader made of the text: an answer, a question back, or a misreading. */
export function take(here: Here, step: AskStep, reading: Reading, how: How): Turn {
  switch (reading.kind) {
    case "understood":
      return accept(here, step, reading.value, how);
    case "ask-back":
      return askBack(here, step, reading);
    case "misread":
      return misread(here, step, reading.fault, reading.values);
  }
}

/** Stores a value (or does what the choice does) and goes on. */
export function accept(here: Here, step: AskStep, value: Value, how: How): Turn {
  const row = rowOf(here, step, value);
  if (row?.does !== undefined) return doInstead(here, step, row.does);
  const now = here.moment.now;
  if (step.datum === "confirm" && value === "no") return askWhich(here);
  let session = withAnswer(here.session, step.datum, { value, at: now, how, by: "self" });
  if (!same(here.session.former, step.datum, value)) {
    session = withoutAnswers(session, dependentsOf(here, step.datum));
  }
  session = withSet(session, row, now, how);
  const then = hereOf(session, here.moment);
  return goOn(then, [], consentEffect(here, step, value));
}

/** A correction that comes out as it was changes nothing else. */
function same(former: Session["former"], datum: string, value: Value): boolean {
  return former?.datum === datum && JSON.stringify(former.answer.value) === JSON.stringify(value);
}

function withSet(session: Session, row: ListOption | undefined, at: string, how: How): Session {
  let result = session;
  for (const [datum, value] of Object.entries(row?.sets ?? {})) {
    result =
      value === null
        ? withoutAnswers(result, [datum])
        : withAnswer(result, datum, { value, at, how, by: "self" });
  }
  return result;
}

/** Consent is kept with the exact words it was asked in (UU 27/2022 art. 22 and 24). */
function consentEffect(here: Here, step: AskStep, value: Value): readonly Effect[] {
  if (datumOf(here, step).kind !== "consent" || (value !== "yes" && value !== "no")) return [];
  const { wording } = here.tongue;
  const values = sharedValues(here);
  const shown = [
    ...step.says.flatMap(({ text }) => wording.bubbles(`enrolment.${step.id}.${text}`, values)),
    wording.text(`enrolment.${step.id}.ask`, values),
  ].join("\n");
  return [{ kind: "consent", answer: value, shown }];
}

function doInstead(here: Here, step: AskStep, does: NonNullable<ListOption["does"]>): Turn {
  switch (does) {
    case "staff":
      return callStaff(here, step.id);
    case "later":
      return pause(here, step);
    case "explain": {
      const { wording } = here.tongue;
      const says = wording
        .bubbles(`enrolment.${step.id}.more`, sharedValues(here))
        .map((text) => ({ text }));
      return { session: { ...here.session, misread: 0 }, says: [...says, question(here, step)], effects: [] };
    }
  }
}

/** A person is asked for. The talk stays where it is. */
export function callStaff(here: Here, why: string): Turn {
  const { wording } = here.tongue;
  const key = here.moment.operator.contact === undefined ? "staff.nobody" : "staff.called";
  const says = wording.bubbles(`conversation.${key}`, sharedValues(here)).map((text) => ({ text }));
  return {
    session: { ...here.session, misread: 0 },
    says: [...says, ...pending(here)],
    effects: [{ kind: "staff", why }],
  };
}

/** Kept for later. */
export function pause(here: Here, step: AskStep): Turn {
  const { wording } = here.tongue;
  const key = wording.has(`enrolment.${step.id}.later`)
    ? `enrolment.${step.id}.later`
    : "conversation.later";
  const text = wording.text(key, sharedValues(here));
  return {
    session: { ...here.session, phase: "paused", misread: 0 },
    says: [{ text, ...choicesOf(menuOf(here, ["resume"])) }],
    effects: [{ kind: "passed", step: step.id, event: "paused" }],
  };
}

function askBack(here: Here, step: AskStep, reading: Reading & { kind: "ask-back" }): Turn {
  const session: Session = {
    ...here.session,
    misread: 0,
    aside: {
      kind: "ask-back",
      datum: step.datum,
      text: reading.text,
      values: { ...reading.values },
      ways: reading.ways.map((way) => ({ ...way })),
    },
  };
  return { session, says: [askBackSay(hereOf(session, here.moment), step, reading)], effects: [] };
}

/** The question that was put back to the person, with its ways out as buttons. */
export function askBackSay(
  here: Here,
  step: AskStep,
  back: { text: string; values: Readonly<Record<string, string | number>>; ways: readonly WayOut[] },
): Say {
  const text = here.tongue.wording.text(`answers.${back.text}`, { ...sharedValues(here), ...back.values });
  const { asks } = asksOf(here, step);
  return { text, ...choicesOf(waysAsOptions(here, back.ways)), ...(asks === undefined ? {} : { asks }) };
}

export function waysAsOptions(here: Here, ways: readonly WayOut[]): readonly Option[] {
  return ways.map(({ value, label }) => ({
    value,
    label: "text" in label ? label.text : here.tongue.wording.text(label.key, label.values),
  }));
}

/** First a hint, then an example, then a human. */
function misread(here: Here, step: AskStep, fault: string, values: Values | undefined): Turn {
  const count = here.session.misread + 1;
  const session: Session = { ...here.session, misread: count >= 3 ? 0 : count };
  const { wording } = here.tongue;
  const shared = { ...sharedValues(here), ...values };
  const kind = datumOf(here, step).kind;
  if (count >= 3) {
    const options = menuOf(here, ["again", "later", "staff"]);
    const { asks } = asksOf(here, step);
    const say = { text: wording.text("conversation.stuck", shared), ...choicesOf(options), ...(asks === undefined ? {} : { asks }) };
    return { session: { ...session, aside: { kind: "stuck" } }, says: [say], effects: [] };
  }
  const example = wording.has(`enrolment.${step.id}.example`)
    ? `enrolment.${step.id}.example`
    : "conversation.choose";
  const text = wording.text(count === 2 ? example : `answers.${kind}.fault.${fault}`, shared);
  return { session, says: [{ text, ...asksOf(here, step) }], effects: [] };
}

/** Which line of the read-back is wrong? */
export function askWhich(here: Here): Turn {
  return {
    session: { ...here.session, misread: 0, aside: { kind: "which" } },
    says: [{ text: here.tongue.wording.text("conversation.which-wrong") }],
    effects: [],
  };
}

function rowOf(here: Here, step: AskStep, value: Value): ListOption | undefined {
  const list = datumOf(here, step).list;
  return list === undefined ? undefined : rowsOf(here, list).find((row) => row.value === value);
}

function datumOf(here: Here, step: AskStep) {
  const datum = here.moment.material.flow.data.get(step.datum);
  if (datum === undefined) throw new Error(`flow: step ${step.id} asks an unknown datum`);
  return datum;
}


/** A yes or a no, where nothing but that is asked. */
export function agreed(here: Here, heard: string): "yes" | "no" | undefined {
  const options = (["yes", "no"] as const).map((value) => ({ value, label: value }));
  const reading = kinds["yes-no"].read(heard, aboutOf(here, options));
  return reading.kind === "understood" && (reading.value === "yes" || reading.value === "no")
    ? reading.value
    : undefined;
}

/** "Already answered; change it?" */
export function changeOptions(here: Here): readonly Option[] {
  return (["change", "resume"] as const).map((value) => ({
    value,
    label: here.tongue.wording.text(`choices.answered-before.${value}`),
  }));
}

/** Which of the options a text or a tapped value means, if any. */
export function pick(here: Here, options: readonly Option[], heard: string): string | undefined {
  const reading = kinds.choice.read(heard, aboutOf(here, options));
  return reading.kind === "understood" ? String(reading.value) : undefined;
}
