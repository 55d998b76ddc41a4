/** Time as it passes, whatever the clock on the wall is set to. */
export type Time = {
  /** Milliseconds since some moment; never goes back. */
  readonly now: () => number;
  /** Calls `wake` after so many milliseconds, or earlier where that is long; returns the way to call it off. */
  readonly after: (ms: number, wake: () => void) => () => void;
};

/** A timer takes no more than 24 days; whoever is woken looks at the time again. */
const longestMs = 3_600_000;

export const realTime: Time = {
  now: () => performance.now(),
  after: (ms, wake) => {
    // What waits lies in the table: it need not keep a program alive.
    const timer = setTimeout(wake, Math.min(Math.ceil(ms), longestMs)).unref();
    return () => clearTimeout(timer);
  },
};

/** One alarm that is set anew each time; the last setting counts. */
export function alarmOf(time: Time, ring: () => void) {
  let off: (() => void) | undefined;
  return {
    setFor: (ms: number) => {
      off?.();
      off = time.after(ms, () => {
        off = undefined;
        ring();
      });
    },
    off: () => {
      off?.();
      off = undefined;
    },
    isSet: () => off !== undefined,
  };
}
