/** What was told before its question is asked in the question's place: "Tadi ditulis tukang ojek. Itu pekerjaannya?" */
import { choicesOf, type Pair, pairIn } from "../asking/menu.ts";
import { askedBack, asksOf, readAnswer } from "../asking/reading.ts";
import type { AskStep } from "../flow/flow.ts";
import { type Here, printed } from "../here.ts";
import { type Aside, type Session, withoutTold } from "../session.ts";
import type { Say } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";

type Asked = { readonly session: Session; readonly say: Say };

/** Undefined where nothing was told for this question. */
export function askTold(here: Here, step: AskStep): Asked | undefined {
  const { session } = here;
  const told = session.told?.[step.datum];
  if (told === undefined) return undefined;
  const reading = readAnswer(here, step, told);
  switch (reading.kind) {
    case "misread":
      return undefined;
    case "ask-back": {
      // What is put back says itself what was told; after it the question is asked as ever.
      const { aside, say } = askedBack(here, step, reading);
      return { session: { ...withoutTold(session, step.datum), aside }, say };
    }
    case "understood": {
      const aside: Aside = { kind: "told", datum: step.datum };
      const said = printed(here, step.datum, reading.value);
      return { session: { ...session, aside }, say: confirming(here, step, said) };
    }
  }
}

/** Progress above it and the way to help below it, as with the question itself. */
function confirming(here: Here, step: AskStep, said: string): Say {
  const { wording } = here.tongue;
  const own = `conversation.told.${step.datum}`;
  const text = [
    wording.text("conversation.progress", valuesWith(here, { number: step.number })),
    wording.text(wording.has(own) ? own : "conversation.told.answer", valuesWith(here, { said })),
    wording.text("conversation.way-to-help"),
  ].join("\n");
  return { text, ...choicesOf(asTold(here)), ...asksOf(here, step) };
}

/** [✅ Betul] [❌ Bukan] */
export function asTold(here: Here): Pair {
  return pairIn(here, "told", "as-told", "not-so");
}
