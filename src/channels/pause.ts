/** Pauses that grow while something is broken, and end at once when the program stops. */

export type BackOff = { readonly next: () => number; readonly reset: () => void };

/** Twice as long each time, up to the longest; a part by chance, so that not all come back in the same moment. */
export function backOff(firstMs: number, longestMs: number): BackOff {
  let times = 0;
  return {
    next: () => {
      const whole = Math.min(longestMs, firstMs * 2 ** times);
      times = Math.min(times + 1, 20);
      return whole * (0.75 + Math.random() / 4);
    },
    reset: () => {
      times = 0;
    },
  };
}

/** Resolves after the time, or when it is stopped. */
export function pause(ms: number, stop?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop?.aborted === true) return resolve();
    const end = () => {
      clearTimeout(timer);
      stop?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop?.addEventListener("abort", end);
  });
}
