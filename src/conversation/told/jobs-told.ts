/** A job of the list, said beside something else or in the place of it: "tukang ojek" for how somebody works. */
import { jobsIn } from "../answers/jobs.ts";
import { onceFor } from "../answers/once-for.ts";
import { wordsIn } from "../answers/plain.ts";
import type { Words } from "../answers/words.ts";
import type { AskStep, KindName } from "../flow/flow.ts";
import { type Here, kindOf } from "../here.ts";
import { choicesCalled } from "./choices.ts";

/** Whether the text names a job, and does not answer the pending question with it. */
export function namesJob(here: Here, pending: AskStep, text: string): boolean {
  const kind = kindOf(here, pending.datum);
  if (takesJobs.includes(kind) || jobsIn(text, here.tongue.words).length === 0) return false;
  return kind !== "choice" || choicesCalled(here, pending.datum, text).length === 0;
}

/** "Samping tukang jahit" is an address. */
const takesJobs: readonly KindName[] = ["address", "occupation", "person-name", "place"];

/** "Budi ojek", "saya tukang ojek": without the words before it that no job is called by. */
export function jobWords({ tongue }: Here, text: string): string {
  const known = jobVocabulary(tongue.words);
  const words = text.split(" ");
  const first = words.findIndex((word) => wordsIn(word).some((one) => known.has(one)));
  return words.slice(first).join(" ");
}

const jobVocabulary = onceFor(
  ({ occupations }: Words) =>
    new Set(Object.values(occupations).flatMap((phrases) => phrases.flatMap(wordsIn))),
);
