/** A job of the list, said beside something else or in the place of it: "tukang ojek" for how somebody works. */
import { jobsIn } from "../answers/jobs.ts";
import { onceFor } from "../answers/once-for.ts";
import { plain, wordsIn } from "../answers/plain.ts";
import type { Words } from "../answers/words.ts";
import type { AskStep, KindName } from "../flow/flow.ts";
import { type Here, kindOf } from "../here.ts";

/** Whether the text names a job, and the pending question takes no job for its own answer or a part of it. */
export function namesJob(here: Here, pending: AskStep, text: string): boolean {
  const isFree = !takesJobs.includes(kindOf(here, pending.datum));
  return isFree && jobsIn(text, here.tongue.words).length > 0;
}

/** "Samping tukang jahit" is an address; "tidak usaha, tapi ada kebun karet" chooses as a whole. */
const takesJobs: readonly KindName[] = ["address", "choice", "occupation", "person-name", "place"];

/** "Budi ojek", "saya tukang ojek pak": without the words before it that no job is called by, and without politeness. */
export function jobWords({ tongue }: Here, text: string): string {
  const known = jobVocabulary(tongue.words);
  const words = text.split(" ");
  const first = words.findIndex((word) => wordsIn(word).some((one) => known.has(one)));
  const { fillers } = tongue.words.agreement;
  const last = words.findLastIndex((word) => !fillers.includes(plain(word)));
  return words.slice(first, last + 1).join(" ");
}

const jobVocabulary = onceFor(
  ({ occupations }: Words) =>
    new Set(Object.values(occupations).flatMap((phrases) => phrases.flatMap(wordsIn))),
);
