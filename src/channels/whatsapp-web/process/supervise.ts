/**
 * Keeps a child with a browser alive: whatever it dies of, the next one starts after a pause, without limit. The way is
 * cleared before, so that neither an orphan nor the lock of one keeps the profile.
 */
import type { Place } from "../folder/place.ts";
import { clearTheWay, removeSession } from "../folder/way.ts";
import type { WhatsAppWebLog } from "../log.ts";
import type { Times } from "../times.ts";
import { type Child, type Ended, startChild, type Unnumbered } from "./child-process.ts";
import type { Answer, Begin, Cause, Told } from "./protocol.ts";

export type Supervisor = {
  /** Starts, where it stands still; at once, where it only waits for a new start. */
  readonly start: () => void;
  /** Resolves when child and browser are gone. Nothing starts until `start`. */
  readonly stop: () => Promise<void>;
  /** Another browser in the place of this one, without a pause. */
  readonly renew: () => void;
  readonly ask: (question: Unnumbered, limitMs: number) => Promise<Answer>;
  /** Asks whether it lives; one that does not answer is killed. */
  readonly probe: () => Promise<void>;
};

type Needs = {
  readonly place: Place;
  readonly times: Times;
  readonly log: WhatsAppWebLog;
  /** Undefined where there is no browser. */
  readonly begin: () => Begin | undefined;
  readonly tells: (told: Exclude<Told, { readonly told: "answer" | "browser" | "ending" }>) => void;
  readonly starting: () => void;
  /** Why the last one ended, once it has and another one waits to start. */
  readonly ended: (cause: Cause | undefined) => void;
};

/** Ends that were meant, or need no pause. */
const atOnce: ReadonlySet<Cause | undefined> = new Set(["asked", "logged-out", "memory"]);
/** Ends after which starting again soon makes it worse. */
const shutOut: ReadonlySet<Cause | undefined> = new Set(["refused", "outdated"]);

export function supervise(needs: Needs): Supervisor {
  const { place, times, log } = needs;
  let child: Child | undefined;
  let startedAt = 0;
  let fails = 0;
  let again: NodeJS.Timeout | undefined;
  let isWanted = false;
  let clearing: Promise<void> | undefined;

  const start = () => {
    isWanted = true;
    clearTimeout(again);
    if (child !== undefined || clearing !== undefined) return;
    clearing = clearTheWay(place)
      .catch((err: unknown) =>
        log.error({ event: "whatsapp-web.way-not-clear", code: codeOf(err) }),
      )
      .then(() => {
        clearing = undefined;
        if (isWanted) begin();
      });
  };
  const begin = () => {
    const with_ = needs.begin();
    if (with_ === undefined) return wait("no-chromium");
    startedAt = performance.now();
    needs.starting();
    child = startChild(with_, {
      tells: needs.tells,
      ended,
      strange: () => log.warn({ event: "whatsapp-web.not-understood" }),
    });
  };
  const ended = ({ cause, code, signal }: Ended) => {
    child = undefined;
    if (cause === "logged-out") forget();
    if (!isWanted) return;
    if (performance.now() - startedAt > times.calmMs) fails = 0;
    wait(cause, { code, signal });
  };
  const wait = (cause: Cause | undefined, how: object = {}) => {
    fails = atOnce.has(cause) ? 0 : fails + 1;
    const pauseMs = pauseAfter(cause, fails);
    log.warn({ event: "whatsapp-web.ended", cause: cause ?? "killed", ...how, pauseMs });
    needs.ended(cause);
    again = setTimeout(start, pauseMs);
  };
  const pauseAfter = (cause: Cause | undefined, count: number) => {
    const [first, most] = times.pauseMs;
    if (shutOut.has(cause)) return times.shutOutMs;
    return count === 0 ? 0 : Math.min(most, first * 2 ** (count - 1));
  };
  const forget = () => {
    try {
      removeSession(place);
    } catch (err) {
      log.error({ event: "whatsapp-web.session-stays", code: codeOf(err) });
    }
  };

  return {
    start,
    stop: async () => {
      isWanted = false;
      clearTimeout(again);
      await clearing;
      await child?.end(times.graceMs + 1_000);
    },
    renew: () => void child?.end(times.graceMs + 1_000),
    ask: async (question, limitMs) =>
      (await child?.ask(question, limitMs)) ?? { failed: "browser-gone" },
    probe: async () => {
      const probed = child;
      if (probed?.hasBegun() !== true) return;
      const answer = await probed.ask({ ask: "alive" }, times.probeMs);
      if ("failed" in answer && answer.failed === "timed-out") probed.kill();
    },
  };
}

/** Of an error of the disk: its text holds a path. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
