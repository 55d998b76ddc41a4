/**
 * One step of the talk: what was heard, in the session, at a moment → the session after, what is said, and what the
 * house must do. Pure: the same three give the same turn, whatever the channel.
 *
 * Who hears first: what was put in between, a calculation, a whole phrase for a topic, a correction, several answers in
 * one message; then the pending question, then commands, then free questions. For questions that take any text (a name,
 * an address), commands and questions come before.
 */
import { nikLength } from "../enrolment/nik.ts";
import { forgetTexts } from "../enrolment/once-for-text.ts";
import { isUnknowing } from "./answers/evasions.ts";
import type { Reading } from "./answers/kind.ts";
import { kinds } from "./answers/kinds.ts";
import { accept, take } from "./asking/answering.ts";
import { andThen, tell } from "./asking/asking.ts";
import { hearLine } from "./asking/lines.ts";
import { menuHere, menuOf } from "./asking/menu.ts";
import { helpUndecided } from "./asking/misreading.ts";
import { leave } from "./asking/pausing.ts";
import { agreed, pick } from "./asking/picking.ts";
import { readAnswer } from "./asking/reading.ts";
import { askToSend } from "./asking/sending.ts";
import { answerAside } from "./besides/asides.ts";
import { anyText, askedIn, mayAsk } from "./besides/asked.ts";
import {
  commandIn,
  commandOf,
  datumNamed,
  isNotNow,
  isQuestion,
  isUndecided,
} from "./besides/commands.ts";
import { correct } from "./besides/correcting.ts";
import { carryOut, resume } from "./besides/deeds.ts";
import { greet, start } from "./besides/greeting.ts";
import { oldButton } from "./besides/old-button.ts";
import {
  answerWith,
  hearAsking,
  hearClear,
  hearIdleWords,
  hearOfAmount,
  hearPhrase,
  hearQuestion,
  hearSums,
  hearSure,
  notUnderstood,
} from "./besides/questions.ts";
import { statusOfNumber } from "./besides/status.ts";
import { hearOfElsewhere } from "./besides/take-up.ts";
import { seatNext } from "./besides/whose.ts";
import type { AskStep } from "./flow/flow.ts";
import type { Heard, Said } from "./heard.ts";
import { aboutOf, type Here, hereOf, kindOf, nextStep, optionsOf } from "./here.ts";
import type { Moment } from "./moment.ts";
import { topicOf } from "./questions/explaining.ts";
import { type Session, withoutAside } from "./session.ts";
import { toldTooEarly } from "./told/before-consent.ts";
import { hearSeveral } from "./told/hearing.ts";
import { withoutDates } from "./told/shapes.ts";
import { stillTold } from "./told/waiting.ts";
import type { Turn } from "./turn.ts";
import { withRenewal } from "./wording/renewed.ts";

/** The first words to somebody who has just come and said nothing yet. */
export function open(session: Session, moment: Moment): Turn {
  return withRenewal(greet(hereOf(session, moment)), moment);
}

export function advance(session: Session, heard: Heard, moment: Moment): Turn {
  const here = stillTold(hereOf(withoutAside(session), moment));
  try {
    const turn = withRenewal(seatNext(hear(here, session, heard), here), moment);
    return { ...turn, session: { ...turn.session, heardAt: moment.now } };
  } finally {
    forgetTexts();
  }
}

function hear(here: Here, { aside }: Session, told: Heard): Turn {
  const { moment } = here;
  const heard = told.kind === "contact" ? ({ kind: "media", what: "other" } as const) : told;
  if (heard.kind === "media") return notReadable(here, heard.what);
  if (heard.kind === "text" && heard.text.trim() === "") return tell(here, "empty");
  const moved = hearOfElsewhere(here, heard, aside);
  if (moved !== undefined) return moved;
  // Where it is asked whose registration is meant, a number is the answer.
  if (heard.kind === "text" && moment.lookedUp !== undefined && aside?.kind !== "whose") {
    return statusOfNumber(here, moment.lookedUp);
  }
  if (heard.kind === "text" && isRealNik(here, heard.text)) return tell(here, "real-nik");
  if (heard.kind === "choice" && isOfAnother(here, heard)) return hearElsewhere(here, heard);
  const turn = aside && answerAside(here, aside, heard);
  if (turn !== undefined) return turn;
  return heard.kind === "choice" ? hearChoice(here, heard.value) : hearText(here, heard.text);
}

type Tap = Said & { readonly kind: "choice" };

/** Whether the button stands below another question: the "yes" of the consent must not hand in. */
function isOfAnother(here: Here, { asked }: Tap): boolean {
  const step = pendingStep(here);
  return step !== undefined && asked !== undefined && asked !== step.datum;
}

/** In a trial, a NIK that may be somebody's is not taken anywhere; where it is asked for, its reader says so. */
function isRealNik(here: Here, text: string): boolean {
  const digits = text.match(/\p{Nd}/gu) ?? [];
  if (digits.length < nikLength || pendingStep(here)?.datum === "nik") return false;
  const reading = kinds.nik.read(withoutDates(text, here.tongue.words), aboutOf(here, []));
  return reading.kind === "misread" && reading.fault === "trial";
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
  return hearElsewhere(here, { kind: "choice", value });
}

