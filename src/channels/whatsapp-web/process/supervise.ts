/**
 * Keeps a child with a browser alive: whatever it dies of, the next one starts after a pause, without limit. The way is
 * cleared before, so that neither an orphan nor the lock of one keeps the profile.
 */
import type { Place } from "../folder/place.ts";
import { clearTheWay, removeSession } from "../folder/way.ts";
import type { WhatsAppWebLog } from "../log.ts";
import type { Times } from "../times.ts";
import { type Child, type Ended, startChild, type Unnumbered } from "./child-process.ts";
import { openPauses } from "./pauses.ts";
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

export function supervise(needs: Needs): Supervisor {
  const { place, times, log } = needs;
  const pauses = openPauses(times);
  let child: Child | undefined;
  let startedAt = 0;
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
    startedAt = performance.now();
    const with_ = needs.begin();
    if (with_ === undefined) return wait("no-chromium");
    needs.starting();
    try {
      child = startChild(with_, {
        tells: needs.tells,
        ended,
        strange: () => log.warn({ event: "whatsapp-web.not-understood" }),
      });
    } catch (err) {
      // No folder can be made, or no process: nobody else would hear of it.
      log.error({ event: "whatsapp-web.not-started", code: codeOf(err) });
      wait("browser-fails");
    }
  };
  const ended = ({ cause, code, signal }: Ended) => {
    child = undefined;
    if (cause === "logged-out") forget();
    if (!isWanted) return;
    wait(cause, { code, signal });
  };
  const wait = (cause: Cause | undefined, how: object = {}) => {
    const pauseMs = pauses.after(cause, performance.now() - startedAt);
    log.warn({ event: "whatsapp-web.ended", cause: cause ?? "killed", ...how, pauseMs });
    needs.ended(cause);
    again = setTimeout(start, pauseMs);
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
