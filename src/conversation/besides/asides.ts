/** Answers to what the bot put in between. Whatever is no answer to it lets it go and is heard as usual. */
import { accept, take } from "../asking/answering.ts";
import { tell } from "../asking/asking.ts";
import { askLineOrSend, lineOrSend, sayWhich } from "../asking/lines.ts";
import { pairIn } from "../asking/menu.ts";
import { misread, unstick } from "../asking/misreading.ts";
import { leave } from "../asking/pausing.ts";
import { agreed, pick, pickYesNo, type Reply } from "../asking/picking.ts";
import { readAnswer } from "../asking/reading.ts";
import { sendOrLookAgain } from "../asking/sending.ts";
import { type Here, hereOf, pendingFor } from "../here.ts";
import { topicOf, topicOptions } from "../questions/explaining.ts";
import type { Aside } from "../session.ts";
import { answerTold } from "../told/answering-told.ts";
import type { Turn } from "../turn.ts";
import { answerAskBack } from "./ask-back.ts";
import { answerNumber } from "./calling.ts";
import { commandIn, isQuestion } from "./commands.ts";
import { correct } from "./correcting.ts";
import { keepFormer, reopen } from "./corrections.ts";
import { carryOut, languageOptions, resume } from "./deeds.ts";
import { sayWhichPhone } from "./elsewhere.ts";
import { forgetOrAskAgain } from "./forgetting.ts";
import { changeMind } from "./old-button.ts";
import { answerWith } from "./questions.ts";
import { decide } from "./sure.ts";
import { takeUpOrNot } from "./take-up.ts";
import { answerOffer } from "./unreadable.ts";
import { greetAnother, isStillThey } from "./who.ts";
import { askWhose, othersAt, sayWhose } from "./whose.ts";

/** The turn that answers the aside, or undefined when the reply is no answer to it. `here` is without the aside. */
export function answerAside(here: Here, aside: Aside, reply: Reply): Turn | undefined {
  return answer(here, aside, reply) ?? (isNeverMind(here, aside, reply) ? letGo(here) : undefined);
}

function answer(here: Here, aside: Aside, reply: Reply): Turn | undefined {
  switch (aside.kind) {
    case "ask-back":
      return answerAskBack(here, aside, reply);
    case "complete":
      return complete(here, aside, reply);
    case "stuck":
      return unstick(here, reply);
    case "answered-before":
      return changeMind(here, aside.datum, reply);
    case "which":
      return (reply.kind === "text" && correct(here, reply.text, true)) || sayWhich(here, reply);
    case "line-or-send":
      return nameOrSend(here, aside.datum, reply);
    case "sure":
      return decide(here, aside.about, reply);
    case "who":
      return sayWho(here, reply);
    case "send":
      return sendOrLookAgain(here, reply);
    case "forgets":
      return forgetOrAskAgain(here, aside, reply);
    case "whose":
      return sayWhose(here, reply);
    case "take-up":
      return takeUpOrNot(here, reply);
    case "elsewhere-or-change":
      return sayWhichPhone(here, aside.datum, reply);
    case "go-on":
      return goOnOrLeave(here, reply);
    case "language":
      return speak(here, pick(here, languageOptions(here), reply));
    case "call":
      return answerNumber(here, reply);
    case "offer-call":
      return answerOffer(here, reply);
    // A number or a label of them was taken for a tap.
    case "offered":
      return undefined;
    case "told":
      return answerTold(here, aside.datum, reply);
    case "topics": {
      const topic = topicOf(pick(here, topicOptions(here, aside.names), reply) ?? "", here);
      return topic && answerWith(here, topic);
    }
  }
}

/** "Batal", said to these, is said to the registration itself. */
function isNeverMind({ tongue }: Here, aside: Aside, reply: Reply): boolean {
  if (toTheTalk.includes(aside.kind)) return false;
  if (aside.kind === "sure" && aside.about === "cancel") return false;
  return reply.kind === "text" && commandIn(reply.text, tongue)?.name === "cancel";
}

const toTheTalk: readonly Aside["kind"][] = [
  "stuck",
  "who",
  "go-on",
  "told",
  "offer-call",
  "offered",
];

/** What was put in between goes, with the correction it belonged to. */
function letGo(here: Here): Turn {
  return keepFormer(here) ?? tell(here, "left-as-it-is");
}

type Complete = Aside & { readonly kind: "complete" };

/** The reply stands in the gap; whoever answers the whole question, asks or commands something is heard as usual. */
function complete(here: Here, aside: Complete, reply: Reply): Turn | undefined {
  const step = pendingFor(here, aside.datum);
  if (step === undefined || reply.kind === "choice") return undefined;
  if (commandIn(reply.text, here.tongue) !== undefined) return undefined;
  if (isQuestion(reply.text, here.tongue)) return undefined;
  const whole = readAnswer(
    here,
    step,
    aside.template.replace("{}", () => reply.text),
  );
  if (whole.kind !== "misread") return take(here, step, whole, "typed");
  if (readAnswer(here, step, reply.text).kind === "understood") return undefined;
  const turn = misread(here, step, whole);
  return { ...turn, session: { aside, ...turn.session } };
}

/** A bare yes says nothing about which of the two is meant. */
function nameOrSend(here: Here, datum: string, reply: Reply): Turn | undefined {
  const step = pendingFor(here, "confirm");
  const picked = pick(here, lineOrSend(here), reply);
  if (picked === "change") return reopen(here, datum);
  if (step === undefined) return undefined;
  if (picked === "send")
    return accept(here, step, "yes", reply.kind === "choice" ? "tapped" : "typed");
  if (reply.kind === "choice") return undefined;
  return agreed(here, reply.text) === "yes" ? askLineOrSend(here, datum) : undefined;
}

function sayWho(here: Here, reply: Reply): Turn | undefined {
  switch (isStillThey(here, reply)) {
    case undefined:
      return undefined;
    case "yes":
      return resume(hereOf({ ...here.session, heardAt: here.moment.now }, here.moment));
    case "no":
      return othersAt(here.moment).length > 0 ? askWhose(here) : greetAnother(here);
  }
}

function goOnOrLeave(here: Here, reply: Reply): Turn | undefined {
  switch (pickYesNo(here, pairIn(here, "commands", "resume", "later"), reply)) {
    case undefined:
      return undefined;
    case "yes":
      return carryOut({ name: "resume" }, here);
    case "no":
      return leave(here);
  }
}

function speak(here: Here, picked: string | undefined): Turn | undefined {
  if (picked !== "id" && picked !== "en") return undefined;
  return tell(hereOf({ ...here.session, language: picked }, here.moment), "language-set");
}
