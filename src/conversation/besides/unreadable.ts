/** A photo, a voice note, a sticker, a call …: an answer that fits the place, never silence, and nothing is kept. */

import { optionPointedAt } from "../answers/on-screen.ts";
import { andThen } from "../asking/asking.ts";
import { choicesOf, menuHere, menuOf } from "../asking/menu.ts";
import type { Reply } from "../asking/picking.ts";
import { asksOf } from "../asking/reading.ts";
import type { Unreadable } from "../heard.ts";
import { aboutOf, type Here, nextStep, optionsOf, pendingStep } from "../here.ts";
import type { Aside, Session } from "../session.ts";
import type { Say, Turn } from "../turn.ts";
import { askNumber } from "./calling.ts";
import { carryOut } from "./deeds.ts";

/** Whoever sends one of these may not be able to type. */
const spoken: readonly Unreadable[] = ["voice", "call"];

/** What must not be answered by a word that is meant for something else. */
const weighty: readonly Aside["kind"][] = ["sure", "who", "whose", "take-up", "send", "forgets"];

/** `session`: as it was, with what was put in between and how many came before in a row. */
export function notReadable(here: Here, { aside, unread = 0 }: Session, what: Unreadable): Turn {
  const count = unread + 1;
  const text = fitting(here, what);
  if (what === "edit") return counting(count, count > 1 ? only(here, text) : briefly(here, text));
  if (aside?.kind === "call") {
    const other = here.tongue.wording.text("conversation.media.other");
    return counting(count, askNumber(here, [other]));
  }
  // "Jadi dihapus?" stands above it still: a "ya" after a sticker is meant for that.
  if (aside !== undefined && weighty.includes(aside.kind)) {
    return counting(count, { ...only(here, text), session: { ...here.session, aside } });
  }
  if (count === 1) {
    const turn = briefly(here, text);
    return counting(count, spoken.includes(what) ? offerCall(here, turn) : turn);
  }
  const key = count === 2 ? "again" : "still";
  const again = here.tongue.wording.text(`conversation.media.${key}`, here.values);
  const isOffered = count === 2 || spoken.includes(what);
  return counting(count, isOffered ? offerCall(here, withButtons(here, again)) : only(here, again));
}

/** The button *Minta ditelepon* by its number or label; whatever else is said answers the question above it. */
export function answerOffer(here: Here, reply: Reply): Turn | undefined {
  const step = pendingStep(here);
  const shown = step === undefined ? menuOf(here, menuHere(here)) : optionsOf(here, step.datum);
  const options = [...shown, ...menuOf(here, ["call"])];
  const picked =
    reply.kind === "choice"
      ? reply.value
      : optionPointedAt(reply.text, aboutOf(here, options))?.value;
  return picked === "call" ? carryOut({ name: "call" }, here) : undefined;
}

/** The words of the question that waits, where it has some of its own for this. */
function fitting(here: Here, what: Unreadable): string {
  const { wording } = here.tongue;
  const own = `enrolment.${nextStep(here)?.id}.${what}`;
  return wording.text(wording.has(own) ? own : `conversation.media.${what}`, here.values);
}

function counting(unread: number, turn: Turn): Turn {
  return { ...turn, session: { ...turn.session, unread } };
}

/** It is said, and the question follows in short; what was told for it before is asked as ever. */
function briefly(here: Here, text: string): Turn {
  const step = pendingStep(here);
  if (step === undefined || here.session.told?.[step.datum] !== undefined) {
    return andThen(here, [{ text }]);
  }
  const asked = here.tongue.wording.text(`enrolment.${step.id}.ask`, here.values);
  return { ...only(here, text), says: [{ text }, { ...buttonsHere(here), text: asked }] };
}

/** One bubble, with the buttons of the place. */
function withButtons(here: Here, text: string): Turn {
  return { ...only(here, text), says: [{ ...buttonsHere(here), text }] };
}

/** One bubble and nothing else: the question stands above it. */
function only({ session }: Here, text: string): Turn {
  return { session, says: [{ text }], effects: [] };
}

function buttonsHere(here: Here): Omit<Say, "text"> {
  const step = pendingStep(here);
  if (step === undefined) return choicesOf(menuOf(here, menuHere(here)));
  return { ...choicesOf(optionsOf(here, step.datum)), ...asksOf(here, step) };
}

/** With *Minta ditelepon* as the last button, so that the numbers of the others stay theirs; in a trial nobody calls. */
function offerCall(here: Here, turn: Turn): Turn {
  if (here.moment.trial) return turn;
  const call = menuOf(here, ["call"]);
  const says = turn.says.map((say, at) =>
    at === turn.says.length - 1 ? { ...say, choices: [...(say.choices ?? []), ...call] } : say,
  );
  return { ...turn, says, session: { aside: { kind: "offer-call" }, ...turn.session } };
}
