/** People who come to a gate, and when each of their messages left. */
import type { Pace } from "../../../src/channels/channel.ts";
import { type Gate, openGate, type Passing } from "../../../src/outbox/pacing/gate.ts";
import { fakeTime } from "./fake-time.ts";

/** Nine in the morning in Palembang. */
const start = Date.parse("2026-11-25T02:00:00.000Z");

const easy: Pace = { perSecond: 1_000, burst: 1_000, perContact: { burst: 99, everyMs: 0 } };

export function gateOf(pace: Partial<Pace>, chance: () => number = () => 0) {
  const time = fakeTime();
  const clock = () => new Date(start + time.now());
  const gate = openGate({ ...easy, ...pace }, { time, clock, chance });
  return { time, ...queueUp(gate, time.now) };
}

function queueUp(gate: Gate, now: () => number) {
  const left: { readonly name: string; readonly at: number }[] = [];
  const back: string[] = [];
  /** `siti`, or `siti:1` for the first of several messages. */
  const come = (name: string, part: Partial<Passing> = {}) => {
    const [contactId = ""] = name.split(":");
    const note = (verdict: "go" | "back") => {
      if (verdict === "go") left.push({ name, at: now() });
      else back.push(name);
    };
    const verdict = gate.pass({ contactId, ...part });
    if (typeof verdict === "string") note(verdict);
    else waits.push(verdict.then(note));
  };
  const waits: Promise<void>[] = [];
  /** What has left, as `siti 0, budi 1000`. */
  const log = async () => {
    // Who was let go hears of it a moment later.
    await new Promise((resolve) => setImmediate(resolve));
    return left.map(({ name, at }) => `${name} ${Math.round(at)}`).join(", ");
  };
  return { gate, come, left, back, log };
}
