/** How long is waited for what, in milliseconds. Tests give shorter ones. */
import type { WatchTimes } from "./process/protocol.ts";

export type Times = WatchTimes & {
  /** The pause before a new start: the first, and the longest; each is twice the one before. */
  readonly pauseMs: readonly [number, number];
  /** After so long a life its end was no failed start. */
  readonly calmMs: number;
  /** Before a new start where WhatsApp itself shut us out, or wants a newer version. */
  readonly shutOutMs: number;
  /** How often the child is asked whether it lives. */
  readonly aliveMs: number;
  /** How often it is looked whether people wrote unnoticed. */
  readonly sweepMs: number;
  /** How often it is looked whether somebody switched the channel off or on. */
  readonly switchMs: number;
  /** The pause before a message that could not be kept is tried again: the first, and the longest. */
  readonly keepMs: readonly [number, number];
  /** Between two parts of one long saying. */
  readonly partMs: number;
};

export const usualTimes: Times = {
  lookMs: 5_000,
  probeMs: 10_000,
  authMs: 60_000,
  startMs: 180_000,
  nudgeMs: 15_000,
  readyMs: 120_000,
  qrMs: 120_000,
  brokenMs: 90_000,
  graceMs: 6_000,
  sendMs: 15_000,
  pauseMs: [1_000, 300_000],
  calmMs: 60_000,
  shutOutMs: 3_600_000,
  aliveMs: 30_000,
  sweepMs: 600_000,
  switchMs: 2_000,
  keepMs: [250, 30_000],
  partMs: 1_200,
};

const dayMs = 86_400_000;
/** 03:30 in Asia/Jakarta, which is UTC+7 all the year: hardly anybody writes. */
const quietMs = (3.5 - 7 + 24) * 3_600_000;

/** Until the next quiet hour. WhatsApp's page takes more and more memory; a new browser a day gives it back. */
export function untilQuietHour(now: Date): number {
  const past = (now.getTime() - quietMs) % dayMs;
  return dayMs - ((past + dayMs) % dayMs);
}
