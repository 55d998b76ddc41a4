/** Data before the consent: none of it is kept, and the consent is asked. */
import { andThen, goOn } from "../asking/asking.ts";
import { greet } from "../besides/greeting.ts";
import { type Here, kindOf, nextStep } from "../here.ts";
import type { Turn } from "../turn.ts";
import { severalIn } from "./message.ts";

/** Undefined where no data are told, or the consent is there. */
export function toldTooEarly(here: Here, text: string): Turn | undefined {
  const step = nextStep(here);
  if (step?.type !== "ask" || kindOf(here, step.datum) !== "consent") return undefined;
  const several = severalIn(here, step, text);
  return several === undefined || several.claims.length === 0 ? undefined : askConsentFirst(here);
}

/** That it was not kept, and the consent: by its question, or at first by who speaks. */
export function askConsentFirst(here: Here): Turn {
  const say = { text: here.tongue.wording.text("conversation.after-consent") };
  switch (here.session.phase) {
    case "new": {
      // Whoever comes hears first who speaks; the last bubble asks whether to begin.
      const turn = greet(here);
      return { ...turn, says: [...turn.says.slice(0, -1), say, ...turn.says.slice(-1)] };
    }
    case "enrolling":
      return andThen(here, [say]);
    default:
      return goOn(here, [say]);
  }
}
