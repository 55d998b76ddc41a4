/** Programs of their own beside a test, to be killed or to hold a lock. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Where } from "../../src/database/open.ts";

export type Child = {
  readonly process: ChildProcess;
  /** What it said so far, line by line. */
  readonly lines: string[];
  /** Resolves at the first line that begins so; rejects when it ends before. */
  readonly says: (start: string) => Promise<string>;
  /** With SIGKILL: it has no chance to tidy up. */
  readonly kill: () => Promise<void>;
};

/** Starts the program in `file` on a database. Killed when the test has finished. */
export function startChild(file: URL, where: Where, ...more: readonly string[]): Child {
  const process = spawn(
    globalThis.process.execPath,
    ["--disable-warning=ExperimentalWarning", fileURLToPath(file), JSON.stringify(where), ...more],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(process, "exit");
  const lines: string[] = [];
  const heard = createInterface({ input: process.stdout });
  heard.on("line", (line) => lines.push(line));
  const kill = async () => {
    process.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  return {
    process,
    lines,
    kill,
    says: (start) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => line.startsWith(start));
          if (found !== undefined) resolve(found);
        };
        heard.on("line", look);
        heard.on("close", () =>
          reject(new Error(`${file.pathname} ended before it said "${start}"`)),
        );
        look();
      }),
  };
}
