/** *Minta ditelepon*: for who cannot type. The number is asked where it is not known; then the talk is where it was. */
import { kinds } from "../answers/kinds.ts";
import { andThen, goOn, putAside, tell } from "../asking/asking.ts";
import { choicesOf } from "../asking/menu.ts";
import type { Reply } from "../asking/picking.ts";
import { answered } from "../asking/storing.ts";
import { aboutOf, type Here, hereOf, pendingFor } from "../here.ts";
import type { Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { commandIn, isQuestion } from "./commands.ts";

/** The datum a number is kept in; "none" where somebody has no phone. */
const phone = "phone";

/** Notes the request for staff and says what happens; in a trial nobody calls, and nothing is noted. */
export function callMe(here: Here): Turn {
  const { known, moment, session } = here;
  if (moment.trial) return tell(here, "call.trial");
  if (hasNumber(here)) return noted(here);
  // What is handed in is not changed any more.
  if (session.phase === "submitted") return tell(here, "call.elsewhere");
  return known("consent") === "yes" ? askNumber(here) : tell(here, "call.after-consent");
}

/** Whether a number is kept that can be called. */
export function hasNumber({ known }: Here): boolean {
  return known(phone) !== undefined && known(phone) !== "none";
}

/** "Nomor berapa yang bisa ditelepon?" `before` is said first. */
export function askNumber(here: Here, before: readonly string[] = []): Turn {
  const { wording } = here.tongue;
  const shared = here.moment.abilities?.includes("share-contact")
    ? [{ value: "share-contact", label: wording.text("choices.phone.share-contact") }]
    : [];
  const say = { text: wording.text("conversation.call.which"), ...choicesOf(shared) };
  const turn = putAside(here, { kind: "call" }, say);
  return { ...turn, says: [...before.map((text) => ({ text })), ...turn.says] };
}

/** The number that was asked for; what holds none is heard as usual. */
export function answerNumber(here: Here, reply: Reply): Turn | undefined {
  const { wording } = here.tongue;
  if (reply.kind === "choice") {
    if (reply.value !== "share-contact") return undefined;
    return askNumber(here, wording.bubbles("enrolment.phone.share", here.values));
  }
  const { text } = reply;
  if (commandIn(text, here.tongue) !== undefined || isQuestion(text, here.tongue)) return undefined;
  const reading = kinds.phone.read(text, aboutOf(here, []));
  if (reading.kind === "understood") {
    const number = String(reading.value);
    return number === "none" ? tell(here, "call.elsewhere") : takeNumber(here, number);
  }
  const digits = text.match(/\d/g) ?? [];
  if (digits.length < fewestDigits) return undefined;
  const key = reading.kind === "misread" ? `fault.${reading.fault}` : "which";
  return askNumber(here, [wording.text(`answers.phone.${key}`, here.values)]);
}

/** Fewer are no try at a number. */
const fewestDigits = 6;

function takeNumber(here: Here, value: string): Turn {
  const isPending = pendingFor(here, phone) !== undefined;
  const answer = { value, at: here.moment.now, how: "typed", by: "self" } as const;
  const then = hereOf(answered(here, phone, answer, {}), here.moment);
  const turn = noted(then);
  return isPending ? { ...goOn(then, turn.says.slice(0, 1)), effects: turn.effects } : turn;
}

function noted(here: Here): Turn {
  const ending = String(here.known(phone)).slice(-4);
  const text = here.tongue.wording.text("conversation.call.noted", valuesWith(here, { ending }));
  return { ...andThen(here, [{ text }]), effects: [{ kind: "staff", why: "call" }] };
}
