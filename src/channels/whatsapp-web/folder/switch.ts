/**
 * The kill switch: a file, so that it holds after a restart and another process (`lindung whatsapp off`) can move it.
 * How the channel is stands in a file as well, for the same command.
 */
import { closeSync, existsSync, openSync } from "node:fs";
import { z } from "zod";
import type { Health } from "../../channel.ts";
import { makePlace, type Place } from "./place.ts";
import { readSmall, removeSmall, writeSmall } from "./small-file.ts";

export function isSwitchedOff({ off }: Place): boolean {
  return existsSync(off);
}

/** The running program takes notice within two seconds. Throws as the disk does. */
export function switchTo(place: Place, to: "on" | "off", now: Date): void {
  makePlace(place);
  if (to === "on") {
    removeSmall(place.off);
    return;
  }
  try {
    writeSmall(place.off, { since: now.toISOString() });
  } catch {
    // Where the disk is full there is still room for a name, and only that counts.
    closeSync(openSync(place.off, "w", 0o600));
  }
}

const status = z.object({
  pid: z.number(),
  state: z.enum(["starting", "needs-pairing", "ready", "degraded", "down", "off"]),
  since: z.string(),
  why: z.string().optional(),
});

export function writeStatus(place: Place, health: Health, pid: number): void {
  writeSmall(place.status, { ...health, pid });
}

export function forgetStatus(place: Place): void {
  removeSmall(place.status);
}

/** How the channel of the running program is; undefined where none runs. */
export function readStatus(place: Place): Health | undefined {
  const read = readSmall(place.status, status);
  if (read === undefined || !isRunning(read.pid)) return undefined;
  const { state, since, why } = read;
  return why === undefined ? { state, since } : { state, since, why };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is one, too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
