/**
 * The queue, and the only file that knows BullMQ. It says when to look, never what is true: whatever it
 * loses, forgets or does twice, `bell.ts` rings again and `validate.ts` does nothing twice.
 *
 * What is learnt the hard way: a call to a server that is down may never return, so each has a deadline of its
 * own and a `Queue` that misses it is thrown away; closing hangs in the same way; a job that failed for good
 * keeps its id and silently swallows the next one, so no finished job is kept; a job lies in the clear,
 * so it holds ids and nothing of an error.
 */
import { type Job, Queue, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { z } from "zod";
import { connect, policyOf } from "./connection.ts";
import { within } from "./deadline.ts";
import type { QueueServer } from "./embedded-queue.ts";
import type { ValidationLog } from "./log.ts";
import type { Pace } from "./pace.ts";

/** All that is ever put into Redis. */
export type ValidationJob = z.infer<typeof jobSchema>;

export type QueueNeeds = {
  readonly server: QueueServer;
  /** Throws when it should be tried again. */
  readonly work: (job: ValidationJob) => Promise<void>;
  /** Called when the last try failed. */
  readonly gaveUp: (job: ValidationJob) => Promise<void>;
  /** Called when there is a connection (again). What was in the queue before may be gone. */
  readonly connected: () => void;
  readonly log: ValidationLog;
  readonly pace: Pace;
};

export type ValidationQueue = {
  /** Puts jobs in; one that is there already is left alone. Rejects when the server does not answer in time. */
  readonly add: (jobs: readonly ValidationJob[]) => Promise<void>;
  /** Throws the worker away and makes a new one: for one that is connected and yet takes nothing. */
  readonly renew: () => void;
  readonly status: () => QueueStatus;
  /** Waits for running jobs, but never longer than its deadline. */
  readonly close: () => Promise<void>;
};

export type QueueStatus = {
  readonly server: "embedded" | "redis";
  readonly connected: boolean;
  /** Redis may throw jobs away when its memory is full (`maxmemory-policy` is not `noeviction`). */
  readonly evicts: boolean;
};

export function openQueue(needs: QueueNeeds): ValidationQueue {
  const { server, log, pace } = needs;
  let worker: ReturnType<typeof openWorker> | undefined;
  let producer: ReturnType<typeof openProducer> | undefined;
  let connected = false;
  let isSaid = false;
  let evicts = false;
  let closed = false;

  const dropProducer = () => {
    producer?.drop();
    producer = undefined;
  };

  const renew = () => {
    worker?.drop();
    connected = false;
    const url = server.url();
    worker = url === undefined || closed ? undefined : openWorker(needs, url, { up, down });
  };

  const up = (redis: Redis) => {
    connected = true;
    isSaid = false;
    log.info({ event: "queue.connected", server: server.kind });
    needs.connected();
    policyOf(redis).then(
      (policy) => {
        evicts = policy !== "noeviction";
        if (evicts) log.warn({ event: "queue.evicts", policy });
      },
      // Rented servers may refuse CONFIG; then nothing is known and nothing is said.
      () => undefined,
    );
  };

  const down = (error?: unknown) => {
    connected = false;
    // Said once, not at each of the many attempts to connect.
    if (isSaid || closed) return;
    isSaid = true;
    log.warn({ event: "queue.lost", ...(error === undefined ? {} : { error }) });
  };

  server.onChange(() => {
    dropProducer();
    renew();
  });
  renew();

  return {
    add: async (jobs) => {
      const url = server.url();
      if (url === undefined) throw new Error("queue: the server is not running");
      producer ??= openProducer(url, pace);
      const { queue } = producer;
      try {
        await within(pace.callMs, "queue: add", queue.addBulk(jobs.map((job) => entry(job, pace))));
        producer.added += jobs.length;
        if (producer.added < trimEvery) return;
        producer.added = 0;
        await within(pace.callMs, "queue: trim", queue.trimEvents(keptEvents));
      } catch (error) {
        if (producer?.queue === queue) dropProducer();
        throw error;
      }
    },
    renew,
    status: () => ({ server: server.kind, connected, evicts }),
    close: async () => {
      closed = true;
      await within(pace.closeMs, "queue: close", worker?.finish() ?? Promise.resolve()).catch(
        (error: unknown) => log.warn({ event: "queue.closed-late", error }),
      );
      dropProducer();
      worker?.drop();
      await server.close();
    },
  };
}

/** Its letters keep a name from being taken for a number, which BullMQ refuses as an id. */
const queueName = "validation";

const jobSchema = z.strictObject({ submission: z.string().min(1), revision: z.int().positive() });

/** The embedded server copies the whole stream of events at each step, so it is kept short. */
const keptEvents = 50;
const trimEvery = 100;

function entry(job: ValidationJob, pace: Pace) {
  return {
    name: queueName,
    data: { submission: job.submission, revision: job.revision },
    opts: {
      jobId: `s-${job.submission}-r${job.revision}`,
      attempts: pace.tries,
      backoff: { type: "exponential", delay: pace.retryMs, jitter: 0.5 },
      removeOnComplete: true,
      removeOnFail: true,
      stackTraceLimit: 0,
    },
  };
}

/** What stands on a connection of ours. `drop` lets go of both at once and never waits. */
type Line = { readonly drop: () => void };

function openProducer(url: string, pace: Pace) {
  const { redis, cut } = connect(url, { maxRetriesPerRequest: 1, commandTimeout: pace.callMs });
  const queue = new Queue(queueName, {
    connection: redis,
    streams: { events: { maxLen: keptEvents } },
  });
  // `add` rejects, and that is said.
  queue.on("error", () => undefined);
  const drop = () => {
    cut();
    queue.close().catch(() => undefined);
  };
  return { queue, added: 0, drop };
}

function openWorker(
  needs: QueueNeeds,
  url: string,
  told: { readonly up: (redis: Redis) => void; readonly down: (error?: unknown) => void },
): Line & { readonly finish: () => Promise<void> } {
  const { log, pace } = needs;
  const { redis, cut } = connect(url, { maxRetriesPerRequest: null });
  const worker = new Worker(queueName, (job) => workOn(needs, job), {
    connection: redis,
    concurrency: 4,
    lockDuration: pace.lockMs,
    stalledInterval: pace.stalledMs,
    // With the usual 1, a job that twice met the end of its process would be failed for ever.
    maxStalledCount: 3,
    runRetryDelay: 1_000,
  });
  // What a dropped worker still has to say is about a server that is gone.
  let isDropped = false;
  const down = (error?: unknown) => {
    if (!isDropped) told.down(error);
  };
  worker.on("error", down);
  worker.on("stalled", (id) => log.warn({ event: "queue.stalled", job: id }));
  worker.on("failed", (job) => {
    if (job?.finishedOn !== undefined) giveUp(needs, job);
  });
  redis.on("ready", () => (isDropped ? undefined : told.up(redis)));
  redis.on("close", down);
  const drop = () => {
    isDropped = true;
    cut();
    worker.close(true).catch(() => undefined);
  };
  return { finish: () => worker.pause(), drop };
}

function giveUp({ gaveUp, log }: QueueNeeds, { data, attemptsMade }: Job): void {
  const parsed = jobSchema.safeParse(data);
  if (!parsed.success) return;
  log.error({ event: "validation.gave-up", ...parsed.data, tries: attemptsMade });
  gaveUp(parsed.data).catch((error: unknown) => {
    // Nothing is lost: it is still `received`, so the bell rings for it again.
    log.error({ event: "validation.gave-up-unsaved", ...parsed.data, error });
  });
}

async function workOn({ work, log }: QueueNeeds, job: Job): Promise<void> {
  const parsed = jobSchema.safeParse(job.data);
  if (!parsed.success) {
    log.error({ event: "queue.strange-job", job: job.id });
    return;
  }
  try {
    await work(parsed.data);
  } catch (error) {
    log.warn({ event: "validation.failed", ...parsed.data, tries: job.attemptsMade + 1, error });
    // BullMQ writes the message of what is thrown into Redis, so it must say nothing.
    // biome-ignore lint/style/useErrorCause: the cause is logged, and must not go along.
    throw new Error("validation failed");
  }
}
