/** Answers to what the bot put in between. Whatever is no answer to it lets it go and is heard as usual. */
import type { WayOut } from "./answers/kind.ts";
import { accept, agreed, callStaff, changeOptions, pause, pick, readAnswer, take, waysAsOptions } from "./answering.ts";
import { goOn, menuOf, pending, question } from "./asking.ts";
import { reopen } from "./corrections.ts";
import { andThen, greet, languageOptions, resume, whoOptions } from "./deeds.ts";
import { type Here, hereOf, nextStep, sharedValues } from "./here.ts";
import { explain, topicMenu, topicOf } from "./questions.ts";
import { type Aside, newSession, type Session, withoutAside } from "./session.ts";
import { lineIn } from "./summary.ts";
import type { Turn } from "./turn.ts";

/** The turn that answers the aside, or undefined when the text is no answer to it. `tapped` for a button. */
export function answerAside(here: Here, aside: Aside, heard: string, tapped: boolean): Turn | undefined {
  const then = hereOf(withoutAside(here.session), here.moment);
  switch (aside.kind) {
    case "ask-back":
      return answerAskBack(then, aside, heard, tapped);
    case "complete":
      return reread(then, aside.template.replace("{}", heard));
    case "stuck":
      return unstick(then, pick(then, menuOf(then, ["again", "later", "staff"]), heard));
    case "answered-before":
      return changeMind(then, aside.datum, heard);
    case "which":
      return changeLine(then, heard);
    case "sure":
      return decide(then, aside.about, agreed(then, heard));
    case "who":
      return sayWho(then, heard);
    case "language":
      return speak(then, pick(then, languageOptions(then), heard));
    case "topics": {
      const topic = topicOf(pick(then, topicMenu(then).choices ?? [], heard) ?? "", then);
      return topic === undefined ? undefined : andThen(then, explain(topic, then));
    }
  }
}

function answerAskBack(
  here: Here,
  aside: Aside & { kind: "ask-back" },
  heard: string,
  tapped: boolean,
): Turn | undefined {
  const step = nextStep(here);
  if (step?.type !== "ask" || step.datum !== aside.datum) return undefined;
  const value = pick(here, waysAsOptions(here, aside.ways), heard);
  const way: WayOut | undefined = aside.ways.find((way) => way.value === value);
  if (way === undefined) return undefined;
  if ("takes" in way) return accept(here, step, way.takes, tapped ? "tapped" : "confirmed");
  if ("rereads" in way) return take(here, step, readAnswer(here, step, way.rereads), "confirmed");
  if ("again" in way) return { session: here.session, says: [question(here, step)], effects: [] };
  const session: Session = {
    ...here.session,
    aside: { kind: "complete", datum: step.datum, template: way.completes, asks: way.asks },
  };
  const text = here.tongue.wording.text(`answers.${way.asks}`, sharedValues(here));
  return { session, says: [{ text, asks: question(here, step).asks ?? never() }], effects: [] };
}

function reread(here: Here, text: string): Turn | undefined {
  const step = nextStep(here);
  if (step?.type !== "ask") return undefined;
  const reading = readAnswer(here, step, text);
  return reading.kind === "misread" ? undefined : take(here, step, reading, "typed");
}

function unstick(here: Here, picked: string | undefined): Turn | undefined {
  const step = nextStep(here);
  if (step?.type !== "ask") return undefined;
  if (picked === "again") return { session: here.session, says: pending(here), effects: [] };
  if (picked === "later") return pause(here, step);
  return picked === "staff" ? callStaff(here, step.id) : undefined;
}

function changeMind(here: Here, datum: string, heard: string): Turn | undefined {
  const picked = pick(here, changeOptions(here), heard) ?? agreed(here, heard);
  if (picked === undefined) return undefined;
  if (picked === "change" || picked === "yes") return reopen(here, datum);
  return { session: here.session, says: pending(here), effects: [] };
}

/** "9", "nomor 9", "alamat": the line of the read-back that is wrong. */
function changeLine(here: Here, heard: string): Turn | undefined {
  const datum = lineIn(here, heard);
  return datum === undefined ? undefined : reopen(here, datum);
}

function decide(
  here: Here,
  about: "erase" | "withdraw" | "cancel" | "restart",
  answer: "yes" | "no" | undefined,
): Turn | undefined {
  if (answer === undefined) return undefined;
  const { wording } = here.tongue;
  if (answer === "no") {
    return andThen(here, [{ text: wording.text("conversation.left-as-it-is") }]);
  }
  const { language } = here.session;
  const blank = { ...newSession(here.moment.now), language };
  const then = hereOf(blank, here.moment);
  if (about === "restart") return goOn(then, [{ text: wording.text("conversation.restarted") }]);
  if (about === "cancel") {
    const step = nextStep(here);
    const greeted = hereOf({ ...blank, phase: "greeted" }, here.moment);
    const turn = andThen(greeted, [
      { text: wording.text("conversation.cancelled", sharedValues(greeted)) },
    ]);
    return {
      ...turn,
      effects: [{ kind: "passed", step: step?.id ?? "confirm", event: "cancelled" }],
    };
  }
  const values = { ...sharedValues(then), date: wording.date(here.moment.today) };
  return {
    session: blank,
    says: wording.bubbles("conversation.erased", values).map((text) => ({ text })),
    effects: [{ kind: "erase", withdrawn: about === "withdraw" }],
  };
}

function sayWho(here: Here, heard: string): Turn | undefined {
  const picked = pick(here, whoOptions(here), heard) ?? agreed(here, heard);
  if (picked === "still-me" || picked === "yes") return resume(here, true);
  if (picked !== "somebody-else" && picked !== "no") return undefined;
  const blank = { ...newSession(here.moment.now), language: here.session.language };
  const turn = greet(hereOf(blank, { ...here.moment, submissions: [] }));
  return { ...turn, effects: [{ kind: "new-person" }] };
}

function speak(here: Here, picked: string | undefined): Turn | undefined {
  if (picked !== "id" && picked !== "en") return undefined;
  const then = hereOf({ ...here.session, language: picked }, here.moment);
  return andThen(then, [{ text: then.tongue.wording.text("conversation.language-set") }]);
}

function never(): never {
  throw new Error("a question always says what it asks");
}
