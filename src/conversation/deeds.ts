/** What each command does. */
import type { Option } from "./answers/kind.ts";
import { askWhich, callStaff, pause } from "./answering.ts";
import { goOn, menuOf, pending } from "./asking.ts";
import { choicesOf, type Tapped } from "./choices.ts";
import type { Command } from "./commands.ts";
import { goBack, keepFormer, reopen } from "./corrections.ts";
import { answeredSteps, type Here, hereOf, nextStep, sharedValues } from "./here.ts";
import { topicMenu } from "./questions.ts";
import { newSession, type Session, withoutAnswers } from "./session.ts";
import { statusOf } from "./status.ts";
import { kept } from "./summary.ts";
import type { Say, Turn } from "./turn.ts";

/** Carries out a command. Unless it changes the talk, the pending question follows. */
export function carryOut(command: Command, here: Here): Turn {
  switch (command.name) {
    case "start":
      return start(here);
    case "resume":
      return resume(here);
    case "repeat":
      return here.session.phase === "enrolling" ? goOn(here) : resume(here);
    case "questions":
      return aside(here, { kind: "topics" }, [topicMenu(here)]);
    case "genuine":
      return tell(here, here.moment.trial ? "genuine-trial" : "genuine");
    case "help":
      return tell(here, "help");
    case "back":
      return here.session.phase === "enrolling" ? goBack(here) : resume(here);
    case "change":
      return change(here, command.datum);
    case "cancel":
      return keepFormer(here) ?? cancel(here);
    case "restart":
      return here.session.phase === "submitted" ? resume(here) : sure(here, "restart");
    case "erase":
      return sure(here, "erase");
    case "withdraw":
      return sure(here, "withdraw");
    case "status":
      return statusOf(here);
    case "language":
      return askLanguage(here);
    case "staff":
      return callStaff(here, "asked");
    case "my-data":
      return myData(here);
    case "later":
    case "done":
      return stopHere(here);
    case "new-person":
      return newPerson(here);
  }
}

/** The greeting: who speaks, what it is worth, that it is free; in trial mode first of all that it is a trial. */
export function greet(here: Here, after: readonly Say[] = []): Turn {
  const { wording } = here.tongue;
  const key = here.moment.trial ? "conversation.greeting-trial" : "conversation.greeting";
  const bubbles = wording.bubbles(key, sharedValues(here));
  return {
    session: { ...here.session, phase: "greeted" },
    says: [...after, ...lastWith(here, bubbles, ["start", "questions", "genuine"])],
    effects: [],
  };
}

/** Begins, or takes back the answer that led to an end. */
export function start(here: Here): Turn {
  // Whoever comes without a word first hears who speaks, also when the first word is "daftar".
  if (here.session.phase === "new") return greet(here);
  if (here.session.phase === "submitted") return statusOf(here);
  const step = nextStep(here);
  const session =
    step?.type === "end" && step.reopens !== undefined
      ? withoutAnswers(here.session, [step.reopens])
      : here.session;
  return goOn(hereOf(session, here.moment));
}

/** On a shared phone, who takes it up after so long may be somebody else. */
const absentHours = 6;

/** Takes the talk up again where it stands; `isKnown` once the person said that it is still they. */
export function resume(here: Here, isKnown = false): Turn {
  const absentMs = Date.parse(here.moment.now) - Date.parse(here.session.heardAt);
  if (!isKnown && here.known("name") !== undefined && absentMs > absentHours * 3_600_000) {
    return askWho(here);
  }
  if (here.session.phase === "submitted") return statusOf(here);
  if (here.session.phase === "new" || here.session.phase === "greeted") return greet(here);
  const step = nextStep(here);
  if (step === undefined || step.type === "end") return start(here);
  const { wording } = here.tongue;
  const text = wording.text("conversation.welcome-back", {
    ...sharedValues(here),
    at: step.number,
  });
  return goOn(here, answeredSteps(here).length === 0 ? [] : [{ text }]);
}

/** Something is explained and the pending question follows; before the talk has begun, the way in follows. */
export function tell(here: Here, key: string): Turn {
  const bubbles = here.tongue.wording.bubbles(`conversation.${key}`, sharedValues(here));
  return andThen(here, bubbles.map((text) => ({ text })));
}

