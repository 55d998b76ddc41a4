/**
 * Keeps what people said, each person's one after the other. Meta delivers without order: of what waits, the earlier goes
 * first; what comes when a later one is kept already is out of order for good, and nobody can tell. Where one cannot be
 * kept, what was sent after it is refused too until it came again, so that no answer passes another.
 */
import type { Inbound, Inward } from "../../channel.ts";
import { openRecent } from "../recent.ts";

/** Milliseconds after which one that does not come again is no longer waited for. */
const patienceMs = 60_000;

export type Kept = { readonly inbound: Inbound; readonly at: number };

type Waiting = Kept & {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

type Missing = { readonly id: string; readonly at: number; readonly until: number };

/** Resolves when it is kept; rejects when Meta has to deliver it again. */
export type Keep = (kept: Kept) => Promise<void>;

export function openKeeping(receive: Inward["receive"], clock: () => Date): Keep {
  const lines = new Map<string, Waiting[]>();
  const missing = openRecent<Missing>();

  async function work(from: string, line: Waiting[]): Promise<void> {
    for (let next = line.shift(); next !== undefined; next = line.shift()) {
      try {
        if (comesTooEarly(next)) throw new Error("one sent before it is still missing");
        await receive(next.inbound);
        if (missing.get(from)?.id === next.inbound.id) missing.delete(from);
        next.resolve();
      } catch (error) {
        noteMissing(next);
        next.reject(error);
      }
    }
    lines.delete(from);
  }

  function comesTooEarly({ inbound, at }: Waiting): boolean {
    const one = missing.get(inbound.from);
    if (one === undefined || one.id === inbound.id) return false;
    return at >= one.at && clock().getTime() < one.until;
  }

  function noteMissing({ inbound, at }: Waiting): void {
    const one = missing.get(inbound.from);
    const now = clock().getTime();
    // The first that is missing: what waits for it is missing only because of it.
    if (one !== undefined && one.id !== inbound.id && one.at <= at && now < one.until) return;
    missing.set(inbound.from, { id: inbound.id, at, until: now + patienceMs });
  }

  return ({ inbound, at }) =>
    new Promise<void>((resolve, reject) => {
      const line = lines.get(inbound.from);
      const waiting = { inbound, at, resolve, reject };
      if (line === undefined) {
        const begun = [waiting];
        lines.set(inbound.from, begun);
        // What comes in the same delivery is in line before the first is taken.
        queueMicrotask(() => void work(inbound.from, begun));
        return;
      }
      const place = line.findIndex((other) => other.at > at);
      line.splice(place < 0 ? line.length : place, 0, waiting);
    });
}
