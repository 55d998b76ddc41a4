/** Pauses between tries: soon at first, for a network that hiccups; long at last, for a phone that is off. */
const pausesMs = [5_000, 30_000, 120_000, 600_000, 1_800_000, 7_200_000, 21_600_000] as const;

/**
 * When to try again, or undefined when it is time to give up. `attempt` counts from 1. `askedMs` is the pause that the
 * channel itself asked for; the longer of the two is kept.
 */
export function nextAttempt(attempt: number, askedMs: number, now: Date): Date | undefined {
  const pause = pausesMs[attempt - 1];
  return pause === undefined ? undefined : new Date(now.getTime() + Math.max(pause, askedMs));
}

/**
 * Who writes is there, and so is the way to them: what was to be tried hours later is tried now. Not at once: where
 * we are heard and cannot answer, each impatient word would use up a try.
 */
export function soonAfterWord(now: Date): Date {
  return new Date(now.getTime() + wordMs);
}

const wordMs = 10_000;
