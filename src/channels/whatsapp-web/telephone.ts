/** The paired telephone: the child with its browser, how it is, and what it tells. Knows nothing of sayings. */
import { setTimeout as pause } from "node:timers/promises";
import type { Inbound } from "../channel.ts";
import type { HealthRecord } from "../health.ts";
import { isMarked, type Mark, marked, markOf, sinceOf, writeMark } from "./folder/mark.ts";
import type { Place } from "./folder/place.ts";
import { healthAfter } from "./health.ts";
import { openArrivals } from "./inbound.ts";
import type { WhatsAppWebLog } from "./log.ts";
import { type Pairing, pairingWith } from "./pairing.ts";
import type { Begin, Facts, Told } from "./process/protocol.ts";
import { codeOf, type Supervisor, supervise } from "./process/supervise.ts";
import type { Times } from "./times.ts";
import { inboundOf, inboundOfCall, inboundOfEdit, inboundOfUnreadable } from "./translate.ts";

export type TelephoneNeeds = {
  readonly place: Place;
  readonly times: Times;
  readonly log: WhatsAppWebLog;
  readonly clock: () => Date;
  readonly health: HealthRecord;
  readonly receive: (inbound: Inbound) => Promise<void>;
  /** Each new QR code, for whoever can scan it. */
  readonly showPairing: (qr: string) => void;
  readonly begin: () => Begin | undefined;
};

export type Telephone = Pick<Supervisor, "ask" | "renew"> & {
  readonly start: () => void;
  readonly pairing: () => Pairing | undefined;
  /** Our own, digits alone; undefined while the telephone has not told it. */
  readonly number: () => string | undefined;
  /** Hears no more; what is being kept is finished, the browser is ended. */
  readonly stop: () => Promise<void>;
};

type Spoken = Exclude<Told, { readonly told: "answer" | "browser" | "ending" }>;

/** Two tellings of one call: it rings, and stands in the chat as missed. */
const oneCallS = 120;
/** The mark is written no more often. */
const markMs = 2_000;

export function pickUp(needs: TelephoneNeeds): Telephone {
  const { place, times, log, clock, health } = needs;
  let pairing: Pairing | undefined;
  let number: string | undefined;
  let mark: Mark | undefined;
  let marking: NodeJS.Timeout | undefined;
  /** There was no room for all, or a sweep left chats over: when what waits is kept, it is looked again. */
  let isOverfull = false;
  let keptInAll = 0;
  const lastCalls = new Map<string, number>();

  const arrivals = openArrivals({
    receive: needs.receive,
    log,
    keepMs: times.keepMs,
    allKept: (chat, last) => {
      void supervisor.ask({ ask: "seen", chat, last }, times.probeMs);
      if (isOverfull && arrivals.count() === 0) void sweep();
    },
    kept: (id, until) => {
      keptInAll += 1;
      note(id, until);
    },
  });
  const note = (id: string, until?: number) => {
    if (mark === undefined) return;
    mark = marked(mark, id, until ?? mark.until);
    marking ??= setTimeout(saveMark, markMs);
  };
  const saveMark = () => {
    clearTimeout(marking);
    marking = undefined;
    try {
      if (mark !== undefined) writeMark(place, mark);
    } catch (err) {
      log.warn({ event: "whatsapp-web.mark-not-written", code: codeOf(err) });
    }
  };

  /** Looks for what nobody noticed. What is known already changes nothing. */
  const sweep = async () => {
    if (mark === undefined) return;
    isOverfull = false;
    const keptBefore = keptInAll;
    const found = await supervisor.ask(
      { ask: "sweep", since: sinceOf(mark), floor: mark.floor },
      sweepLimitMs,
    );
    if ("swept" in found) {
      log.info({ event: "whatsapp-web.looked-for-unread", ...found.swept });
      if (found.swept.left === 0) return;
      isOverfull = true;
      // All that was found may be kept by now, and nothing else would begin the next one.
      if (arrivals.count() === 0 && keptInAll > keptBefore) void sweep();
    } else log.warn({ event: "whatsapp-web.unread-not-looked-for" });
  };

  const heard = (facts: Facts, inbound: Inbound | undefined) => {
    if (inbound === undefined) return;
    if (mark !== undefined && isMarked(mark, inbound.id)) return;
    // Its other telling was heard; after a restart only the mark knows that.
    if (isOneCall(facts)) return note(inbound.id);
    if (!arrivals.take({ inbound, at: facts.at }) && !isOverfull) {
      isOverfull = true;
      log.warn({ event: "whatsapp-web.too-much-waits", count: arrivals.count() });
    }
  };
  const isOneCall = ({ chat, type, at }: Facts): boolean => {
    if (type !== "call" && type !== "call_log") return false;
    const before = lastCalls.get(chat);
    if (lastCalls.size > 1_000) lastCalls.clear();
    lastCalls.set(chat, at);
    return before !== undefined && Math.abs(at - before) < oneCallS;
  };

  const tells = (told: Spoken) => {
    switch (told.told) {
      case "qr":
        pairing = pairingWith(told.qr, clock());
        health.become("needs-pairing", "not-paired");
        needs.showPairing(told.qr);
        break;
      case "ready":
        pairing = undefined;
        number = told.number;
        mark = markOf(place, told.me, clock());
        saveMark();
        health.become("ready");
        log.info({ event: "whatsapp-web.ready" });
        void sweep();
        break;
      case "connection":
        connection(told.state);
        break;
      case "nudged":
        log.warn({ event: "whatsapp-web.ready-was-lost" });
        break;
      case "message":
        heard(told.facts, inboundOf(told.facts));
        break;
      case "edited":
        heard(told.facts, inboundOfEdit(told.facts));
        break;
      case "unreadable":
        heard(told.facts, inboundOfUnreadable(told.facts));
        break;
      case "call":
        log.info({ event: "whatsapp-web.call", isRejected: told.isRejected });
        heard(told.facts, inboundOfCall(told.facts));
        break;
    }
  };
  /** Without a network WhatsApp says TIMEOUT, and nothing else; when it is back, what came meanwhile is looked for. */
  const connection = (state: string) => {
    if (state === "CONNECTED") {
      if (health.now().state !== "degraded") return;
      health.become("ready");
      void sweep();
    } else if (health.now().state === "ready") health.become("degraded", "no-connection");
  };

  const supervisor = supervise({
    ...{ place, times, log, tells, begin: needs.begin },
    starting: () => {
      pairing = undefined;
      if (health.now().state !== "needs-pairing") health.become("starting");
    },
    ended: (cause) => {
      pairing = undefined;
      health.become(...healthAfter(cause));
    },
  });

  const probing = setInterval(() => void supervisor.probe(), times.aliveMs).unref();
  const sweeping = setInterval(() => {
    if (health.now().state === "ready") void sweep();
  }, times.sweepMs).unref();

  return {
    start: supervisor.start,
    ask: supervisor.ask,
    renew: supervisor.renew,
    pairing: () => pairing,
    number: () => number,
    stop: async () => {
      clearInterval(probing);
      clearInterval(sweeping);
      pairing = undefined;
      // A database that answers nothing must not hold up the stop: the message is still unread.
      const kept = Promise.race([arrivals.close(), pause(keptWithinMs, undefined, { ref: false })]);
      await Promise.all([kept, supervisor.stop()]);
      saveMark();
    },
  };
}

const sweepLimitMs = 120_000;
const keptWithinMs = 8_000;
