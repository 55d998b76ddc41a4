/**
 * Brought into the real program before it starts (`--import`): each time that its event loop stood still for more than
 * a moment, it writes into the file that STILLNESS names for how long.
 */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/** Milliseconds between two looks, and what counts as more than a moment. */
const everyMs = 10;
const momentMs = 100;

/** What must be set for a program that is watched. */
export function watchedInto(file: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${import.meta.url}`, STILLNESS: file };
}

/** Milliseconds, each time, since the file was last emptied. */
export function stillIn(file: string): readonly number[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean).map(Number);
}

const file = process.env["STILLNESS"] ?? "";

// A thread that copies the database stands still as it likes.
if (file !== "" && isMainThread) {
  writeFileSync(file, "");
  let lookedAt = performance.now();
  setInterval(() => {
    const now = performance.now();
    const still = now - lookedAt - everyMs;
    lookedAt = now;
    if (still > momentMs) appendFileSync(file, `${still.toFixed(0)}\n`);
  }, everyMs).unref();
}
