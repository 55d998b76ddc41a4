/** Backups by the clock, inside `npm start`: one an hour, counted from the last one there is and not from the start. */
import { Worker } from "node:worker_threads";
import type { BackedUp, BackUpNeeds } from "./back-up.ts";
import { listBackups } from "./backups.ts";

/** What goes over the wall between threads: keys of one purpose each, never the root. */
export type ThreadNeeds = Omit<BackUpNeeds, "tell" | "chainKey"> & {
  /** Of the audit, which outlives a change of the root. */
  readonly chainKey: Buffer;
};

export type HourlyNeeds = Omit<ThreadNeeds, "now"> & {
  readonly log: Readonly<Record<"info" | "error", (event: object) => void>>;
  readonly clock: () => Date;
  /** How often to look whether one is due. */
  readonly everyMs?: number;
};

export type Hourly = {
  /** Looks now; for tests. Resolves when nothing is under way. */
  readonly look: () => Promise<void>;
  /** Waits for the one under way. */
  readonly close: () => Promise<void>;
};

/** Keeps making backups until it is closed. With `keep.newest` 0 it makes none. */
export function backUpHourly(needs: HourlyNeeds): Hourly {
  let underWay: Promise<void> | undefined;
  const look = () => {
    underWay ??= once(needs).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  if (needs.keep.newest > 0) void look();
  const timer =
    needs.keep.newest > 0 ? setInterval(() => void look(), needs.everyMs ?? lookMs) : undefined;
  timer?.unref();
  return {
    look,
    close: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}

const lookMs = 5 * 60_000;
const hourMs = 3_600_000;

async function once({ log, clock, everyMs: _everyMs, ...needs }: HourlyNeeds): Promise<void> {
  try {
    const now = clock();
    const [newest] = listBackups(needs.folder);
    const ageMs = newest === undefined ? hourMs : now.getTime() - newest.madeAt.getTime();
    // One from the future was made before the clock was set back.
    if (ageMs >= 0 && ageMs < hourMs) return;
    const result = await inThread({ ...needs, now });
    if (result.kind !== "made") return log.error({ event: "backup.failed", ...result });
    log.info({ event: "backup.made", ...result });
    if (result.audit?.kind === "broken") {
      log.error({ event: "audit.broken", seq: result.audit.seq, file: result.file });
    }
  } catch (err) {
    log.error({ event: "backup.failed", err });
  }
}

function inThread(needs: ThreadNeeds): Promise<BackedUp> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./backup-thread.ts", import.meta.url), {
      workerData: needs,
    });
    thread.once("message", resolve);
    thread.once("error", reject);
    // After a message this rejection comes too late to matter.
    thread.once("exit", (code) => reject(new Error(`the backup's thread ended with ${code}`)));
  });
}
