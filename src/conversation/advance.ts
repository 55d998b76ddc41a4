/**
 * One step of the talk: what was heard, in the session, at a moment → the session after, what is said, and what the
 * house must do. Pure: the same three give the same turn, whatever the channel.
 *
 * Who hears first: what was put in between, then the pending question, then commands, then free questions.
 * For questions that take any text (a name, an address), commands and questions come before.
 */
import { accept, readAnswer, take } from "./asking/answering.ts";
import { andThen, tell } from "./asking/asking.ts";
import { hearLine } from "./asking/lines.ts";
import { menuHere, menuOf } from "./asking/menu.ts";
import { agreed, pick } from "./asking/picking.ts";
import { answerAside } from "./besides/asides.ts";
import { commandIn, commandOf, isQuestion } from "./besides/commands.ts";
import { carryOut, resume } from "./besides/deeds.ts";
import { greet, start } from "./besides/greeting.ts";
import { oldButton } from "./besides/old-button.ts";
import { explain, topicIn, topicOf } from "./besides/questions.ts";
import { statusOfNumber } from "./besides/status.ts";
import type { AskStep, KindName } from "./flow/flow.ts";
import type { Heard } from "./heard.ts";
import { type Here, hereOf, kindOf, nextStep, optionsOf } from "./here.ts";
import type { Moment } from "./moment.ts";
import { type Session, withoutAside } from "./session.ts";
import type { Turn } from "./turn.ts";
import { withRenewal } from "./wording/renewed.ts";

/** The first words to somebody who has just come and said nothing yet. */
export function open(session: Session, moment: Moment): Turn {
  return withRenewal(greet(hereOf(session, moment)), moment);
}

export function advance(session: Session, heard: Heard, moment: Moment): Turn {
  const turn = withRenewal(hear(session, heard, moment), moment);
  return { ...turn, session: { ...turn.session, heardAt: moment.now } };
}

function hear(session: Session, heard: Heard, moment: Moment): Turn {
  const here = hereOf(withoutAside(session), moment);
  const { aside } = session;
  if (heard.kind === "media") return notReadable(here, heard.what);
  if (heard.kind === "text" && heard.text.trim() === "") return tell(here, "empty");
  if (heard.kind === "text" && moment.lookedUp !== undefined) {
    return statusOfNumber(here, moment.lookedUp);
  }
  const turn = aside && answerAside(here, aside, heard);
  if (turn !== undefined) return turn;
  return heard.kind === "choice" ? hearChoice(here, heard.value) : hearText(here, heard.text);
}

/** A photo, a voice note, a sticker …: an answer, never silence, and nothing is kept. */
function notReadable(here: Here, what: string): Turn {
  const { wording } = here.tongue;
  const own = `enrolment.${nextStep(here)?.id}.${what}`;
  const key = wording.has(own) ? own : `conversation.media.${what}`;
  return andThen(here, [{ text: wording.text(key, here.values) }]);
}

function hearChoice(here: Here, value: string): Turn {
  const step = pendingStep(here);
  if (step !== undefined && optionsOf(here, step.datum).some((option) => option.value === value)) {
    return accept(here, step, value, "tapped");
  }
  const topic = topicOf(value, here);
  if (topic !== undefined) return andThen(here, explain(topic, here));
  const name = commandOf(value);
  return name === undefined ? oldButton(here, value) : carryOut({ name }, here);
}

function hearText(here: Here, text: string): Turn {
  const step = pendingStep(here);
  if (step === undefined) return hearIdle(here, text);
  const turn = step.datum === "confirm" ? hearUnderReadBack(here, text) : undefined;
  if (turn !== undefined) return turn;
  if (anyText.includes(kindOf(here, step.datum))) {
    return besides(here, text) ?? take(here, step, readAnswer(here, step, text), "typed");
  }
  const reading = readAnswer(here, step, text);
  const isAnswer = reading.kind === "understood";
  return (isAnswer ? undefined : besides(here, text)) ?? take(here, step, reading, "typed");
}

/** A number is a line; "batal" would be read as "no", and then asked which line is wrong. */
function hearUnderReadBack(here: Here, text: string): Turn | undefined {
  const command = commandIn(text, here.tongue);
  return command?.name === "cancel" ? carryOut(command, here) : hearLine(here, text);
}

/** Kinds that would take nearly any text for an answer. */
const anyText: readonly KindName[] = ["address", "occupation", "person-name", "place"];

/** Nothing is asked: the buttons of the menu, commands, questions; a paused talk also takes its answer at once. */
function hearIdle(here: Here, text: string): Turn {
  const { phase } = here.session;
  const turn = hearCommand(here, text) ?? hearMenu(here, text) ?? hearQuestion(here, text);
  if (turn !== undefined) return turn;
  if (phase !== "submitted" && agreed(here, text) === "yes") {
    return phase === "paused" ? resume(here) : start(here);
  }
  return hearPaused(here, text) ?? (phase === "new" ? greet(here) : tell(here, "not-understood"));
}

/** The answer to the question at which the talk rests. */
function hearPaused(here: Here, text: string): Turn | undefined {
  const step = nextStep(here);
  if (here.session.phase !== "paused" || step?.type !== "ask") return undefined;
  const reading = readAnswer(here, step, text);
  return reading.kind === "understood" ? take(here, step, reading, "typed") : undefined;
}

/** A button of the menu, typed: its number, or something near its label. */
function hearMenu(here: Here, text: string): Turn | undefined {
  const tapped = pick(here, menuOf(here, menuHere(here)), { kind: "text", text });
  const name = commandOf(tapped ?? "");
  return name && carryOut({ name }, here);
}

/** A command or a free question, whatever the pending question is. */
function besides(here: Here, text: string): Turn | undefined {
  return hearCommand(here, text) ?? hearQuestion(here, text);
}

function hearCommand(here: Here, text: string): Turn | undefined {
  const command = commandIn(text, here.tongue);
  return command && carryOut(command, here);
}

function hearQuestion(here: Here, text: string): Turn | undefined {
  const asks = isQuestion(text, here.tongue);
  // In the middle of the questions, a word of a topic alone is more likely a try at an answer.
  if (!asks && here.session.phase === "enrolling") return undefined;
  const topic = topicIn(text, here);
  if (topic !== undefined) return andThen(here, explain(topic, here));
  return asks ? tell(here, "cannot-answer") : undefined;
}

/** The question that waits for an answer now. */
function pendingStep(here: Here): AskStep | undefined {
  const step = nextStep(here);
  return here.session.phase === "enrolling" && step?.type === "ask" ? step : undefined;
}
