/**
 * One step of the talk: what was heard, in the session, at a moment → the session after, what is said, and what the
 * house must do. Pure: the same three give the same turn, whatever the channel.
 *
 * Who hears first: despair, what was put in between, a calculation, a whole phrase for a topic, a correction, several
 * answers in one message; then the pending question, then commands, then free questions. For questions that take any
 * text (a name, an address), commands and questions come before.
 */
import { nikLength } from "../enrolment/nik.ts";
import { forgetTexts } from "../enrolment/once-for-text.ts";
import { kinds } from "./answers/kinds.ts";
import { optionPointedAt } from "./answers/on-screen.ts";
import { accept } from "./asking/answering.ts";
import { tell } from "./asking/asking.ts";
import { answerAside } from "./besides/asides.ts";
import { hearCard } from "./besides/card.ts";
import { commandOf } from "./besides/commands.ts";
import { carryOut } from "./besides/deeds.ts";
import { hearDespair } from "./besides/despair.ts";
import { greet } from "./besides/greeting.ts";
import { remindOfNik, takeOut } from "./besides/nik-in-chat.ts";
import { oldButton } from "./besides/old-button.ts";
import { answerWith } from "./besides/questions.ts";
import { hearSlash } from "./besides/slash.ts";
import { statusOfNumber } from "./besides/status.ts";
import { hearOfElsewhere } from "./besides/take-up.ts";
import { notReadable } from "./besides/unreadable.ts";
import { mayBeSomebodyElse } from "./besides/who.ts";
import { seatNext } from "./besides/whose.ts";
import type { Heard, Said } from "./heard.ts";
import { aboutOf, type Here, hereOf, optionsOf, pendingStep } from "./here.ts";
import type { Moment } from "./moment.ts";
import { topicOf } from "./questions/explaining.ts";
import { type Session, withoutAside } from "./session.ts";
import { hearText } from "./texts.ts";
import { withoutDates } from "./told/shapes.ts";
import { stillTold } from "./told/waiting.ts";
import type { Turn } from "./turn.ts";
import { withRenewal } from "./wording/renewed.ts";

/** The first words to somebody who has just come and said nothing yet. */
export function open(session: Session, moment: Moment): Turn {
  return withRenewal(greet(hereOf(session, moment)), moment);
}

export function advance(session: Session, heard: Heard, moment: Moment): Turn {
  const { unread: _unread, ...readable } = withoutAside(session);
  const here = stillTold(hereOf(readable, moment));
  try {
    const said = remindOfNik(seatNext(hear(here, session, heard), here), here, heard);
    const turn = withRenewal(said, moment);
    return { ...turn, session: { ...turn.session, heardAt: heardAtAfter(turn, here, session) } };
  } finally {
    forgetTexts();
  }
}

/**
 * Since when it has been they: after hours nobody is known to be until they say so, or answer what waits; and who was
 * asked, only by the yes.
 */
function heardAtAfter({ session }: Turn, here: Here, before: Session): string {
  const isAsked = session.aside?.kind === "who";
  const isAsBefore = session.heardAt === before.heardAt;
  const hasAnswered = session.answers !== before.answers && before.aside?.kind !== "who";
  const isUnsure = isAsked || (isAsBefore && !hasAnswered && mayBeSomebodyElse(here));
  return isUnsure ? session.heardAt : here.moment.now;
}

function hear(here: Here, session: Session, said: Heard): Turn {
  const heard = asTapped(here, session, said);
  if (heard.kind === "contact") return hearCard(here, session, heard);
  if (heard.kind === "media") return notReadable(here, session, heard.what);
  const { aside } = session;
  const first =
    (heard.kind === "text" ? hearAlways(here, heard.text) : undefined) ??
    hearOfElsewhere(here, heard, aside) ??
    (heard.kind === "text" ? hearFirst(here, aside, heard.text) : undefined) ??
    (heard.kind === "choice" ? takeOut(here, session, heard.value) : undefined);
  return first ?? hearHere(here, aside, heard);
}

/** The number or the label of a button below a word that nobody had asked for is as good as a tap on it. */
function asTapped(here: Here, { aside }: Session, heard: Heard): Heard {
  if (aside?.kind !== "offered" || heard.kind !== "text") return heard;
  const picked = optionPointedAt(heard.text, aboutOf(here, aside.options));
  return picked === undefined ? heard : { kind: "choice", value: picked.value };
}

/** What is met whatever else is going on. */
function hearAlways(here: Here, text: string): Turn | undefined {
  return text.trim() === "" ? tell(here, "empty") : hearDespair(here, text);
}

/** What is heard before what was put in between, and before every question. */
function hearFirst(here: Here, aside: Session["aside"], text: string): Turn | undefined {
  const turn = hearSlash(here, text);
  if (turn !== undefined) return turn;
  const { lookedUp } = here.moment;
  // Where it is asked whose registration is meant, a number is the answer.
  if (lookedUp !== undefined && aside?.kind !== "whose") return statusOfNumber(here, lookedUp);
  return isRealNik(here, text) ? tell(here, "real-nik") : undefined;
}

function hearHere(here: Here, aside: Session["aside"], heard: Said): Turn {
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
