/** Taking an answer to the pending question, with what was said besides. */
import type { Reading, Value } from "../answers/kind.ts";
import type { AskStep, EndStep, ListOption } from "../flow/flow.ts";
import { type Here, hereOf, kindOf, nextStep, printed, rowsOf } from "../here.ts";
import type { Answer } from "../session.ts";
import { type Besides, keepAlong, nothing } from "../told/along.ts";
import type { Effect, Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { andThen, goOn, leadInTexts, putAside } from "./asking.ts";
import { toldEarly, wordsOf } from "./early.ts";
import { askWhich } from "./lines.ts";
import { choicesOf, pairIn, saysOf } from "./menu.ts";
import { misread } from "./misreading.ts";
import { callStaff, pause } from "./pausing.ts";
import { askedBack, asksOf } from "./reading.ts";
import { answered } from "./storing.ts";

type How = Answer["how"];

/** Takes what the reader made of `text`: an answer, a question back, or a misreading. */
export function take(here: Here, step: AskStep, reading: Reading, how: How, text?: string): Turn {
  switch (reading.kind) {
    case "understood":
      return accept(here, step, reading.value, how, text);
    case "ask-back":
      return askBack(here, step, reading);
    case "misread":
      return misread(here, step, reading);
  }
}

/** Stores a value (or does what the choice does), with what else its words told or was said besides, and goes on. */
export function accept(
  here: Here,
  step: AskStep,
  value: Value,
  how: How,
  text?: string,
  besides: Besides = nothing,
): Turn {
  const row = rowsOf(here, step.datum).find((row) => row.value === value);
  if (row?.does !== undefined) return doInstead(here, step, row.does);
  if (step.datum === "confirm" && value === "no") return askWhich(here);
  const answer: Answer = { value, at: here.moment.now, how, by: "self" };
  const then = hereOf(answered(here, step.datum, answer, row?.sets ?? {}), here.moment);
  const next = nextStep(then);
  if (next?.type === "end" && next.forgets && how !== "confirmed") {
    return askBeforeForgetting(here, step, next, value);
  }
  const words = wordsOf(value, text);
  const part = words === undefined ? undefined : toldEarly(then, step, words);
  // Where it is told besides as well, both are compared.
  const isBesides = besides.claims.some(({ datum }) => datum === part?.step.datum);
  if (part !== undefined && !isBesides) {
    return accept(then, part.step, part.value, how, words, besides);
  }
  // Where the talk ends here, nothing more is kept than the answer.
  const along = next?.type === "end" ? { here: then, says: [] } : keepAlong(then, step, besides);
  return goOn(along.here, along.says, consentEffect(here, step, value));
}

/** "Lahir 5 Maret 2012 …, betul?": all answers would be destroyed by it. */
function askBeforeForgetting(here: Here, step: AskStep, end: EndStep, value: Value): Turn {
  const values = valuesWith(here, { answer: printed(here, step.datum, value) });
  const text = here.tongue.wording.text(`enrolment.${end.id}.sure`, values);
  const choices = choicesOf(pairIn(here, "forgets", "right", "again"));
  const aside = { kind: "forgets", datum: step.datum, value } as const;
  return putAside(here, aside, { text, ...choices, ...asksOf(here, step) });
}

/** Consent is kept with the exact words it was asked in (UU 27/2022 art. 22 and 24). */
function consentEffect(here: Here, step: AskStep, value: Value): readonly Effect[] {
  if (kindOf(here, step.datum) !== "consent" || (value !== "yes" && value !== "no")) return [];
  const asked = here.tongue.wording.text(`enrolment.${step.id}.ask`, here.values);
  return [
    { kind: "consent", answer: value, shown: [...leadInTexts(here, step), asked].join("\n") },
  ];
}

function doInstead(here: Here, step: AskStep, does: NonNullable<ListOption["does"]>): Turn {
  switch (does) {
    case "staff":
      return callStaff(here, step.id);
    case "share":
      return andThen(here, saysOf(here.tongue.wording.bubbles(`enrolment.${step.id}.share`)));
    case "later":
      return pause(here, step);
    case "explain": {
      const more = here.tongue.wording.bubbles(`enrolment.${step.id}.more`, here.values);
      return andThen(here, saysOf(more));
    }
  }
}

/** The question that is put back to the person. */
function askBack(here: Here, step: AskStep, back: Reading & { readonly kind: "ask-back" }): Turn {
  const { aside, say } = askedBack(here, step, back);
  return putAside(here, aside, say);
}
