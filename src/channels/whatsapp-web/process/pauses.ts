/** How long is waited before a new browser starts, by what the last one ended of and how long it lived. */
import type { Times } from "../times.ts";
import type { Cause } from "./protocol.ts";

/** Ends that were meant, or need no pause. */
const atOnce: ReadonlySet<Cause | undefined> = new Set(["asked", "logged-out", "memory"]);
/** Ends after which starting again soon makes it worse. */
const shutOut: ReadonlySet<Cause | undefined> = new Set(["refused", "outdated"]);

export type Pauses = {
  /** Milliseconds. `cause` is undefined where nobody knows. */
  readonly after: (cause: Cause | undefined, livedMs: number) => number;
};

export function openPauses({
  pauseMs: [first, most],
  calmMs,
  shutOutMs,
}: Pick<Times, "pauseMs" | "calmMs" | "shutOutMs">): Pauses {
  let fails = 0;
  let wasAtOnce = false;

  return {
    after: (cause, livedMs) => {
      const isCalm = livedMs > calmMs;
      // Thrown out again and again, it would start without end: a session that cannot be taken away from the disk.
      const isMeant = atOnce.has(cause) && (isCalm || !wasAtOnce);
      wasAtOnce = atOnce.has(cause);
      if (isCalm || isMeant) fails = 0;
      if (shutOut.has(cause)) return shutOutMs;
      if (isMeant) return 0;
      fails += 1;
      return Math.min(most, first * 2 ** (fails - 1));
    },
  };
}
