/** An error → why, out of a closed list: its own text may hold a number, a name, or what somebody wrote. */
import type { Cause } from "../process/protocol.ts";

/** The library also throws plain strings. The first that fits. */
const known: readonly (readonly [RegExp, Cause])[] = [
  [/already running|process_singleton|ProcessSingleton/i, "profile-in-use"],
  [/no LID for user|invalid wid|wid error/i, "unknown-recipient"],
  [/auth timeout|ready timeout/i, "not-ready"],
  [/net::ERR_/i, "no-network"],
  [/detached frame|target closed|session closed|connection closed/i, "page-gone"],
  [/execution context|navigation/i, "page-gone"],
  [/failed to launch|spawn|ENOENT|EACCES|WS endpoint/i, "browser-fails"],
  [/timed out|timeout/i, "timed-out"],
];

export function causeOf(error: unknown): Cause {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return known.find(([words]) => words.test(text))?.[1] ?? "other";
}

/** Rejects with a word that `causeOf` knows. What is waited for goes on, and nobody hears of it. */
export async function within<T>(limitMs: number, deed: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("timed out")), limitMs);
  });
  deed.catch(() => undefined);
  try {
    return await Promise.race([deed, late]);
  } finally {
    clearTimeout(timer);
  }
}
