/**
 * WHATSAPP BY A PAIRED TELEPHONE. The page of WhatsApp Web, in a browser of our own, driven by whatsapp-web.js in a
 * child process. Not official: WhatsApp may ban the number. So it only answers people who wrote, slowly, and can be
 * switched off at any time; a public body's live service belongs on the Cloud API.
 */

import type { WhatsAppWebSettings } from "../../config/channels.ts";
import { capabilitiesOf } from "../../rendering/capabilities.ts";
import { render } from "../../rendering/render.ts";
import type { Channel, Inward, Outbound, Pace, SendOutcome } from "../channel.ts";
import { openGone } from "../gone.ts";
import { openHealth } from "../health.ts";
import { placeOnWhatsApp } from "../whatsapp-place.ts";
import { findChromium } from "./chromium.ts";
import { makePlace, placeIn } from "./folder/place.ts";
import { forgetStatus, isSwitchedOff, switchTo, writeStatus } from "./folder/switch.ts";
import type { WhatsAppWebLog } from "./log.ts";
import { outcomeOf, outcomeWhile } from "./outcome.ts";
import type { Pairing } from "./pairing.ts";
import type { Begin } from "./process/protocol.ts";
import { codeOf } from "./process/supervise.ts";
import { pickUp, type Telephone } from "./telephone.ts";
import { type Times, untilQuietHour, usualTimes } from "./times.ts";
import { channelName } from "./translate.ts";

export type WhatsAppWebNeeds = {
  readonly settings: WhatsAppWebSettings;
  /** Absolute; the session is kept below it. */
  readonly dataDir: string;
  /** The machine's PATH, along which a browser is looked for. */
  readonly searchPath: string;
  readonly log: WhatsAppWebLog;
  readonly clock: () => Date;
  /** Shown to whoever can scan it, never logged: whoever scans it owns the channel. */
  readonly showPairing: (qr: string) => void;
  readonly times?: Times;
};

export type WhatsAppWeb = Channel & {
  /** The QR code that can be scanned now; undefined where none waits. */
  readonly pairing: () => Pairing | undefined;
  /** Nothing is heard or sent any more, and the browser is ended; it holds after a restart. */
  readonly switchOff: () => Promise<void>;
  readonly switchOn: () => Promise<void>;
};

const dayMs = 86_400_000;

export function openWhatsAppWeb(needs: WhatsAppWebNeeds): { readonly channel: WhatsAppWeb } {
  const { settings, log, clock, times = usualTimes } = needs;
  const place = placeIn(needs.dataDir);
  const capabilities = capabilitiesOf[channelName];
  let inward: Inward | undefined;
  let telephone: Telephone | undefined;
  let moving: Promise<void> = Promise.resolve();
  let watching: NodeJS.Timeout | undefined;
  let renewing: NodeJS.Timeout | undefined;

  const health = openHealth({ state: "down", why: "not-open" }, clock, (now) => {
    log.info({ event: "whatsapp-web.health", state: now.state, why: now.why });
    try {
      if (inward === undefined) return;
      makePlace(place);
      writeStatus(place, now, process.pid);
    } catch (err) {
      log.warn({ event: "whatsapp-web.status-not-written", code: codeOf(err) });
    }
  });
  const begin = (): Begin | undefined => {
    const chromium = findChromium(settings.chromium, needs.searchPath);
    if (chromium === undefined) return undefined;
    const { folder } = place;
    return { chromium, args: [...settings.chromiumArgs], folder, times };
  };

  /** As the switch says now. One move after another. */
  const obey = (): Promise<void> => {
    moving = moving.then(move).catch((err: unknown) => {
      log.error({ event: "whatsapp-web.not-moved", code: codeOf(err) });
    });
    return moving;
  };
  const move = async () => {
    if (inward === undefined) return;
    if (isSwitchedOff(place)) {
      await hangUp();
      health.become("off", "switched-off");
    } else if (telephone === undefined) {
      const { receive } = inward;
      telephone = pickUp({ ...needs, place, times, health, receive, begin });
      telephone.start();
    }
  };
  const hangUp = async () => {
    const held = telephone;
    telephone = undefined;
    await held?.stop();
  };
  const renewAtNight = () => {
    renewing = setTimeout(() => {
      telephone?.renew();
      renewAtNight();
    }, untilQuietHour(clock())).unref();
  };

  const mayAnswer = ({ heardAt }: { readonly heardAt?: string }, now: Date) =>
    heardAt !== undefined && now.getTime() - Date.parse(heardAt) < dayMs;

  const gone = openGone();
  const sendParts = async (held: Telephone, { to, says, key }: Outbound): Promise<SendOutcome> => {
    let outcome: SendOutcome = { kind: "sent" };
    const wentBefore = gone.before(key);
    for (const [index, { text }] of render(says, capabilities).entries()) {
      if (wentBefore(text)) continue;
      if (index > 0) await new Promise((resolve) => setTimeout(resolve, times.partMs));
      outcome = outcomeOf(await held.ask({ ask: "send", to, text }, times.sendMs + 1_000));
      if (outcome.kind !== "sent") return outcome;
      gone.went(key, text);
    }
    gone.forget(key);
    return outcome;
  };
  const send = async (outbound: Outbound): Promise<SendOutcome> => {
    const { heardAt } = outbound;
    const held = telephone;
    // What waits is sent from the start on, a moment before this is opened; then it would stand still for long.
    const away = inward === undefined ? undefined : outcomeWhile(health.now().state);
    if (held === undefined || away !== undefined)
      return away ?? { kind: "channel-down", afterMs: 2_000 };
    if (heardAt !== undefined && !mayAnswer({ heardAt }, clock())) return { kind: "window-closed" };
    return sendParts(held, outbound);
  };

  const channel: WhatsAppWeb = {
    name: channelName,
    capabilities,
    abilities: ["keeps-messages"],
    pace: paceOf(settings),
    where: () => placeOnWhatsApp(telephone?.number()),
    mayStart: mayAnswer,
    send,
    typing: ({ to }) => {
      if (health.now().state === "ready") void telephone?.ask({ ask: "typing", to }, times.probeMs);
    },
    health: health.now,
    open: async (opened) => {
      inward = opened;
      health.become("starting");
      watching = setInterval(() => void obey(), times.switchMs);
      renewAtNight();
      // It goes on trying by itself; nobody waits for a browser.
      void obey();
    },
    close: async () => {
      if (inward === undefined) return;
      clearInterval(watching);
      clearTimeout(renewing);
      await moving;
      await hangUp();
      health.become("down", "not-open");
      inward = undefined;
      forgetStatus(place);
    },
    pairing: () => telephone?.pairing(),
    switchOff: async () => {
      switchTo(place, "off", clock());
      await obey();
    },
    switchOn: async () => {
      switchTo(place, "on", clock());
      await obey();
      // Where it only waits for a new start (nobody had scanned), it starts now.
      telephone?.start();
    },
  };
  return { channel };
}

/** As a person writes who answers several others. */
function paceOf({ perMinute, perDay }: WhatsAppWebSettings): Pace {
  return {
    perSecond: 1,
    burst: 1,
    perContact: { burst: 1, everyMs: 2_000 },
    pauseMs: [1_000, 3_000],
    perMinute,
    perDay,
  };
}
