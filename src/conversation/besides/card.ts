/** A contact card: the person's own number, which the channel vouches for, or somebody else's. */
import { kinds } from "../answers/kinds.ts";
import { take } from "../asking/answering.ts";
import { andThen, tell } from "../asking/asking.ts";
import { readAnswer } from "../asking/reading.ts";
import { answered } from "../asking/storing.ts";
import type { Heard } from "../heard.ts";
import { aboutOf, type Here, hereOf, kindOf, pendingStep } from "../here.ts";
import type { Session } from "../session.ts";
import { noted } from "../told/along.ts";
import { askConsentFirst } from "../told/before-consent.ts";
import type { Turn } from "../turn.ts";
import { answerNumber, askNumber, hasNumber } from "./calling.ts";

type Card = Heard & { readonly kind: "contact" };

/** Where the number is asked it is the answer; elsewhere it is kept until then, once there is a consent. */
export function hearCard(here: Here, { aside }: Session, { phone, isOwn }: Card): Turn {
  const step = pendingStep(here);
  const isAsked = step !== undefined && kindOf(here, step.datum) === "phone";
  if (aside?.kind === "call") {
    const { wording } = here.tongue;
    const number = isOwn ? answerNumber(here, { kind: "text", text: phone }) : undefined;
    return number ?? askNumber(here, [wording.text("conversation.card.somebody-else")]);
  }
  if (!isOwn) return tell(here, isAsked ? "card.somebody-else" : "card.not-kept");
  if (isAsked) return take(here, step, readAnswer(here, step, phone), "typed", phone);
  if (here.session.phase === "submitted") return tell(here, "card.not-kept");
  if (here.known("consent") !== "yes") return askConsentFirst(here);
  return hasNumber(here) ? tell(here, "card.known") : keepEarly(here, phone);
}

/** As if it had been told along with another answer. */
function keepEarly(here: Here, phone: string): Turn {
  const reading = kinds.phone.read(phone, aboutOf(here, []));
  if (reading.kind !== "understood") return tell(here, "card.not-kept");
  const answer = { value: reading.value, at: here.moment.now, how: "typed", by: "self" } as const;
  const then = hereOf(answered(here, "phone", answer, {}), here.moment);
  return andThen(then, noted(then, ["phone"], "noted-alone"));
}
