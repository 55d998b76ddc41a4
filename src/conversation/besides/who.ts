/** Whose talk it is: a phone may serve a family. */
import { goOn, putAside } from "../asking/asking.ts";
import { choicesOf, type Pair, pairIn } from "../asking/menu.ts";
import { pickYesNo, type Reply } from "../asking/picking.ts";
import { type Here, hereOf } from "../here.ts";
import { newSession } from "../session.ts";
import type { Turn } from "../turn.ts";
import { greet } from "./greeting.ts";

/** Who takes a shared phone up after so long may be somebody else. */
const absentHours = 6;

/** Whether somebody else may hold the phone by now. Before a name is known there is nobody to mistake them for. */
export function mayBeSomebodyElse({ known, moment, session }: Here): boolean {
  const absentMs = Date.parse(moment.now) - Date.parse(session.heardAt);
  return absentMs > absentHours * 3_600_000 && known("name") !== undefined;
}

export function askWho(here: Here): Turn {
  const text = here.tongue.wording.text("conversation.who", here.values);
  return putAside(here, { kind: "who" }, { text, ...choicesOf(whoOptions(here)) });
}

/** "yes" when it is still they; undefined when the reply says neither. */
export function isStillThey(here: Here, reply: Reply): "yes" | "no" | undefined {
  return pickYesNo(here, whoOptions(here), reply);
}

function whoOptions(here: Here): Pair {
  return pairIn(here, "who", "still-me", "somebody-else");
}

/** Somebody else has come to the phone: the talk begins from the beginning, apart from the other. */
export function greetAnother(here: Here): Turn {
  return forAnother(here, (then) => greet(then));
}

/** The same person registers somebody else. */
export function registerAnother(here: Here): Turn {
  const text = here.tongue.wording.text("conversation.new-person");
  return forAnother(here, (then) => goOn(then, [{ text }]));
}

function forAnother(here: Here, begin: (then: Here) => Turn): Turn {
  const { language } = here.session;
  const session = { ...newSession(here.moment.now), language };
  const turn = begin(hereOf(session, { ...here.moment, submissions: [] }));
  return { ...turn, effects: [{ kind: "new-person" }, ...turn.effects] };
}