/** A button of no question that waits: a topic, a command, or one that is behind. */
function hearElsewhere(here: Here, { value, asked }: Tap): Turn {
  const topic = topicOf(value, here);
  if (topic !== undefined) return answerWith(here, topic);
  const name = commandOf(value);
  return name === undefined ? oldButton(here, value, asked) : carryOut({ name }, here);
}

function hearText(here: Here, text: string): Turn {
  const step = pendingStep(here);
  if (step === undefined) return hearIdle(here, text);
  const isReadBack = step.datum === "confirm";
  const reading = readAnswer(here, step, text);
  const isAnswer = reading.kind === "understood" && !anyText.includes(kindOf(here, step.datum));
  // Under the read-back, "cara bayar" is the name of a line.
  const isLine = isReadBack && datumNamed(text, here.tongue) !== undefined;
  const turn =
    (isLine ? undefined : hearSums(here, text)) ??
    (isAnswer || isLine ? undefined : hearPhrase(here, text)) ??
    (isReadBack ? hearUnderReadBack(here, text) : correct(here, text, false)) ??
    (isReadBack ? undefined : askedOrSeveral(here, step, text));
  if (turn !== undefined) return turn;
  const besides = isAnswer ? hearAsked(here, text) : hearBesides(here, step, text, reading);
  const early = isAnswer || besides !== undefined ? undefined : toldTooEarly(here, text);
  return besides ?? early ?? take(here, step, reading, "typed", text);
}

/** Several answers in one message, unless it asks: "ktp aku lampung tapi tinggal di plaju, biso dak". */
function askedOrSeveral(here: Here, step: AskStep, text: string): Turn | undefined {
  const several = hearSeveral(here, step, text);
  if (several === undefined || !mayAsk(text, here)) return several;
  return hearClear(here, text) ?? several;
}

/** "Kenapa tanggal lahir ditanyo, 5 maret 1980": an answer stands in it, and first of all it asks. */
function hearAsked(here: Here, text: string): Turn | undefined {
  // "2 juta?" only wonders whether that will do.
  const isAsked = isQuestion(text.replaceAll("?", ""), here.tongue);
  return isAsked ? hearSure(here, text) : hearOfAmount(here, text);
}

/** A number is a line; "batal" would be read as "no", and then asked which line is wrong. */
function hearUnderReadBack(here: Here, text: string): Turn | undefined {
  const command = commandIn(text, here.tongue);
  if (command?.name === "cancel" || command?.name === "elsewhere") return carryOut(command, here);
  const turn = correct(here, text, true) ?? hearLine(here, text);
  if (turn !== undefined) return turn;
  return isNotNow(text, here.tongue) ? leave(here) : askToSend(here, text);
}

/** What is said instead of an answer: help wanted, a command, a free question. */
function hearBesides(here: Here, step: AskStep, text: string, reading: Reading): Turn | undefined {
  const kind = kindOf(here, step.datum);
  const takesAny = anyText.includes(kind);
  // "Gak tau" to the income is asked back already.
  if (isUndecided(text, here.tongue) && (takesAny || reading.kind !== "ask-back")) {
    return helpUndecided(here, step);
  }
  const turn =
    hearCommand(here, text) ?? hearAsking(here, text, askedIn(here, text, reading, kind));
  // What is asked back is about an answer; only a job may be anything: "dak katek duit".
  const isAnswer = reading.kind !== "misread" && kind !== "occupation";
  if (turn !== undefined || reading.kind === "understood" || isAnswer) return turn;
  const isHelped = !takesAny && isUnknowing(text, here.tongue.words);
  return isHelped ? helpUndecided(here, step) : hearClear(here, text);
}

/** Nothing is asked: the buttons of the menu, commands, questions; a paused talk also takes its answer at once. */
function hearIdle(here: Here, text: string): Turn {
  const { phase } = here.session;
  const turn =
    hearSums(here, text) ??
    hearPhrase(here, text) ??
    hearCommand(here, text) ??
    hearMenu(here, text);
  if (turn !== undefined) return turn;
  if (mayAsk(text, here)) return hearQuestion(here, text);
  if (phase !== "submitted" && agreed(here, text) === "yes") {
    return phase === "paused" ? resume(here) : start(here);
  }
  return (
    hearPaused(here, text) ??
    hearClear(here, text) ??
    toldTooEarly(here, text) ??
    hearIdleWords(here, text) ??
    (phase === "new" ? greet(here) : notUnderstood(here))
  );
}

/** The answer to the question at which the talk rests. */
function hearPaused(here: Here, text: string): Turn | undefined {
  const step = nextStep(here);
  if (here.session.phase !== "paused" || step?.type !== "ask") return undefined;
  const several = hearSeveral(here, step, text);
  if (several !== undefined) return several;
  const reading = readAnswer(here, step, text);
  return reading.kind === "understood" ? take(here, step, reading, "typed", text) : undefined;
}

/** A button of the menu, typed: its number, or something near its label. */
function hearMenu(here: Here, text: string): Turn | undefined {
  const tapped = pick(here, menuOf(here, menuHere(here)), { kind: "text", text });
  const name = commandOf(tapped ?? "");
  return name && carryOut({ name }, here);
}

function hearCommand(here: Here, text: string): Turn | undefined {
  const command = commandIn(text, here.tongue);
  return command && carryOut(command, here);
}

/** The question that waits for an answer now. */
function pendingStep(here: Here): AskStep | undefined {
  const step = nextStep(here);
  return here.session.phase === "enrolling" && step?.type === "ask" ? step : undefined;
}
