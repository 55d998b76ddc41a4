/** The browser of this machine, and waits that are short. */
import { findChromium } from "../../../src/channels/whatsapp-web/chromium.ts";
import { type Times, usualTimes } from "../../../src/channels/whatsapp-web/times.ts";

export const quick: Times = {
  ...usualTimes,
  lookMs: 100,
  probeMs: 5_000,
  authMs: 20_000,
  nudgeMs: 400,
  readyMs: 30_000,
  brokenMs: 20_000,
  graceMs: 4_000,
  sendMs: 5_000,
  pauseMs: [50, 500],
  aliveMs: 2_000,
  switchMs: 100,
  keepMs: [50, 400],
  partMs: 10,
};

/** Where there is no browser the tests fail, and say what to install. */
export function installedChromium(): string {
  const found = findChromium(undefined, process.env["PATH"] ?? "");
  if (found !== undefined) return found;
  const what = "The tests of WhatsApp by telephone need Chromium, and none was found";
  throw new Error(`${what}: install it (Debian: apt install chromium) or put it on PATH.`);
}
