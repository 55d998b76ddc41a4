/**
 * TELEGRAM. Hears by asking (polling) or at a door (webhook), answers by the Bot API. Only private chats. It keeps no
 * word and decides nothing: what a person did goes to the house, what the house says goes out.
 */
import { capabilitiesOf } from "../../rendering/capabilities.ts";
import type { Door } from "../../web/door.ts";
import type { Channel, Inward } from "../channel.ts";
import { backOff, pause } from "../pause.ts";
import { type Fault, openClient } from "./client.ts";
import { setMenus } from "./commands.ts";
import { type Hearing, openHearing } from "./hear.ts";
import { type TelegramNeeds, usualPatience } from "./needs.ts";
import { openPolling, type Polling } from "./polling.ts";
import { accountOf } from "./secrets.ts";
import { openSender } from "./send.ts";
import { keepWebhookSet } from "./set-webhook.ts";
import { openShown } from "./shown.ts";
import { openState } from "./state.ts";
import { openTaps } from "./taps.ts";
import { openWebhook } from "./webhook.ts";

/** A person sees "writing…" for five seconds. */
const typingMs = 4_000;

/** Constructing it does no I/O. The door is there for webhooks only. */
export function openTelegram(needs: TelegramNeeds): {
  readonly channel: Channel;
  readonly door?: Door;
} {
  const { settings, log, clock, texts, publicUrl } = needs;
  if (settings.mode === "webhook" && publicUrl === undefined)
    throw new Error("telegram: deliveries need the address of this program");
  const patience = { ...usualPatience, ...needs.patience };
  const account = accountOf(settings);
  const call = openClient(settings.token, settings.apiRoot);
  const state = openState({ clock, log });
  const shown = openShown();
  const taps = openTaps({ call, clock, shown });
  const noticed = (fault: Fault) => {
    state.noticed(fault);
    taps.noticed(fault);
  };
  const typedAt = new Map<string, number>();
  /** Of the bot, once Telegram has told it. */
  let username: string | undefined;
  let stopping = new AbortController();
  let hear: ((raw: unknown) => Hearing | undefined) | undefined;
  let polling: Polling | undefined;
  let working: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;
  const webhook =
    settings.mode === "webhook" ? openWebhook({ settings, log, hear: () => hear }) : undefined;

  const menus = async (stop: AbortSignal) => {
    const pauses = backOff(patience.firstPauseMs, patience.refusedPauseMs);
    while (!stop.aborted && !(await setMenus(call, texts))) await pause(pauses.next(), stop);
  };

  const name = async (stop: AbortSignal) => {
    const pauses = backOff(patience.firstPauseMs, patience.refusedPauseMs);
    while (!stop.aborted && username === undefined) {
      const me = await call("getMe", {}, { stop });
      if (me.ok) username = me.result.username;
      else await pause(pauses.next(), stop);
    }
  };

  const begin = (inward: Inward) => {
    stopping = new AbortController();
    const { signal: stop } = stopping;
    hear = openHearing({ account, call, log, texts, taps, inward });
    state.starting();
    const common = { call, state, log, patience };
    if (webhook === undefined) polling = openPolling({ ...common, hear });
    working = Promise.all([
      menus(stop),
      name(stop),
      webhook && keepWebhookSet({ ...common, settings, publicUrl, stop }),
    ]);
  };

  const end = async () => {
    hear = undefined;
    stopping.abort();
    state.off();
    await Promise.race([
      Promise.all([polling?.close(), webhook?.settled(), working, taps.settled()]),
      pause(patience.closingMs),
    ]);
    polling = undefined;
  };

  const channel: Channel = {
    name: "telegram",
    capabilities: capabilitiesOf.telegram,
    abilities: ["share-contact", "keeps-messages", "remove-messages"],
    where: () => username && `t.me/${username}`,
    // Telegram's own figures are not told; 30 a second and one a second to each are what it is known to bear. How long
    // each message is on its way differs, so ours are below.
    pace: { perSecond: 22, burst: 3, perContact: { burst: 1, everyMs: 1_050 } },
    // Whoever once wrote may be written to until they block the bot, which `reach` tells.
    mayStart: () => true,
    send: openSender({ call, log, texts, patience, shown, noticed }),
    typing: ({ to }) => {
      const now = clock().getTime();
      if (now - (typedAt.get(to) ?? 0) < typingMs) return;
      if (typedAt.size > 5_000) typedAt.clear();
      typedAt.set(to, now);
      taps.typing(to);
    },
    open: async (inward) => {
      begin(inward);
    },
    close: () => {
      closing ??= end();
      return closing;
    },
    health: state.health,
  };
  return webhook === undefined ? { channel } : { channel, door: webhook.door };
}
