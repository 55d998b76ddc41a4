/** How plainly a text asks for something: by its own words, and by what the question that waits makes of it. */
import { isAskedAtTheEnd } from "../answers/asked-at-the-end.ts";
import type { Reading } from "../answers/kind.ts";
import { wordsIn } from "../answers/plain.ts";
import type { KindName } from "../flow/flow.ts";
import type { Here } from "../here.ts";
import { isQuestion } from "./commands.ts";

/** How plainly a text is a question. */
export type Asked = "plainly" | "likely" | "perhaps" | "no";

/** Whether a text asks, where what waits could be answered by it. */
export function askedIn(here: Here, text: string, reading: Reading, kind: KindName): Asked {
  const isPlain = isQuestion(text, here.tongue);
  // A job or a village of the list is one, whatever its first word sounds like.
  if (reading.kind === "understood" && listed.includes(kind) && !text.includes("?")) {
    return isPlain ? "perhaps" : "no";
  }
  if (isPlain) return "plainly";
  if (!mayAsk(text, here)) return "no";
  return reading.kind === "misread" && !anyText.includes(kind) ? "likely" : "perhaps";
}

const listed: readonly KindName[] = ["occupation", "place"];

/** Kinds that would take nearly any text for an answer. */
export const anyText: readonly KindName[] = ["address", "occupation", "person-name", "place"];

/** Whether a text asks for something: also in its middle, "kalo sakit berapo bayarnyo", "resmi dak ini, wong banyak tipu". */
export function mayAsk(text: string, { tongue }: Here): boolean {
  const said = ` ${wordsIn(text).join(" ")} `;
  const { questionWords } = tongue.phrases;
  return (
    isQuestion(text, tongue) ||
    questionWords.some((word) => said.includes(` ${word} `)) ||
    // Of clauses that are said again and again, each once.
    [...new Set(text.split(/[,.;!\n]/))].some((clause) => isAskedAtTheEnd(clause, tongue.words))
  );
}
