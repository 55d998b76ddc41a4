/**
 * One step of the talk: what was heard, in the session, at a moment → the session after, what is said, and what the
 * house must do. Pure: the same three give the same turn, whatever the channel.
 *
 * Who hears first: what was put in between, then the pending question, then commands, then free questions.
 * For questions that take any text (a name, an address), commands and questions come before.
 */
import { accept, agreed, changeOptions, pick, readAnswer, take } from "./answering.ts";
import { answerAside } from "./asides.ts";
import { menuOf } from "./asking.ts";
import { choicesOf } from "./choices.ts";
import { reopen } from "./corrections.ts";
import { commandIn, commandOf, isQuestion } from "./commands.ts";
import { andThen, carryOut, greet, menuOfPhase, resume, start } from "./deeds.ts";
import type { AskStep } from "./flow.ts";
import type { Heard } from "./heard.ts";
import { answeredSteps, type Here, hereOf, nextStep, optionsOf, printed, sharedValues } from "./here.ts";
import type { Moment } from "./moment.ts";
import { explain, topicOf, topicsIn } from "./questions.ts";
import { type Session, withoutAside } from "./session.ts";
import { statusOfNumber } from "./status.ts";
import { lineIn } from "./summary.ts";
import type { Turn } from "./turn.ts";

/** The first words to somebody who has just come and said nothing yet. */
export function open(session: Session, moment: Moment): Turn {
  return greet(hereOf(session, moment));
}

export function advance(session: Session, heard: Heard, moment: Moment): Turn {
  const turn = hear(hereOf(session, moment), heard);
  return { ...turn, session: { ...turn.session, heardAt: moment.now } };
}

function hear(here: Here, heard: Heard): Turn {
  switch (heard.kind) {
    case "media":
      return notReadable(here, heard.what);
    case "choice":
      return hearChoice(here, heard.value);
    case "text":
      return hearText(here, heard.text);
  }
}

/** A photo, a voice note, a sticker …: an answer, never silence, and nothing is kept. */
function notReadable(here: Here, what: string): Turn {
  const { wording } = here.tongue;
  const step = nextStep(here);
  const own = step?.type === "ask" ? `enrolment.${step.id}.${what}` : "";
  const key = wording.has(own) ? own : `conversation.media.${what}`;
  return andThen(here, [{ text: wording.text(key, sharedValues(here)) }]);
}

function hearChoice(here: Here, value: string): Turn {
  const { aside } = here.session;
  const turn = aside === undefined ? undefined : answerAside(here, aside, value, true);
  if (turn !== undefined) return turn;
  const plainly = hereOf(withoutAside(here.session), here.moment);
  const step = pendingStep(plainly);
  if (step !== undefined && optionsOf(plainly, step.datum).some((option) => option.value === value)) {
    return accept(plainly, step, value, "tapped");
  }
  const topic = topicOf(value, plainly);
  if (topic !== undefined) return andThen(plainly, explain(topic, plainly));
  const command = commandOf(value);
  if (command !== undefined) return carryOut({ name: command }, plainly);
  return oldButton(plainly, value);
}

/** A button of a question that is behind us: "sudah dijawab; ubah?" */
function oldButton(here: Here, value: string): Turn {
  const { wording } = here.tongue;
  const step = answeredSteps(here)
    .filter(({ datum }) => optionsOf(here, datum).some((option) => option.value === value))
    .at(-1);
  const answer = step === undefined ? undefined : here.session.answers[step.datum];
  if (step === undefined || answer === undefined || here.session.phase !== "enrolling") {
    return andThen(here, [{ text: wording.text("conversation.unknown-choice") }]);
  }
  const text = wording.text("conversation.answered-before", {
    answer: printed(here, step.datum, answer.value).replace(/^[✅❌🙋]\s*/u, ""),
  });
  const session: Session = {
    ...here.session,
    misread: 0,
    aside: { kind: "answered-before", datum: step.datum },
  };
  return { session, says: [{ text, ...choicesOf(changeOptions(here)) }], effects: [] };
}

