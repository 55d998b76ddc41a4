/** How often and how long, in milliseconds where nothing else is said. Tests pass shorter ones. */
export type Pace = {
  /** Between two sweeps. */
  readonly sweepMs: number;
  /** A submission still `received` this long after its last ring is rung again. */
  readonly ringAgainMs: number;
  /** Submissions in the queue at once: the embedded server slows down with more. */
  readonly inFlight: number;
  /** After so many rings a submission needs the attention of a human. */
  readonly ringsToAttention: number;
  /** Each call of ours to the queue server. */
  readonly callMs: number;
  /** Tries of one job before it is given up, and the pause before the second; later pauses double. */
  readonly tries: number;
  readonly retryMs: number;
  /** All checks of one submission together. */
  readonly checksMs: number;
  /** A job whose process died is taken up by another after at most `lockMs + stalledMs`. */
  readonly lockMs: number;
  readonly stalledMs: number;
  /** Closing waits this long for running jobs and for a server that may be gone. */
  readonly closeMs: number;
};

export const usualPace: Pace = {
  sweepMs: 1_000,
  ringAgainMs: 30_000,
  inFlight: 50,
  ringsToAttention: 20,
  callMs: 2_000,
  tries: 5,
  retryMs: 1_000,
  checksMs: 20_000,
  lockMs: 30_000,
  stalledMs: 10_000,
  closeMs: 5_000,
};
