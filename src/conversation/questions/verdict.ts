/** What a question is about, and how sure that is. */
import { onceFor } from "../answers/once-for.ts";
import type { Here } from "../here.ts";
import type { Topic } from "../material.ts";
import { topicNamed } from "./explaining.ts";
import { elsewhere, type Fit } from "./search.ts";

export type Verdict =
  /**
   * `isClear`: so clear that no word or sign need say that it is a question. `isWhole`: the text tells of nothing else.
   */
  | {
      readonly kind: "sure";
      readonly topic: Topic;
      readonly isClear: boolean;
      readonly isWhole: boolean;
    }
  /** Two or three topics that may be meant, the likeliest first. */
  | { readonly kind: "unsure"; readonly topics: readonly Topic[] }
  /** `isElsewhere`: it is what others are asked. */
  | { readonly kind: "unknown"; readonly isElsewhere: boolean };

/**
 * From here on an explanation is given, or offered. Set on test/conversation/free-questions/: below `sure` more
 * answers would be false than one in twenty, above it fewer questions would be answered at once than nine in ten.
 */
const floors = {
  sure: { score: 5, share: 0.26 },
  clear: { score: 22, share: 0.55 },
  whole: { score: 18, share: 0.99 },
  elsewhere: { score: 8, share: 0.5 },
  offered: { score: 3, share: 0.2 },
} as const;
/** One alone would be no choice. */
const fewestOffered = 2;
const mostOffered = 3;
/** What comes so near to the best makes it unsure: another topic, or what others are asked. */
const rivals = { topic: 0.95, elsewhere: 0.75 };

/** A turn asks about its text more than once. What was found goes with the turn: nothing that people wrote stays. */
const foundIn = onceFor((_here: Here) => new Map<string, Verdict>());

/** What the text is about. Searched for once in a turn. */
export function verdictOn(text: string, here: Here): Verdict {
  const found = foundIn(here);
  const verdict = found.get(text) ?? verdictOf(text, here);
  found.set(text, verdict);
  return verdict;
}

function verdictOf(text: string, { tongue, moment }: Here): Verdict {
  const { topics } = moment.material;
  const fits = tongue.questions.fits(text);
  const [best, ...others] = fits;
  if (best?.topic === elsewhere) {
    return { kind: "unknown", isElsewhere: reaches(best, floors.elsewhere) };
  }
  if (best !== undefined && reaches(best, floors.sure) && !hasRival(best, others)) {
    const topic = topicNamed(topics, best.topic);
    if (topic !== undefined) {
      const isWhole = reaches(best, floors.whole);
      return { kind: "sure", topic, isClear: reaches(best, floors.clear), isWhole };
    }
  }
  const offered = fits
    .filter((fit) => reaches(fit, floors.offered))
    .slice(0, mostOffered)
    .flatMap(({ topic }) => topicNamed(topics, topic) ?? []);
  return offered.length < fewestOffered
    ? { kind: "unknown", isElsewhere: false }
    : { kind: "unsure", topics: offered };
}

function hasRival(best: Fit, others: readonly Fit[]): boolean {
  return others.some(
    ({ topic, score }) =>
      score > best.score * (topic === elsewhere ? rivals.elsewhere : rivals.topic),
  );
}

function reaches({ score, share }: Fit, floor: Pick<Fit, "score" | "share">): boolean {
  return score >= floor.score && share >= floor.share;
}
