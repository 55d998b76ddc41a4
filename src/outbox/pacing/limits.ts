/** How fast an account may send, whoever it is to: in a second, in a minute, in a day, and what the channel asks for. */
import type { Pace } from "../../channels/channel.ts";

export type Limits = {
  /** Milliseconds until the next message may leave; 0 when it may now. */
  readonly wait: (now: number) => number;
  /** A message leaves now. */
  readonly take: (now: number) => void;
  /** Nothing leaves for so long, by the channel's wish. */
  readonly pause: (now: number, ms: number) => void;
  /** So many have left already today, before this program began. */
  readonly countToday: (sent: number) => void;
  /** Nothing leaves any more today. */
  readonly isDayFull: () => boolean;
};

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Asia/Jakarta is seven hours ahead of UTC, summer and winter. */
const aheadMs = 7 * 3_600_000;

/** When the day began in which `at` lies, in Asia/Jakarta. */
export function midnightBefore(at: Date): Date {
  return new Date(Math.floor((at.getTime() + aheadMs) / dayMs) * dayMs - aheadMs);
}

/** `now` counts milliseconds of passing time; `clock` tells the day. */
export function limitsOf(pace: Pace, clock: () => Date): Limits {
  const second = evenly(pace.burst, 1_000 / pace.perSecond);
  const minute: number[] = [];
  const perMinute = pace.perMinute ?? Number.POSITIVE_INFINITY;
  const perDay = pace.perDay ?? Number.POSITIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let today = { from: midnightBefore(clock()).getTime(), sent: 0 };

  const dayNow = () => {
    if (perDay === Number.POSITIVE_INFINITY) return today;
    const from = midnightBefore(clock()).getTime();
    if (from !== today.from) today = { from, sent: 0 };
    return today;
  };
  const minuteWait = (now: number): number => {
    const oldest = minute[minute.length - perMinute];
    return oldest === undefined ? 0 : oldest + minuteMs - now;
  };
  return {
    wait: (now) => Math.max(0, second.wait(now), minuteWait(now), pausedUntil - now),
    take: (now) => {
      second.take(now);
      dayNow().sent += 1;
      if (perMinute === Number.POSITIVE_INFINITY) return;
      minute.push(now);
      if (minute.length > perMinute) minute.shift();
    },
    pause: (now, ms) => {
      pausedUntil = Math.max(pausedUntil, now + ms);
    },
    countToday: (sent) => {
      const day = dayNow();
      day.sent = Math.max(day.sent, sent);
    },
    isDayFull: () => dayNow().sent >= perDay,
  };
}

/** So many at once, then one every so many milliseconds. */
export function evenly(burst: number, everyMs: number) {
  // When all that has left would have left, one after another.
  let upTo = Number.NEGATIVE_INFINITY;
  return {
    wait: (now: number) => Math.max(0, upTo - (burst - 1) * everyMs - now),
    take: (now: number) => {
      upTo = Math.max(upTo, now) + everyMs;
    },
    /** What left arrived only so many milliseconds later: the other side counts from there. */
    delay: (ms: number) => {
      upTo += ms;
    },
    /** Nothing is remembered that would hold anything back. */
    isAtRest: (now: number) => upTo <= now,
  };
}
