/**
 * The gate that all messages of a channel pass on their way out, as fast as the channel allows and no faster. It
 * keeps nothing safe: whatever is turned back at it lies in the table.
 */
import type { Pace, SendOutcome } from "../../channels/channel.ts";
import { limitsOf } from "./limits.ts";
import { queueOf, type Waiting } from "./queue.ts";
import { alarmOf, type Time } from "./time.ts";
import { typingTo } from "./typing.ts";

export type Passing = {
  readonly contactId: string;
  /** Who waits longer than this is turned back. */
  readonly patienceMs?: number;
  /** Shows the person that something is being written. */
  readonly typing?: (() => void) | undefined;
};

/** `go`: send it now, and say how it `ended`. `back`: not now; it is to go by the table. */
export type Verdict = "go" | "back";

export type Gate = {
  readonly pass: (passing: Passing) => Verdict | Promise<Verdict>;
  /** How what passed has ended; nothing where it was not sent after all. */
  readonly ended: (contactId: string, outcome: SendOutcome | undefined) => void;
  /** Whether it is worth waiting here. */
  readonly isOpen: () => boolean;
  /** Whether anything passes: where the channel was down, one message passes to find out. */
  readonly isPassable: () => boolean;
  readonly countToday: (sent: number) => void;
  /** Whoever waits is turned back, and whoever comes. */
  readonly close: () => void;
};

export type GateNeeds = {
  readonly time: Time;
  readonly clock: () => Date;
  /** A number in [0, 1). */
  readonly chance: () => number;
};

/** A pause longer than this is not waited for here. */
const longMs = 10_000;
/** Whatever a channel names, it is not asked again at once. */
const leastMs = 250;
/** So many wait in memory at the most. */
const mostWaiting = 10_000;

type Entry = Waiting & Required<Pick<Passing, "patienceMs">> & Pick<Passing, "typing">;

export function openGate(pace: Pace, { time, clock, chance }: GateNeeds): Gate {
  const limits = limitsOf(pace, clock);
  const queue = queueOf<Entry>(pace);
  /** The channel cannot send until then; afterwards one tries. */
  let down: { readonly until: number; readonly triedBy?: string } | undefined;
  /** The message that a person would be typing now. */
  let written: { readonly entry: Entry; readonly until: number } | undefined;
  let isClosed = false;

  const isShut = (now: number) =>
    isClosed || limits.isDayFull() || limits.wait(now) > longMs || (down?.until ?? 0) > now;

  const turnAllBack = () => {
    for (const entry of queue.all) queue.take(entry, time.now(), "back");
    alarm.off();
    sweep.off();
  };

  /** Lets go all that may go now, and wakes when the next may. */
  const pump = (): void => {
    if (isShut(time.now()) || down !== undefined) turnAllBack();
    else while (letOneGo(time.now()));
  };
  const letOneGo = (now: number): boolean => {
    const next = nextOf(now);
    const wait = Math.max(limits.wait(now), next === undefined ? restOf(now) : 0);
    const pause = wait > 0 || next === undefined ? wait : pauseBefore(next, now);
    if (pause > 0) alarm.setFor(pause);
    if (pause > 0 || next === undefined) return false;
    written = undefined;
    limits.take(now);
    queue.take(next, now, "go");
    if (limits.isDayFull()) turnAllBack();
    return true;
  };
  /** Whoever is typed to stays the next. */
  const nextOf = (now: number): Entry | undefined => {
    if (written !== undefined && !queue.all.has(written.entry)) written = undefined;
    return written?.entry ?? queue.first(now);
  };
  /** How long nobody's own limit lets anything go. */
  const restOf = (now: number) =>
    queue.all.size === 0 ? 0 : Math.max(0, (queue.at() ?? now) - now);
  /** What is left of the pause that a person would make. */
  const pauseBefore = (entry: Entry, now: number): number => {
    if (pace.pauseMs === undefined) return 0;
    const [least, most] = pace.pauseMs;
    if (written === undefined) typing.show(entry, now);
    written ??= { entry, until: now + least + chance() * (most - least) };
    return written.until - now;
  };

  const alarm = alarmOf(time, pump);
  const typing = typingTo();
  /** Twice in a second somebody looks at who waits, and for how long. */
  const sweep = alarmOf(time, () => {
    const now = time.now();
    for (const entry of queue.all) {
      if (now - entry.since >= entry.patienceMs) queue.take(entry, now, "back");
    }
    // A person types to one at a time.
    const typed = written === undefined ? [] : [written.entry];
    typing.sweep(pace.pauseMs === undefined ? queue.all : typed, now);
    if (queue.all.size > 0) sweep.setFor(500);
    pump();
  });

  const goAtOnce = (contactId: string, now: number): boolean => {
    if (down !== undefined) {
      if (down.triedBy !== undefined) return false;
      down = { ...down, triedBy: contactId };
    } else if (queue.all.size > 0 || pace.pauseMs !== undefined || limits.wait(now) > 0)
      return false;
    else if (!queue.isFree(contactId, now)) return false;
    limits.take(now);
    queue.pass(contactId, now);
    return true;
  };

  return {
    pass: (passing) => {
      const { contactId, patienceMs = Number.POSITIVE_INFINITY } = passing;
      const now = time.now();
      if (isShut(now) || patienceMs <= 0 || queue.all.size >= mostWaiting) return "back";
      if (goAtOnce(contactId, now)) return "go";
      if (down !== undefined) return "back";
      return new Promise((end) => {
        queue.add({ ...passing, patienceMs, since: now, end });
        if (!sweep.isSet()) sweep.setFor(500);
        pump();
      });
    },
    ended: (contactId, outcome) => {
      const now = time.now();
      queue.arrive(contactId, now);
      if (outcome?.kind === "channel-down") {
        down = { until: now + Math.max(outcome.afterMs, leastMs) };
        turnAllBack();
        return;
      }
      // What was on its way before tells nothing of how it is now.
      if (down?.triedBy === contactId)
        down = outcome === undefined ? { until: down.until } : undefined;
      if (outcome?.kind === "later" && outcome.cause === "asked") {
        const ms = Math.max(outcome.afterMs, leastMs);
        if (outcome.whole === true) limits.pause(now, ms);
        else queue.pause(contactId, now, ms);
      }
      if (queue.all.size > 0) pump();
    },
    isOpen: () => down === undefined && queue.all.size < mostWaiting && !isShut(time.now()),
    isPassable: () => !isShut(time.now()) && down?.triedBy === undefined,
    countToday: limits.countToday,
    close: () => {
      isClosed = true;
      turnAllBack();
    },
  };
}
