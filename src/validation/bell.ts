/**
 * The relay between the database, which says what is to be looked at, and the queue, which says when. It rings for
 * every submission that is still `received`, again and again until somebody has looked, so that nothing depends on
 * what the queue remembers. Never on a person's way: `ring` only wakes it.
 */
import type { Database } from "../database/open.ts";
import { dueForBell, markRung, needsAttention } from "../submissions/received-store.ts";
import type { ValidationLog } from "./log.ts";
import type { Pace } from "./pace.ts";
import type { ValidationQueue } from "./queue.ts";

export type BellNeeds = {
  readonly database: Database;
  readonly queue: Pick<ValidationQueue, "add" | "renew">;
  readonly clock: () => Date;
  readonly log: ValidationLog;
  readonly pace: Pace;
};

export type Bell = {
  /** Sweeps soon. Neither waits nor throws. */
  readonly ring: () => void;
  /** The queue may have lost everything: what was rung before now is rung again. */
  readonly queueIsNew: () => void;
  /** A job was taken up: the worker is alive, and there may be room for another. */
  readonly heard: () => void;
  /** Rings for everything that is due. Never rejects. */
  readonly sweepOnce: () => Promise<void>;
  /** Stops, after the sweep that is under way. */
  readonly close: () => Promise<void>;
};

export function openBell(needs: BellNeeds): Bell {
  const { database, queue, clock, log, pace } = needs;
  let newSince = new Date(0);
  let heardAt = clock();
  let sweeping: Promise<void> = Promise.resolve();
  let soon: NodeJS.Timeout | undefined;
  let wasFull = false;
  let isSilent = false;
  let closed = false;

  const sweepOnce = () => {
    // One after the other: two at once would ring everything twice.
    sweeping = sweeping.then(async () => {
      try {
        await sweep();
        isSilent = false;
      } catch (error) {
        // Said once, not every second for as long as the queue is away.
        if (!isSilent) log.warn({ event: "bell.silent", error });
        isSilent = true;
      }
    });
    return sweeping;
  };

  const sweep = async () => {
    const now = clock();
    const late = new Date(now.getTime() - pace.ringAgainMs);
    const rungBefore = (late > newSince ? late : newSince).toISOString();
    const due = await dueForBell(database.read, rungBefore, pace.inFlight);
    wasFull = due.length === pace.inFlight;
    const [tired, fresh] = [
      due.filter(({ rings }) => rings >= pace.ringsToAttention),
      due.filter(({ rings }) => rings < pace.ringsToAttention),
    ];
    for (const revision of tired) {
      await database.grouped((db) => needsAttention(db, revision, now.toISOString()));
      log.error({ event: "validation.needs-attention", submission: revision.id });
    }
    if (fresh.length === 0) return;
    // Connected, rung before, and yet nothing is taken up: the worker is replaced.
    if (fresh.some(({ rings }) => rings > 0) && heardAt < late) {
      log.warn({ event: "bell.unheard", heardAt: heardAt.toISOString() });
      heardAt = now;
      queue.renew();
    }
    for (const some of inTens(fresh)) {
      await queue.add(some.map(({ id, revision }) => ({ submission: id, revision })));
      await database.grouped((db) => markRung(db, some, now.toISOString()));
    }
  };

  const wake = (afterMs: number) => {
    if (closed) return;
    soon ??= setTimeout(() => {
      soon = undefined;
      void sweepOnce();
    }, afterMs);
  };

  const regular = setInterval(() => void sweepOnce(), pace.sweepMs);
  return {
    ring: () => wake(0),
    queueIsNew: () => {
      newSince = clock();
      wake(0);
    },
    heard: () => {
      heardAt = clock();
      if (wasFull) wake(20);
    },
    sweepOnce,
    close: async () => {
      closed = true;
      clearInterval(regular);
      clearTimeout(soon);
      await sweeping;
    },
  };
}

/** A few at a time: on a busy machine the embedded server takes long for many, and a call has a deadline. */
function inTens<T>(all: readonly T[]): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(all.length / 10) }, (_, ten) => ten * 10);
  return starts.map((start) => all.slice(start, start + 10));
}
