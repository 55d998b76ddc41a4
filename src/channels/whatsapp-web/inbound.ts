/**
 * What people wrote, until it is kept: each person's in order, tried again with ever longer pauses. All of it is on the
 * telephone as well, unread, so what does not fit into memory, or dies with it, is found again.
 */
import type { Inbound } from "../channel.ts";
import { backOff, pause } from "../pause.ts";
import type { WhatsAppWebLog } from "./log.ts";
import type { Times } from "./times.ts";

/** A message on its way; `at` in seconds, `chat` where it can be marked as read. */
export type Arrival = { readonly inbound: Inbound; readonly at: number };

type Needs = {
  readonly receive: (inbound: Inbound) => Promise<void>;
  /** All of a chat is kept; `last` is the newest message. */
  readonly allKept: (chat: string, last: string) => void;
  /** A message is kept, and everything up to then (seconds). */
  readonly kept: (id: string, until: number) => void;
  readonly log: WhatsAppWebLog;
  readonly keepMs: Times["keepMs"];
};

export type Arrivals = {
  /** False where there is no room: it has to be looked for again. */
  readonly take: (arrival: Arrival) => boolean;
  /** How many wait. */
  readonly count: () => number;
  /** Takes nothing more and tries nothing again; resolves when what is being kept is. */
  readonly close: () => Promise<void>;
};

const mostWaiting = 1_000;
/** Ids of messages that were kept: they come again by a sweep, or after a reload of the page. */
const mostRemembered = 5_000;

export function openArrivals({ receive, allKept, kept: isKept, log, keepMs }: Needs): Arrivals {
  const queues = new Map<string, Arrival[]>();
  const waiting = new Map<string, number>();
  const kept = new Set<string>();
  const running = new Set<Promise<void>>();
  const closing = new AbortController();
  let newest = 0;

  const take = (arrival: Arrival): boolean => {
    const { id, from } = arrival.inbound;
    if (closing.signal.aborted || waiting.has(id) || kept.has(id)) return true;
    if (waiting.size >= mostWaiting) return false;
    waiting.set(id, arrival.at);
    const queue = queues.get(from);
    if (queue !== undefined) {
      queue.push(arrival);
      return true;
    }
    queues.set(from, [arrival]);
    const run: Promise<void> = workThrough(from).finally(() => running.delete(run));
    running.add(run);
    return true;
  };

  const workThrough = async (from: string): Promise<void> => {
    const queue = queues.get(from) ?? [];
    let last = "";
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      if (!(await keep(next))) break;
      queue.shift();
      last = next.inbound.id;
      note(next);
    }
    queues.delete(from);
    if (queue.length === 0) allKept(from, last);
  };

  const note = ({ inbound, at }: Arrival) => {
    waiting.delete(inbound.id);
    kept.add(inbound.id);
    if (kept.size > mostRemembered) kept.delete(kept.values().next().value ?? "");
    newest = Math.max(newest, at);
    // A second may hold more than one message.
    const until = waiting.size === 0 ? newest : Math.min(newest, ...waiting.values()) - 1;
    isKept(inbound.id, until);
  };

  /** False where it is closed before it could be kept. */
  const keep = async ({ inbound }: Arrival): Promise<boolean> => {
    const pauses = backOff(...keepMs);
    for (let tries = 1; !closing.signal.aborted; tries += 1) {
      try {
        await receive(inbound);
        return true;
      } catch (err) {
        const pauseMs = Math.round(pauses.next());
        log.warn({ event: "whatsapp-web.not-kept", tries, pauseMs, cause: nameOf(err) });
        await pause(pauseMs, closing.signal);
      }
    }
    return false;
  };

  return {
    take,
    count: () => waiting.size,
    close: async () => {
      closing.abort();
      await Promise.all(running);
    },
  };
}

/** Its text may hold what somebody wrote. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error ? String(error.code) : error.name;
}
