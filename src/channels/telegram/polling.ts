/**
 * Telegram is asked for news, over and over. What it has delivered it forgets when it is asked for what comes after, so
 * the question never passes an update that is not kept: after a crash it comes again.
 */

import { backOff, pause } from "../pause.ts";
import { type Call, type Fault, wordsFor } from "./client.ts";
import type { Hearing } from "./hear.ts";
import { openInHand } from "./in-hand.ts";
import type { Patience, TelegramNeeds } from "./needs.ts";
import { isTokenRefused } from "./outcome.ts";
import type { State } from "./state.ts";
import { numberOf, wanted } from "./update.ts";

type Needs = Pick<TelegramNeeds, "log"> & {
  readonly call: Call;
  readonly state: State;
  readonly hear: (raw: unknown) => Hearing | undefined;
  readonly patience: Patience;
};

/** As many as Telegram gives at once. */
const most = 100;
/** What a long answer may take beyond the time it was asked to wait. */
const graceMs = 10_000;

export type Polling = { readonly close: () => Promise<void> };

export function openPolling({ call, state, hear, log, patience }: Needs): Polling {
  const stopping = new AbortController();
  const stop = stopping.signal;
  const inHand = openInHand({ log, patience, stop });
  const pauses = backOff(patience.firstPauseMs, patience.longestPauseMs);
  /** The last update that was seen, and the number from which Telegram was asked last. */
  let seen: number | undefined;
  let asked: number | undefined;

  /** Zero before anything was seen: Telegram then begins with what it has. */
  const offset = () => inHand.oldest() ?? (seen === undefined ? 0 : seen + 1);

  const ask = async (waitMs: number) => {
    const from = offset();
    const timeout = Math.floor(waitMs / 1_000);
    const called = await call(
      "getUpdates",
      { offset: from, limit: most, timeout, allowed_updates: wanted },
      { withinMs: waitMs + graceMs, stop },
    );
    if (called.ok) asked = from;
    return called;
  };

  /**
   * How many were new. Asked from an older one that is still in hand, Telegram gives again what came after it. Else
   * all are new, whatever their number: after a week without any Telegram begins to count anew, anywhere.
   */
  const take = (updates: readonly unknown[], isHeldUp: boolean): number => {
    const last = isHeldUp ? seen : undefined;
    const fresh = updates.flatMap((raw) => {
      const update = numberOf(raw);
      return update === undefined || (last !== undefined && update <= last)
        ? []
        : [{ update, raw }];
    });
    for (const { update, raw } of fresh) {
      seen = update;
      const hearing = hear(raw);
      if (hearing !== undefined) inHand.take(update, hearing);
    }
    inHand.fills(fresh.length === 0 && updates.length >= most);
    return fresh.length;
  };

  /** Not until something is there, but until Telegram may be asked again. */
  const afterFault = async (fault: Fault) => {
    if (fault.kind === "stopped") return;
    state.fault(fault);
    const asked = fault.kind === "refused" ? (fault.retryAfter ?? 0) * 1_000 : 0;
    const ms = isTokenRefused(fault) ? patience.refusedPauseMs : Math.max(pauses.next(), asked);
    log.warn({ event: "telegram.poll-failed", pauseMs: Math.round(ms), ...wordsFor(fault) });
    await pause(ms, stop);
  };

  const connect = async () => {
    while (!stop.aborted) {
      // What waits at Telegram stays there. While a webhook is set nobody can ask.
      const called = await call("deleteWebhook", { drop_pending_updates: false }, { stop });
      if (called.ok) return;
      await afterFault(called.fault);
    }
  };

  const run = async () => {
    await connect();
    const impatience = backOff(patience.firstPauseMs, patience.longestPauseMs);
    // The first question, and the first after a fault, is answered at once: so that it is known how things are.
    let isWell = false;
    while (!stop.aborted) {
      const isHeldUp = inHand.oldest() !== undefined;
      const called = await ask(isHeldUp || !isWell ? 0 : patience.pollMs);
      isWell = called.ok;
      if (!called.ok) {
        await afterFault(called.fault);
        continue;
      }
      state.ready();
      pauses.reset();
      if (take(called.result, isHeldUp) > 0) impatience.reset();
      await Promise.race([inHand.settled(), inHand.trouble()]);
      // One that cannot be kept would be given again at once; meanwhile others may come.
      if (inHand.oldest() !== undefined)
        await Promise.race([inHand.settled(), pause(impatience.next(), stop)]);
    }
  };
  const running = run();

  return {
    close: async () => {
      stopping.abort();
      await running;
      await inHand.settled();
      // Else Telegram would give all of it once more to whoever comes next.
      const next = offset();
      if (next !== (asked ?? 0))
        await call("getUpdates", { offset: next, limit: 1, timeout: 0, allowed_updates: wanted });
    },
  };
}
