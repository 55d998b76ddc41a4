/** Opens the room: the queue, its worker, and the bell that keeps ringing until every submission was looked at. */
import { needsAttention } from "../submissions/received-store.ts";
import { openBell } from "./bell.ts";
import type { Check } from "./checks/check.ts";
import { within } from "./deadline.ts";
import { givenQueue, type QueueServer, startEmbeddedQueue } from "./embedded-queue.ts";
import type { ValidationLog } from "./log.ts";
import { type Pace, usualPace } from "./pace.ts";
import { openQueue, type QueueStatus } from "./queue.ts";
import { allChecks, type ValidateNeeds, validate } from "./validate.ts";

export type ValidationNeeds = Omit<ValidateNeeds, "checks"> & {
  /** Unset: the queue server that comes along. */
  readonly redisUrl?: string | undefined;
  readonly log: ValidationLog;
  /** Tests pass their own. */
  readonly checks?: readonly Check[];
  readonly pace?: Pace;
  readonly server?: QueueServer;
};

export type Validation = {
  /** A submission was committed. Neither waits nor throws; without it the next sweep would find it. */
  readonly ring: () => void;
  readonly sweepOnce: () => Promise<void>;
  readonly status: () => QueueStatus;
  /** Stops within the deadlines of `pace`, also when the queue is away. */
  readonly close: () => Promise<void>;
};

/** Returns at once; everything connects by itself, now or when it can. */
export function openValidation(given: ValidationNeeds): Validation {
  const { redisUrl, log, database, clock, checks = allChecks, pace = usualPace } = given;
  const server =
    given.server ?? (redisUrl === undefined ? startEmbeddedQueue(log) : givenQueue(redisUrl));
  const needs: ValidateNeeds = { ...given, checks };
  const queue = openQueue({
    server,
    log,
    pace,
    work: async (job) => {
      bell.heard();
      const isMoved = await within(pace.checksMs, "checks", validate(needs, job));
      if (isMoved) log.info({ event: "submission.checked", ...job });
      bell.heard();
    },
    gaveUp: async ({ submission: id, revision }) => {
      const now = clock().toISOString();
      await database.grouped((db) => needsAttention(db, { id, revision }, now));
    },
    connected: () => bell.queueIsNew(),
  });
  const bell = openBell({ database, queue, clock, log, pace });
  return {
    ring: bell.ring,
    sweepOnce: bell.sweepOnce,
    status: queue.status,
    close: async () => {
      await bell.close();
      await queue.close();
    },
  };
}
