/** How long a small thing takes. */
export type Part = {
  readonly what: string;
  readonly figure: number;
  readonly unit: "µs" | "ms" | "submissions/s" | "jobs/s" | "MB/s";
};

/** The mean over at least `forMs`, after as long for the engine to warm to it. */
export function microsecondsOf(work: () => unknown, forMs: number): number {
  repeat(work, forMs / 2);
  const { calls, ms } = repeat(work, forMs);
  return (ms * 1_000) / calls;
}

function repeat(work: () => unknown, forMs: number) {
  const startedAt = performance.now();
  let calls = 0;
  let ms = 0;
  // By the batch: looking at the clock costs as much as a fast reader.
  while (ms < forMs) {
    for (let index = 0; index < 16; index += 1) work();
    calls += 16;
    ms = performance.now() - startedAt;
  }
  return { calls, ms };
}
