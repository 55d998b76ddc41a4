/** Several people on one phone: whose registration it is, and taking another of them up again. */

import type { Option } from "../answers/kind.ts";
import { putAside } from "../asking/asking.ts";
import { choicesOf } from "../asking/menu.ts";
import { pick, type Reply } from "../asking/picking.ts";
import { type Here, hereOf } from "../here.ts";
import type { Moment, Person } from "../moment.ts";
import type { Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { numberAt, statusOf } from "./status.ts";
import { askWho, mayBeSomebodyElse, registerAnother } from "./who.ts";

/** "Ini untuk siapa?", with number and state of the others; where there are none, somebody new is registered at once. */
export function askWhose(here: Here): Turn {
  const others = othersAt(here.moment);
  if (others.length === 0) return registerAnother(here);
  const { wording } = here.tongue;
  const lines = others.map((person) => {
    const state = wording.text(`conversation.whose.${stateOf(person)}`);
    return `${labelOf(here, person)}: ${state}`;
  });
  const title = wording.text("conversation.whose.title");
  const ask = wording.text("conversation.whose.ask");
  const text = [title, ...lines, ask].join("\n");
  return putAside(here, { kind: "whose" }, { text, ...choicesOf(whoseOptions(here)) });
}

/** Seats whom the reply means; undefined when it means nobody. */
export function sayWhose(here: Here, reply: Reply): Turn | undefined {
  const picked = pick(here, whoseOptions(here), reply);
  if (picked === "new-person") return registerAnother(here);
  const person = othersAt(here.moment).find(({ id }) => id === picked);
  if (person === undefined) return undefined;
  const turn = welcome(here, person);
  const seat = { kind: "seat", person: person.id, left: here.session } as const;
  return { ...turn, effects: [seat, ...turn.effects] };
}

/** Where somebody's registration goes and another's is on the phone: who spoke last before sits there again. */
export function seatNext(turn: Turn, here: Here): Turn {
  const [person] = othersAt(here.moment);
  const erase = turn.effects.find((effect) => effect.kind === "erase");
  if (person === undefined || erase === undefined) return turn;
  const next = welcome(here, person);
  const told = turn.says.map(({ text }) => ({ text }));
  const effects = turn.effects.map((effect) =>
    effect === erase ? { ...erase, next: person.id } : effect,
  );
  return { session: next.session, says: [...told, ...next.says], effects };
}

export function othersAt({ others = [] }: Moment): readonly Person[] {
  return others;
}

/** How far they are and nothing else; after hours first whether it is still they. */
function welcome(here: Here, person: Person): Turn {
  const there = thereOf(here, person);
  return mayBeSomebodyElse(there) ? askWho(there) : statusOf(there);
}

function thereOf({ moment }: Here, { session, submissions }: Person): Here {
  return hereOf({ ...session, misread: 0 }, { ...moment, submissions });
}

function whoseOptions(here: Here): readonly Option[] {
  const others = othersAt(here.moment).map((person) => ({
    value: person.id,
    label: labelOf(here, person),
  }));
  const label = here.tongue.wording.text("choices.whose.new-person");
  return [...others, { value: "new-person", label }];
}

/**
 * The number, or how far it has come. No name: what is said here is kept among the sayings of whoever sits at the
 * phone now, and must not outlive the one it is about.
 */
function labelOf(here: Here, person: Person): string {
  const { number } = person.session;
  if (number !== undefined) return number;
  const there = thereOf(here, person);
  const values = valuesWith(here, { at: numberAt(there) });
  return here.tongue.wording.text("conversation.whose.unsent", values);
}

function stateOf({ session }: Person): "returned" | "handed-in" | "begun" {
  if (session.returned !== undefined) return "returned";
  return session.phase === "submitted" ? "handed-in" : "begun";
}
