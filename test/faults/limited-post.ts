/**
 * A post office with limits that it enforces, as Telegram does: so many in a second, one a second to each person. Who
 * is too fast is told how long to wait. Of the rest every fifth goes wrong, one way or another.
 */
import type { Outbound, Sender, SendOutcome } from "../../src/channels/channel.ts";

type Fault = "lost" | "cut" | "busy" | "pause";
const faults: readonly Fault[] = ["lost", "cut", "busy", "pause"];

export function limitedPost(pace: Sender["pace"], now: () => number, chance: () => number) {
  const arrived: { readonly to: string; readonly says: number; readonly at: number }[] = [];
  const counts = { rejected: 0, broken: 0, lost: 0, cut: 0, busy: 0, pause: 0 };
  let window: readonly number[] = [];
  const last = new Map<string, number>();
  let pause = { asked: Number.NEGATIVE_INFINITY, until: Number.NEGATIVE_INFINITY };

  const asked = (ms: number): SendOutcome => {
    pause = { asked: now(), until: now() + ms };
    return { kind: "later", afterMs: ms, cause: "asked", whole: true };
  };
  /** How long whoever is too fast has to wait. */
  const tooFast = (to: string): number => {
    window = window.filter((moment) => moment > now() - 1_000);
    if (window.length >= 30) return 2_000;
    return now() - (last.get(to) ?? Number.NEGATIVE_INFINITY) < 1_000 ? 1_000 : 0;
  };
  const send = async ({ to, says }: Outbound): Promise<SendOutcome> => {
    // What was on its way as the pause was asked for cannot know of it.
    if (now() > pause.asked && now() < pause.until) counts.broken += 1;
    const wait = tooFast(to);
    if (wait > 0) {
      counts.rejected += 1;
      return wait > 1_000 ? asked(wait) : { kind: "later", afterMs: wait, cause: "asked" };
    }
    window = [...window, now()];
    last.set(to, now());
    return happen(chance() < 0.2 ? faults[Math.floor(chance() * faults.length)] : undefined, () =>
      arrived.push({ to, says: says.id, at: now() }),
    );
  };
  const happen = (fault: Fault | undefined, arrive: () => void): SendOutcome => {
    if (fault !== undefined) counts[fault] += 1;
    switch (fault) {
      case "lost":
        throw new Error("the line is down");
      case "busy":
        return { kind: "later", afterMs: 0, cause: "failed" };
      case "pause":
        return asked(3_000);
      case "cut":
        arrive();
        // The work is done, and nobody hears of it.
        throw new Error("the line is cut");
      case undefined:
        arrive();
        return { kind: "sent" };
    }
  };
  return { channel: { pace, mayStart: () => true, send } satisfies Sender, arrived, counts };
}
