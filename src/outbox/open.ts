/** The delivery at work: straight away what was said in a turn, and every second what waits in the table. */
import type { Sender } from "../channels/channel.ts";
import { channelsUnderWay } from "./due-store.ts";
import { type Lanes, openLanes } from "./lanes.ts";
import type { SendingNeeds } from "./needs.ts";
import { type Gate, openGate } from "./pacing/gate.ts";
import { midnightBefore } from "./pacing/limits.ts";
import { realTime, type Time } from "./pacing/time.ts";
import { sentSince } from "./waiting-store.ts";
import { openWay, type Way } from "./way.ts";

export type Delivery = {
  readonly lanes: Lanes;
  /** Something was said; neither waits nor throws. */
  readonly wake: () => void;
  /** Waits for what is on its way, a few seconds at most; what then still hangs is due at the next start. */
  readonly close: () => Promise<void>;
};

export type DeliveryNeeds = Omit<SendingNeeds, "gates" | "time"> & {
  readonly time?: Time;
  /** A number in [0, 1), for pauses as a person makes them. */
  readonly chance?: () => number;
};

/** A channel that answers nothing must not hold up a program that is to stop. */
const closingMs = 3_000;

/** One in each database at a time. */
export function openDelivery(given: DeliveryNeeds, beatMs = 1_000): Delivery {
  const needs = withGates(given);
  const lanes = openLanes(needs);
  const ways = new Map<string, Way>();
  let isClosed = false;
  let isReady = false;
  let beginning: Promise<void> | undefined;

  const begin = async () => {
    await countToday(needs);
    await lanes.takeOver();
    isReady = true;
    await openWays();
  };
  const openWays = async () => {
    // What was said by a channel that is not open any more comes to an end too.
    const left = await channelsUnderWay(needs.database.read);
    for (const name of [...needs.channels.keys(), ...left]) {
      if (!ways.has(name)) ways.set(name, openWay({ ...needs, inHand: lanes.inHand }, name));
    }
  };
  const wake = () => {
    if (isClosed) return;
    for (const way of ways.values()) way.wake();
  };
  const once = () => {
    void lanes.write();
    beginning ??= (isReady ? openWays() : begin())
      .then(wake)
      .catch((err: unknown) => needs.log.warn({ event: "outbox.unreadable", err }))
      .finally(() => {
        beginning = undefined;
      });
  };
  const beat = setInterval(once, beatMs);
  beat.unref();
  once();
  return {
    wake,
    lanes,
    close: async () => {
      isClosed = true;
      clearInterval(beat);
      needs.gates.close();
      await beginning;
      const underWay = Promise.all([
        lanes.close(),
        ...[...ways.values()].map((way) => way.close()),
      ]);
      if (!(await endsWithin(closingMs, underWay))) needs.log.warn({ event: "outbox.closed-late" });
    },
  };
}

async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const isLate = new Promise<false>((resolve) => {
    late = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([work.then(() => true), isLate]).finally(() => clearTimeout(late));
}

/** The same needs, with a gate for each channel. */
export function withGates(given: DeliveryNeeds): SendingNeeds {
  const { channels, clock, time = realTime, chance = Math.random } = given;
  const gates = new Map<string, Gate>();
  const open = (name: string, { pace }: Sender): Gate => {
    const gate = openGate(pace, { time, clock, chance });
    gates.set(name, gate);
    return gate;
  };
  const of = (name: string) => {
    const channel = channels.get(name);
    return gates.get(name) ?? (channel && open(name, channel));
  };
  const close = () => {
    for (const gate of gates.values()) gate.close();
  };
  return { ...given, time, gates: { of, close } };
}

/** A day's limit holds across a restart. */
async function countToday({ database, channels, gates, clock }: SendingNeeds): Promise<void> {
  const since = midnightBefore(clock()).toISOString();
  for (const [channel, { pace }] of channels) {
    if (pace.perDay === undefined) continue;
    const [row] = await sentSince(database.read, { channel, since });
    gates.of(channel)?.countToday(Number(row?.count ?? 0));
  }
}
