/** Time that passes when a test says so. */
import { soonestFirst } from "../../../src/outbox/pacing/soonest.ts";
import type { Time } from "../../../src/outbox/pacing/time.ts";

export type FakeTime = Time & {
  /** Lets so many milliseconds pass; whoever is to be woken meanwhile is woken at their moment. */
  readonly pass: (ms: number) => void;
  /** Milliseconds until the next is to be woken. */
  readonly next: () => number | undefined;
  /** How many were woken. */
  readonly rung: () => number;
};

export function fakeTime(): FakeTime {
  let now = 0;
  let rung = 0;
  const timers = soonestFirst<{ isOff: boolean; readonly wake: () => void }>();
  return {
    now: () => now,
    after: (ms, wake) => {
      const timer = { isOff: false, wake };
      timers.add(now + Math.max(ms, 0), timer);
      return () => {
        timer.isOff = true;
      };
    },
    pass: (ms) => {
      const end = now + ms;
      for (let at = timers.at(); at !== undefined && at <= end; at = timers.at()) {
        now = Math.max(now, at);
        const timer = timers.takeBy(now);
        if (timer === undefined || timer.isOff) continue;
        rung += 1;
        timer.wake();
      }
      now = end;
    },
    next: () => {
      const at = timers.at();
      return at === undefined ? undefined : Math.max(0, at - now);
    },
    rung: () => rung,
  };
}
