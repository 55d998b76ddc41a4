/** Tells Telegram where to deliver, until it knows; then looks now and then whether it still does. */

import { backOff, pause } from "../pause.ts";
import { type Call, type Fault, wordsFor } from "./client.ts";
import type { Patience, TelegramNeeds } from "./needs.ts";
import { isTokenRefused } from "./outcome.ts";
import { webhookPath, webhookSecret } from "./secrets.ts";
import type { State } from "./state.ts";
import { wanted } from "./update.ts";

type Needs = Pick<TelegramNeeds, "settings" | "log" | "publicUrl"> & {
  readonly call: Call;
  readonly state: State;
  readonly patience: Patience;
  readonly stop: AbortSignal;
};

/**
 * Telegram's server has a queue for each chat and sends the next message of a chat only when the one before was
 * taken (`WebhookActor.cpp` of tdlib/telegram-bot-api; messages and their changes have the chat's own queue), so that
 * many deliveries side by side are those of many people. With one at a time 500 people would wait for each other: at
 * 100 ms a delivery, nearly a minute. Taps go in another queue, but a tap names the saying it belongs to.
 */
const sideBySide = 40;

export function webhookUrl({ settings, publicUrl }: Pick<Needs, "settings" | "publicUrl">): string {
  return new URL(webhookPath(settings), publicUrl).href;
}

/** Resolves when it is stopped. */
export async function keepWebhookSet(needs: Needs): Promise<void> {
  const { call, settings, state, log, patience, stop } = needs;
  const url = webhookUrl(needs);
  const pauses = backOff(patience.firstPauseMs, patience.longestPauseMs);

  const afterFault = async (fault: Fault) => {
    if (fault.kind === "stopped") return;
    state.fault(fault);
    const asked = fault.kind === "refused" ? (fault.retryAfter ?? 0) * 1_000 : 0;
    const ms = isTokenRefused(fault) ? patience.refusedPauseMs : Math.max(pauses.next(), asked);
    log.warn({ event: "telegram.webhook-not-set", pauseMs: Math.round(ms), ...wordsFor(fault) });
    await pause(ms, stop);
  };

  const set = () =>
    call(
      "setWebhook",
      {
        url,
        secret_token: webhookSecret(settings),
        allowed_updates: wanted,
        max_connections: sideBySide,
        drop_pending_updates: false,
      },
      { stop },
    );

  while (!stop.aborted) {
    const called = await set();
    if (!called.ok) {
      await afterFault(called.fault);
      continue;
    }
    pauses.reset();
    state.ready();
    // A program that polls with the same token takes the webhook away, and nobody would hear any more.
    for (let isOurs = true; isOurs && !stop.aborted; ) {
      await pause(patience.webhookCheckMs, stop);
      const info = await call("getWebhookInfo", {}, { stop });
      if (!info.ok) {
        state.fault(info.fault);
        continue;
      }
      state.ready();
      isOurs = info.result.url === url;
      if (!isOurs && !stop.aborted) log.warn({ event: "telegram.webhook-was-changed" });
    }
  }
}
