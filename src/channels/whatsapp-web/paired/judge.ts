/** What is to be done about how the page looks. Pure: each rule was a fault of the real library. */
import type { Cause, WatchTimes } from "../process/protocol.ts";
import type { Look } from "./page-side.ts";

/** What was seen so far; all times in milliseconds of one clock. */
export type Seen = {
  readonly startedAt: number;
  /** The library has said `ready`. */
  readonly isReady: boolean;
  /** The newest QR code. */
  readonly qrAt?: number | undefined;
  /** Since when WhatsApp is connected and the library does not work. */
  readonly stuckSince?: number | undefined;
  readonly isNudged: boolean;
  /** Since when the connection is broken that was there. */
  readonly brokenSince?: number | undefined;
  /** Since when the page has not answered. */
  readonly silentSince?: number | undefined;
};

export type Verdict = {
  readonly seen: Seen;
  readonly deed?: "nudge" | { readonly end: Cause };
};

type Times = Pick<WatchTimes, "probeMs" | "startMs" | "nudgeMs" | "readyMs" | "qrMs" | "brokenMs">;

/** `look` is undefined where there is no page yet, "failed" where it did not answer. */
export function judge(
  before: Seen,
  look: Look | "failed" | undefined,
  now: number,
  times: Times,
): Verdict {
  if (look === undefined) return unlessLate(before, now, times);
  if (look === "failed") return silent(before, now, times);
  const seen = { ...before, silentSince: undefined };
  if (look.state === "UNPAIRED_IDLE") return { seen, deed: { end: "qr-expired" } };
  if (look.state === "UNPAIRED") return unpaired(seen, now, times);
  if (look.state !== "CONNECTED") return unconnected(seen, now, times);
  return connected({ ...seen, brokenSince: undefined }, look, now, times);
}

/** A page that is being loaded may fail once or twice. */
function silent(before: Seen, now: number, times: Times): Verdict {
  if (!before.isReady) return unlessLate(before, now, times);
  const silentSince = before.silentSince ?? now;
  const seen = { ...before, silentSince };
  return now - silentSince > times.probeMs ? { seen, deed: { end: "page-gone" } } : { seen };
}

function unpaired(seen: Seen, now: number, times: Times): Verdict {
  if (seen.isReady) return { seen, deed: { end: "no-connection" } };
  const since = seen.qrAt ?? seen.startedAt;
  return now - since > times.qrMs ? { seen, deed: { end: "qr-expired" } } : { seen };
}

function unconnected(seen: Seen, now: number, times: Times): Verdict {
  if (!seen.isReady) return unlessLate(seen, now, times);
  const brokenSince = seen.brokenSince ?? now;
  const broken = { ...seen, brokenSince };
  return now - brokenSince > times.brokenMs
    ? { seen: broken, deed: { end: "no-connection" } }
    : { seen: broken };
}

function connected(seen: Seen, look: Look, now: number, times: Times): Verdict {
  if (seen.isReady && look.isInjected)
    return { seen: { ...seen, stuckSince: undefined, isNudged: false } };
  const stuckSince = seen.stuckSince ?? now;
  const stuck = { ...seen, stuckSince };
  if (now - stuckSince > times.readyMs) return { seen: stuck, deed: { end: "not-ready" } };
  const isLost = look.hasSynced && !look.isInjected && now - stuckSince >= times.nudgeMs;
  return isLost && !seen.isNudged
    ? { seen: { ...stuck, isNudged: true }, deed: "nudge" }
    : { seen: stuck };
}

/** Somebody may scan the code an hour after the start: what follows has its own time, from the newest code on. */
function unlessLate(seen: Seen, now: number, times: Times): Verdict {
  const since = seen.qrAt ?? seen.startedAt;
  return now - since > times.startMs ? { seen, deed: { end: "not-ready" } } : { seen };
}
