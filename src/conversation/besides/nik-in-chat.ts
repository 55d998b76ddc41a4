/** A NIK stays to be read in the chat, by whoever holds the phone: a word about it, and a button where it can be taken out. */
import { nikLength } from "../../enrolment/nik.ts";
import { plainText } from "../../enrolment/plain-text.ts";
import { labelledRows } from "../answers/nik-rows.ts";
import { digitsSpoken } from "../answers/number-words.ts";
import type { Heard } from "../heard.ts";
import { type Here, pendingFor } from "../here.ts";
import type { Moment } from "../moment.ts";
import type { Session } from "../session.ts";
import type { Say, Turn } from "../turn.ts";

/** Where a NIK is asked, so many digits are a try at it. */
const fewestDigits = 12;

/**
 * The turn, with the reminder above its question: once for a NIK, also where it was mistyped or refused. Where a message
 * can be taken out, each that holds one has its button. `before`: what the message was heard in.
 */
export function remindOfNik(turn: Turn, before: Here, heard: Heard): Turn {
  const { moment, session, tongue } = before;
  // Most channels need no look, and a long text takes its time.
  if (heard.kind !== "text" || !mayRemind(moment) || !hasNik(before, heard.text)) return turn;
  const removal = removalOf(before, heard.ref);
  const isAnother = session.former?.datum === "nik" && turn.session.answers["nik"] !== undefined;
  const isDue = session.nikShown !== true || isAnother;
  const keeps = moment.abilities?.includes("keeps-messages") === true;
  if (removal === undefined && !(keeps && isDue)) return turn;
  const say = removal ?? { text: tongue.wording.text("conversation.nik-in-chat.keeps") };
  // What was wrong with it is said before.
  const at = turn.session.answers["nik"] === undefined ? turn.says.length - 1 : 0;
  const says = turn.says.toSpliced(at, 0, say);
  return { ...turn, says, session: { ...turn.session, nikShown: true } };
}

function mayRemind({ abilities = [] }: Moment): boolean {
  return abilities.includes("keeps-messages") || abilities.includes("remove-messages");
}

/** The tap of that button: nothing else changes, and the question stays where it is. Undefined for any other value. */
export function takeOut(
  { moment, tongue }: Here,
  session: Session,
  value: string,
): Turn | undefined {
  const ref = refPattern.exec(value)?.[1];
  if (ref === undefined || moment.abilities?.includes("remove-messages") !== true) return undefined;
  const { wording } = tongue;
  const failed = wording.text("conversation.nik-in-chat.not-removed");
  const text = wording.text("conversation.nik-in-chat.removed");
  return { session, says: [{ text, removes: { ref, failed } }], effects: [] };
}

/** No longer than a button may carry, in bytes. */
const refPattern = /^remove:([\x21-\x7e]{1,53})$/;

function removalOf({ moment, tongue }: Here, ref: string | undefined): Say | undefined {
  const value = `remove:${ref}`;
  const isOffered =
    moment.abilities?.includes("remove-messages") === true && refPattern.test(value);
  if (ref === undefined || !isOffered) return undefined;
  const { wording } = tongue;
  const label = wording.text("choices.nik-in-chat.remove");
  return { text: wording.text("conversation.nik-in-chat.offer"), choices: [{ value, label }] };
}

/** No NIK begins like one: there is no province 08 and no regency 62.8. */
const mobileNumber = /^(?:08|628)\d{7,12}$/;

function hasNik(here: Here, text: string): boolean {
  const { words } = here.tongue;
  const rows = labelledRows(digitsSpoken(plainText(text), words.dates), words);
  const least = pendingFor(here, "nik") === undefined ? nikLength : fewestDigits;
  return rows.some(
    ({ digits }) =>
      digits.length === nikLength || (digits.length >= least && !mobileNumber.test(digits)),
  );
}