function hearText(here: Here, text: string): Turn {
  if (text.trim() === "") return andThen(here, [{ text: here.tongue.wording.text("conversation.empty") }]);
  const { lookedUp } = here.moment;
  if (lookedUp !== undefined) return statusOfNumber(here, lookedUp);
  const { aside } = here.session;
  const turn = aside === undefined ? undefined : answerAside(here, aside, text, false);
  if (turn !== undefined) return turn;
  const plainly = hereOf(withoutAside(here.session), here.moment);
  const step = pendingStep(plainly);
  if (step === undefined) return hearIdle(plainly, text);
  if (step.datum === "confirm") {
    const turn = hearLine(plainly, step, text);
    if (turn !== undefined) return turn;
  }
  if (takesAnyText(plainly, step)) {
    return besides(plainly, text) ?? take(plainly, step, readAnswer(plainly, step, text), "typed");
  }
  const reading = readAnswer(plainly, step, text);
  if (reading.kind === "understood") return take(plainly, step, reading, "typed");
  return besides(plainly, text) ?? take(plainly, step, reading, "typed");
}

/**
 * A number under the read-back is a line that is wrong. Only number 1 is also the button that hands in, and that
 * cannot be taken back: it is asked.
 */
function hearLine(here: Here, step: AskStep, text: string): Turn | undefined {
  const datum = lineIn(here, text);
  if (datum === undefined) return undefined;
  const [send] = optionsOf(here, step.datum);
  if (!/^\D*1\D*$/.test(text.normalize("NFKC")) || send === undefined) return reopen(here, datum);
  const { wording } = here.tongue;
  return {
    session: { ...here.session, misread: 0, aside: { kind: "answered-before", datum } },
    says: [
      {
        text: wording.text("conversation.line-or-send"),
        ...choicesOf([{ value: "change", label: wording.text("conversation.wrong-name") }, send]),
      },
    ],
    effects: [],
  };
}

/** Nothing is asked: the buttons of the menu, commands, questions; a paused talk also takes its answer at once. */
function hearIdle(here: Here, text: string): Turn {
  const { phase } = here.session;
  const tapped = pick(here, menuOf(here, menuOfPhase(phase)), text);
  const command = tapped === undefined ? undefined : commandOf(tapped);
  if (command !== undefined) return carryOut({ name: command }, here);
  const turn = besides(here, text);
  if (turn !== undefined) return turn;
  const agreement = agreed(here, text);
  if (agreement === "yes" && phase !== "submitted") return phase === "paused" ? resume(here) : start(here);
  const step = nextStep(here);
  if (phase === "paused" && step?.type === "ask") {
    const reading = readAnswer(here, step, text);
    if (reading.kind === "understood") return take(here, step, reading, "typed");
  }
  return notUnderstood(here);
}

/** A command or a free question, whatever the pending question is. */
function besides(here: Here, text: string): Turn | undefined {
  const command = commandIn(text, here.tongue);
  if (command !== undefined) return carryOut(command, here);
  const [topic] = topicsIn(text, here);
  const asks = isQuestion(text, here.tongue);
  if (topic !== undefined && (asks || here.session.phase !== "enrolling")) {
    return andThen(here, explain(topic.name, here));
  }
  if (!asks || topic !== undefined) return undefined;
  return andThen(here, [{ text: here.tongue.wording.text("conversation.cannot-answer") }]);
}

function notUnderstood(here: Here): Turn {
  if (here.session.phase === "new") return greet(here);
  return andThen(here, [{ text: here.tongue.wording.text("conversation.not-understood") }]);
}

/** The question that waits for an answer now. */
function pendingStep(here: Here): AskStep | undefined {
  const step = nextStep(here);
  return here.session.phase === "enrolling" && step?.type === "ask" ? step : undefined;
}

const anyText = ["address", "occupation", "person-name", "place"];

function takesAnyText(here: Here, step: AskStep): boolean {
  return anyText.includes(here.moment.material.flow.data.get(step.datum)?.kind ?? "");
}
