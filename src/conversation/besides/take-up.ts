/**
 * A registration that was begun in another place goes on here, by its code; where it was before, that is told, and
 * whoever did not want it takes it back. Until the yes nothing of it is shown but how far it is.
 */
import type { Option } from "../answers/kind.ts";
import { optionPointedAt } from "../answers/on-screen.ts";
import { plain } from "../answers/plain.ts";
import { andThen, putAside, tell } from "../asking/asking.ts";
import { choicesOf, type Pair, pairIn, saysOf } from "../asking/menu.ts";
import { pickYesNo, type Reply } from "../asking/picking.ts";
import type { Heard, Said } from "../heard.ts";
import { aboutOf, type Here, hereOf } from "../here.ts";
import type { CodeFault, Gone, Handover, Moment, Person } from "../moment.ts";
import { type Aside, type Session, withoutAnswers, withoutAside } from "../session.ts";
import type { Effect, Say, Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { commandIn } from "./commands.ts";
import { resume } from "./deeds.ts";
import { handingValues, placeNamed } from "./elsewhere.ts";
import { start } from "./greeting.ts";
import { numberAt } from "./status.ts";
import { askWhose, othersAt } from "./whose.ts";

/** What a code opens, "bukan saya", and the first word after somebody went on elsewhere; undefined for anything else. */
export function hearOfElsewhere(
  here: Here,
  heard: Said,
  aside: Aside | undefined,
): Turn | undefined {
  const { code, gone } = here.moment;
  const { phase } = here.session;
  const isFree = phase === "new" || phase === "greeted";
  if (heard.kind === "text" && code !== undefined) return hearCode(here, code);
  // "Ini masih Bu Siti?" "Bukan saya."
  if (aside?.kind !== "who" && saysNotMe(here.moment, heard)) {
    // In the middle of a talk the words are an answer to it; the button is plain everywhere.
    if (heard.kind === "text" && !isFree) return undefined;
    return gone === undefined ? told(here, "nothing-gone") : takeBack(here, gone);
  }
  return gone === undefined || !isFree ? undefined : hearWhereGone(here, heard, gone);
}

/** The first word after somebody left, and every wish to erase what is not here any more. */
function hearWhereGone(here: Here, heard: Said, gone: Gone): Turn | undefined {
  const isFirst = here.session.phase === "new";
  const picked = isFirst ? pickedOf(here, heard, gone) : undefined;
  if (picked === "not-me") return takeBack(here, gone);
  if (picked === "start") return start(anewAfter(here, gone));
  const isErasing = wantsErasure(here, heard);
  return isFirst || isErasing ? tellGone(here, gone, isErasing) : undefined;
}

/** What the word about it had below: a number or a label of it is as good as a tap. */
function pickedOf(here: Here, heard: Said, { person }: Gone): string | undefined {
  if (heard.kind === "choice") return heard.value;
  const there = thereOf(here, person);
  return optionPointedAt(heard.text, aboutOf(here, optionsOfGone(there)))?.value;
}

/** What is to be erased is not here any more: it can be done where it went, and nothing else would be so. */
function wantsErasure({ tongue }: Here, heard: Heard): boolean {
  const command = heard.kind === "text" ? commandIn(heard.text, tongue)?.name : undefined;
  return command === "erase" || command === "withdraw";
}

/** Whether somebody says that it was not they who went on elsewhere; in any language, theirs went along. */
export function saysNotMe({ material }: Pick<Moment, "material">, heard: Heard): boolean {
  if (heard.kind === "choice") return heard.value === "not-me";
  const { tongues } = material;
  const phrases = [tongues.id.phrases.notMe, tongues.en.phrases.notMe];
  return heard.kind === "text" && phrases.some((notMe) => notMe.has(plain(heard.text)));
}

/** What a code opens is asked about once; one that opens nothing is met with a way on. */
function hearCode(here: Here, code: Handover | CodeFault): Turn {
  if (typeof code === "object") return ask(here, code);
  const turn = told(here, code);
  return code === "unknown" ? { ...turn, effects: [{ kind: "wrong-code" }] } : turn;
}

/** How far it is and when it was begun, in its own language; no name, no number. */
function ask(here: Here, { id, person, begun }: Handover): Turn {
  const there = thereOf(here, person);
  const { wording } = there.tongue;
  const key = there.session.phase === "submitted" ? "ask-sent" : "ask";
  const values = valuesWith(there, { at: numberAt(there), begun: wording.date(begun) });
  const text = wording.text(`elsewhere.${key}`, values);
  const choices = choicesOf(hereOrNot(there));
  return putAside(here, { kind: "take-up", handover: id }, { text, ...choices });
}

/** The yes or no to it. Where its code was used or ended meanwhile, a yes is told so. */
export function takeUpOrNot(here: Here, reply: Reply): Turn | undefined {
  const { offered } = here.moment;
  const there = offered === undefined ? here : thereOf(here, offered.person);
  switch (pickYesNo(there, hereOrNot(there), reply)) {
    case undefined:
      return undefined;
    case "no":
      return tell(here, "left-as-it-is");
    case "yes":
      return offered === undefined ? told(here, "unknown") : takeUp(here, offered);
  }
}

function hereOrNot(here: Here): Pair {
  return pairIn(here, "take-up", "take-up", "keep");
}

function takeUp(here: Here, { id, person }: Handover): Turn {
  const move = { kind: "take-up", handover: id, left: here.session } as const;
  return settle(here, person, "taken-up", move);
}

/** As it was when it went: what was told since is nobody's here. Once it was handed in there, it is for staff to say. */
function takeBack(here: Here, { id, person, at }: Gone): Turn {
  const toStaff = { kind: "staff", why: "moved-not-me" } as const;
  const { told: _told, former: _former, ...session } = person.session;
  const answers = Object.entries(session.answers);
  const since = answers.filter(([, answer]) => answer.at > at).map(([datum]) => datum);
  if (session.phase === "submitted" && since.length > 0) {
    return { ...told(here, "sent-since"), effects: [toStaff] };
  }
  const move = { kind: "take-back", handover: id, left: here.session } as const;
  const asItWent = { ...person, session: withoutAnswers(session, since) };
  const turn = settle(here, asItWent, "taken-back", move);
  return { ...turn, effects: [...turn.effects, toStaff] };
}

/** The talk goes on at its pending question, or with the state of what was handed in. */
function settle(here: Here, person: Person, key: string, move: Effect): Turn {
  const there = thereOf(here, person);
  const says = saysOf(there.tongue.wording.bubbles(`elsewhere.${key}`, there.values));
  const turn = resume(there);
  return { ...turn, says: [...says, ...turn.says], effects: [move, ...turn.effects] };
}

/** To whoever writes where somebody went on elsewhere: where it is now, and what can be done here. */
function tellGone(here: Here, gone: Gone, isErasing: boolean): Turn {
  const { person, channel } = gone;
  const there = thereOf(here, person);
  const then = anewAfter(here, gone);
  const place = { place: placeNamed(there.tongue.wording, channel) };
  const erasing = there.tongue.wording.text("elsewhere.erase-there", valuesWith(there, place));
  const says = [...(isErasing ? [{ text: erasing }] : []), ...movedSays(there, channel)];
  if (othersAt(here.moment).length === 0) {
    const aside = { kind: "offered", options: optionsOfGone(there) } as const;
    return { session: { ...then.session, aside }, says, effects: [] };
  }
  const turn = askWhose(then);
  return { ...turn, says: [...says.map(({ text }) => ({ text })), ...turn.says] };
}

/** Somebody who begins where they left, in their language. */
function anewAfter({ session, moment }: Here, { person }: Gone): Here {
  return hereOf({ ...session, phase: "greeted", language: person.session.language }, moment);
}

/** The word in the place that was left. The phone may lie on a table: nothing but the first name. */
export function tellMoved(session: Session, moment: Moment, channel: string): readonly Say[] {
  return movedSays(hereOf(session, moment), channel);
}

function movedSays(there: Here, channel: string): readonly Say[] {
  const { wording } = there.tongue;
  const own = { place: placeNamed(wording, channel), ...handingValues };
  return saysOf(wording.bubbles("elsewhere.moved", valuesWith(there, own)), optionsOfGone(there));
}

function optionsOfGone({ tongue }: Here): Option[] {
  return ["not-me", "start"].map((value) => ({
    value,
    label: tongue.wording.text(`choices.gone.${value}`),
  }));
}

/** The word in the place from which it was taken back; nothing about whom. */
export function tellTakenBack(session: Session, moment: Moment): readonly Say[] {
  const { tongue, values } = hereOf(session, moment);
  return saysOf(tongue.wording.bubbles("elsewhere.taken-from-here", values));
}

/** Says it, and the talk is where it was. */
function told(here: Here, key: string): Turn {
  const text = here.tongue.wording.text(`elsewhere.${key}`, valuesWith(here, handingValues));
  return andThen(here, [{ text }]);
}

function thereOf({ moment }: Here, { session, submissions }: Person): Here {
  const { others: _others, ...rest } = moment;
  return hereOf({ ...withoutAside(session), misread: 0 }, { ...rest, submissions });
}
