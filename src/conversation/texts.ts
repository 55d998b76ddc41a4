/** What was typed: an answer to the pending question, a command, a question, or several of these at once. */
import { isUnknowing } from "./answers/evasions.ts";
import type { Reading } from "./answers/kind.ts";
import { take } from "./asking/answering.ts";
import { hearLine } from "./asking/lines.ts";
import { menuHere, menuOf } from "./asking/menu.ts";
import { helpUndecided } from "./asking/misreading.ts";
import { leave } from "./asking/pausing.ts";
import { agreed, pick } from "./asking/picking.ts";
import { isSurelyNamed, readAnswer } from "./asking/reading.ts";
import { askToSend } from "./asking/sending.ts";
import { takeAndAnswer } from "./besides/answer-and-ask.ts";
import { anyText, askedIn, mayAsk } from "./besides/asked.ts";
import {
  type Command,
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
  hearWhole,
  notUnderstood,
} from "./besides/questions.ts";
import type { AskStep } from "./flow/flow.ts";
import { type Here, kindOf, nextStep, pendingStep } from "./here.ts";
import { topicNamed } from "./questions/explaining.ts";
import { toldTooEarly } from "./told/before-consent.ts";
import { hearSeveral } from "./told/hearing.ts";
import type { Turn } from "./turn.ts";

export function hearText(here: Here, text: string): Turn {
  const step = pendingStep(here);
  if (step === undefined) return hearIdle(here, text);
  const reading = readAnswer(here, step, text);
  const isAnswer = reading.kind === "understood" && !anyText.includes(kindOf(here, step.datum));
  const command = isAnswer ? commandInstead(here, step, text) : undefined;
  if (command !== undefined) return carryOut(command, here);
  const hearFirst = step.datum === "confirm" ? hearUnderReadBack : hearAtQuestion;
  const turn = hearFirst(here, step, text, isAnswer);
  if (turn !== undefined) return turn;
  const besides = isAnswer ? hearAsked(here, text) : hearBesides(here, step, text, reading);
  const early = isAnswer || besides !== undefined ? undefined : toldTooEarly(here, text);
  return besides ?? early ?? take(here, step, reading, "typed", text);
}

/** What goes before an answer: sums, a phrase for a topic, a correction, several things at once. */
function hearAtQuestion(
  here: Here,
  step: AskStep,
  text: string,
  isAnswer: boolean,
): Turn | undefined {
  return (
    hearSums(here, text) ??
    takeAndAnswer(here, step, text) ??
    (isAnswer ? undefined : hearPhrase(here, text)) ??
    correct(here, text, false) ??
    askedOrSeveral(here, step, text)
  );
}

/** "Hapus data aku galo" is no choice of all three: a command that is said whole, unless a choice is called just so. */
function commandInstead(here: Here, step: AskStep, text: string): Command | undefined {
  const command = commandIn(text, here.tongue);
  if (command === undefined || isSurelyNamed(here, step, text)) return undefined;
  // Under the read-back, going on may mean the handing in.
  const isGoingOn = command.name === "resume" || command.name === "start";
  return step.datum === "confirm" && isGoingOn ? undefined : command;
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

/** A number is a line, and so is "cara bayar"; "batal" would be read as "no", and then asked which line is wrong. */
function hearUnderReadBack(
  here: Here,
  _step: AskStep,
  text: string,
  isAnswer: boolean,
): Turn | undefined {
  const isLine = datumNamed(text, here.tongue) !== undefined;
  const asked = isLine
    ? undefined
    : (hearSums(here, text) ?? (isAnswer ? undefined : hearPhrase(here, text)));
  if (asked !== undefined) return asked;
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
  if (isHelped) return helpUndecided(here, step);
  return hearClear(here, text) ?? (kind === "choice" ? hearWhole(here, text) : undefined);
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
  if (phase === "greeted" && isUndecided(text, here.tongue)) return tellWhat(here);
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

/** "Apo ini", "bingung" below the greeting: what all this is. */
function tellWhat(here: Here): Turn {
  const topic = topicNamed(here.moment.material.topics, "what");
  return topic === undefined ? notUnderstood(here) : answerWith(here, topic);
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
