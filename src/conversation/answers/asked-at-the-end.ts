/** "Biso diambek dak", "wajib apo idak yo": a no at the end of other words asks; so does "kan". */
import { plainText } from "../../enrolment/plain-text.ts";
import { onceFor } from "./once-for.ts";
import { wordsIn } from "./plain.ts";
import { pointingOf } from "./pointing.ts";
import type { Words } from "./words.ts";

/** So few words before it say a thing and refuse it: "tabungan dak". */
const mostRefused = 1;

/** Whether the last clause asks in the way of speech, without a question mark. */
export function isAskedAtTheEnd(heard: string, words: Words): boolean {
  const clauses = plainText(heard).split(/[,.;:!\n]/);
  const clause = wordsIn(clauses.findLast((clause) => wordsIn(clause).length > 0) ?? "");
  const { tags, softeners, refusals, nothing } = endingsOf(words);
  const last = clause.findLastIndex((word) => !softeners.has(word));
  if (!tags.has(clause[last] ?? "")) return false;
  const before = clause.slice(0, last).filter((word) => !nothing.has(word));
  // "Dak usah dak" refuses twice.
  return before.length > mostRefused && !before.some((word) => refusals.has(word));
}

const endingsOf = onceFor((words: Words) => {
  const { noes, fillers } = pointingOf(words);
  const { asking_ends, softening_ends, lead_ins } = words.choices;
  return {
    tags: new Set(asking_ends),
    softeners: new Set([...softening_ends, ...fillers]),
    refusals: noes,
    nothing: new Set(lead_ins),
  };
});