export function andThen(here: Here, says: readonly Say[]): Turn {
  const session = { ...here.session, misread: 0 };
  const next = pending(here);
  if (next.length > 0) return { session, says: [...says, ...next], effects: [] };
  const menu = choicesOf(menuOf(here, menuOfPhase(here.session.phase)));
  const told = says.map((say, index) => (index === says.length - 1 ? { ...say, ...menu } : say));
  return { session, says: told, effects: [] };
}

export function menuOfPhase(phase: Session["phase"]): readonly Tapped[] {
  switch (phase) {
    case "new":
    case "greeted":
      return ["start", "questions", "genuine"];
    case "enrolling":
    case "paused":
      return ["resume", "questions", "staff"];
    case "submitted":
      return ["status", "new-person", "done"];
  }
}

function change(here: Here, datum: string | undefined): Turn {
  if (here.session.phase === "submitted") return tell(here, "already-handed-in");
  if (datum === undefined) return answeredSteps(here).length === 0 ? resume(here) : askWhich(here);
  const asked = here.moment.material.flow.data.get(datum)?.derive === "sex-of-nik" ? "nik" : datum;
  if (here.session.answers[asked] === undefined) return tell(here, "not-answered-yet");
  return reopen(here, asked);
}

function cancel(here: Here): Turn {
  if (here.session.phase === "submitted") return sure(here, "withdraw");
  return answeredSteps(here).length === 0 ? greet(here) : sure(here, "cancel");
}

function sure(here: Here, about: "erase" | "withdraw" | "cancel" | "restart"): Turn {
  const text = here.tongue.wording.text(`conversation.sure.${about}`, sharedValues(here));
  const options = (["yes", "no"] as const).map((value) => ({
    value,
    label: here.tongue.wording.text(`choices.sure-${about}.${value}`),
  }));
  return aside(here, { kind: "sure", about }, [{ text, ...choicesOf(options) }]);
}

function askLanguage(here: Here): Turn {
  const text = here.tongue.wording.text("conversation.which-language");
  return aside(here, { kind: "language" }, [{ text, ...choicesOf(languageOptions(here)) }]);
}

function aside(here: Here, put: NonNullable<Session["aside"]>, says: readonly Say[]): Turn {
  return { session: { ...here.session, misread: 0, aside: put }, says, effects: [] };
}

function myData(here: Here): Turn {
  const lines = kept(here);
  if (lines.length === 0) return tell(here, "nothing-kept");
  const { wording } = here.tongue;
  const values = sharedValues(here);
  return andThen(here, [
    { text: [wording.text("conversation.kept.title", values), ...lines].join("\n") },
    { text: wording.text("conversation.kept.rights", values) },
  ]);
}

function stopHere(here: Here): Turn {
  const step = nextStep(here);
  if (here.session.phase === "enrolling" && step?.type === "ask") return pause(here, step);
  const text = here.tongue.wording.text("conversation.goodbye", sharedValues(here));
  return { session: here.session, says: [{ text }], effects: [] };
}

function askWho(here: Here): Turn {
  const text = here.tongue.wording.text("conversation.who", sharedValues(here));
  return aside(here, { kind: "who" }, [{ text, ...choicesOf(whoOptions(here)) }]);
}

export function whoOptions(here: Here): readonly Option[] {
  return (["still-me", "somebody-else"] as const).map((value) => ({
    value,
    label: here.tongue.wording.text(`choices.who.${value}`),
  }));
}

export function languageOptions(here: Here): readonly Option[] {
  return (["id", "en"] as const).map((value) => ({
    value,
    label: here.tongue.wording.text(`choices.language.${value}`),
  }));
}

function newPerson(here: Here): Turn {
  const session: Session = { ...newSession(here.moment.now), language: here.session.language };
  const turn = goOn(hereOf(session, { ...here.moment, submissions: [] }), [
    { text: here.tongue.wording.text("conversation.new-person") },
  ]);
  return { ...turn, effects: [{ kind: "new-person" }, ...turn.effects] };
}

function lastWith(here: Here, bubbles: readonly string[], menu: readonly Tapped[]): readonly Say[] {
  return bubbles.map((text, index) =>
    index === bubbles.length - 1 ? { text, ...choicesOf(menuOf(here, menu)) } : { text },
  );
}
