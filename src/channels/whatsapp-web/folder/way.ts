/**
 * The way is cleared before a browser starts: one that an earlier program left behind holds the profile, and so does the
 * lock of a machine that is no more. A session that is over is taken away.
 */
import { readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Place } from "./place.ts";

/** Ends every browser on the profile, politely first: it may be writing the session. Then takes its locks away. */
export async function clearTheWay({ profile }: Place, politeMs = 3_000): Promise<void> {
  const left = browsersOn(profile);
  for (const pid of left) signal(pid, "SIGTERM");
  if (await areGone(left, politeMs)) return removeLocks(profile);
  for (const pid of left) signal(pid, "SIGKILL");
  await areGone(left, politeMs);
  removeLocks(profile);
}

/** The browser and all that it has started; puppeteer gives it a group of its own. Nothing where it is gone. */
export function killBrowser(pid: number): void {
  signal(pid, "SIGKILL");
}

/** The telephone has thrown us out: what is left of the session opens nothing. */
export function removeSession({ profile }: Place): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 4 });
}

/** Names of the locks as Chromium makes them: links, the first to `<host>-<pid>`. */
const locks = ["SingletonLock", "SingletonCookie", "SingletonSocket"];

function removeLocks(profile: string): void {
  for (const lock of locks) rmSync(join(profile, lock), { force: true });
}

/** Process ids of the main processes. Another host's pid means nothing here. */
function browsersOn(profile: string): readonly number[] {
  const [, host, holder] = /^(.+)-(\d+)$/.exec(linkOf(join(profile, "SingletonLock"))) ?? [];
  const held = host === hostname() ? [Number(holder)].filter((pid) => runsOn(pid, profile)) : [];
  return [...new Set([...held, ...listed().filter((pid) => runsOn(pid, profile))])];
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return "";
  }
}

function listed(): readonly number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** A pid may be somebody else's by now, so its command line is asked; where there is no /proc it is not killed. */
function runsOn(pid: number, profile: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    const isMain = !words.some((word) => word.startsWith("--type="));
    return isMain && words.includes(`--user-data-dir=${profile}`);
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, name);
    } catch {
      // It is gone, or leads no group.
    }
  }
}

async function areGone(pids: readonly number[], withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (pids.some(isThere)) {
    if (performance.now() > until) return false;
    await pause(50);
  }
  return true;
}

/** One that is dead and waits to be reaped counts as gone. */
function isThere(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
