/** A message that answers more than it was asked: the pending question by what is left of it, the others besides. */
import { accept, take } from "../asking/answering.ts";
import { andThen } from "../asking/asking.ts";
import { readAnswer } from "../asking/reading.ts";
import { isQuestion } from "../besides/commands.ts";
import type { AskStep } from "../flow/flow.ts";
import { type Here, kindOf } from "../here.ts";
import type { Turn } from "../turn.ts";
import { keepAlong } from "./along.ts";
import { severalIn } from "./message.ts";

/** Undefined where the message is about the pending question alone. Before the consent nothing is taken. */
export function hearSeveral(here: Here, step: AskStep, text: string): Turn | undefined {
  if (kindOf(here, step.datum) === "consent") return undefined;
  const several = severalIn(here, step, text);
  if (several === undefined || isQuestion(text, here.tongue)) return undefined;
  const { claims, rest } = several;
  const reading = readAnswer(here, step, rest);
  switch (reading.kind) {
    case "understood":
      return accept(here, step, reading.value, "typed", rest, several);
    case "ask-back": {
      const along = keepAlong(here, step, several);
      const turn = take(along.here, step, reading, "typed");
      return { ...turn, says: [...along.says, ...turn.says] };
    }
    case "misread": {
      // What is asked may be told only by the whole: then it is left as it is.
      const isWhole = readAnswer(here, step, text).kind === "understood";
      if (claims.length === 0 || isWhole) return undefined;
      const along = keepAlong(here, step, { claims, job: undefined });
      return andThen(along.here, along.says);
    }
  }
}
