/** The program itself, as `npm start` runs it: a process of its own, to be asked, stopped and killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { Environment } from "../../src/config.ts";
import { settingNames } from "../../src/config.ts";
import type { AtEnd, Home } from "./home.ts";

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** All that it wrote, on both streams. */
  readonly output: string;
  readonly seconds: number;
};

export type Program = {
  readonly address: string;
  readonly pid: number;
  /** Processes that it started itself. */
  readonly children: () => readonly number[];
  readonly signal: (signal: NodeJS.Signals) => Promise<Ended>;
};

/** Runs until it says where it listens. Killed when the test has finished. */
export async function startProgram(home: Home, atEnd: AtEnd = onTestFinished): Promise<Program> {
  const { child, output, ended } = run(home, {}, atEnd);
  const opened = vi.waitFor(
    () => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0];
      if (address === undefined) throw new Error(`it does not listen yet: ${output()}`);
      return address;
    },
    { timeout: 60_000, interval: 20 },
  );
  const address = await Promise.race([
    opened,
    ended.then(({ output }) => {
      throw new Error(`it ended before it listened: ${output}`);
    }),
  ]);
  const pid = Number(child.pid);
  return {
    address,
    pid,
    children: () => childrenOf(pid),
    signal: async (signal) => {
      const startedAt = performance.now();
      child.kill(signal);
      return { ...(await ended), seconds: secondsSince(startedAt) };
    },
  };
}

/** Runs until it ends by itself. */
export function runProgram(home: Home, more: Environment = {}): Promise<Ended> {
  return run(home, more, onTestFinished).ended;
}

/** Set to nothing, so that a `.env` of whoever runs the tests changes nothing here. */
const unset = Object.fromEntries(settingNames.map((name) => [name, ""]));

function run(home: Home, more: Environment, atEnd: AtEnd) {
  const startedAt = performance.now();
  const [command = "", ...args] = [
    ...(home.by ?? []),
    process.execPath,
    join(home.project, "src", "main.ts"),
  ];
  const env = { PATH: process.env["PATH"], HOME: home.folder, ...unset, ...home.settings, ...more };
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = listen(child);
  atEnd(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "close");
  });
  const ended = once(child, "close").then(
    ([code, signal]): Ended => ({
      code,
      signal,
      output: output(),
      seconds: secondsSince(startedAt),
    }),
  );
  return { child, output, ended };
}

function listen({ stdout, stderr }: ChildProcess): () => string {
  let output = "";
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return () => output;
}

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}

/** As Linux tells it; elsewhere nothing is known, and a test that needs to know says so. */
function childrenOf(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) throw new Error("only Linux tells which processes a process started");
  return readFileSync(file, "utf8").split(" ").filter(Boolean).map(Number);
}

/** A process that has ended and was not taken note of yet counts as ended. */
export function isRunning(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && !/\) [ZX] /.test(readFileSync(file, "utf8"));
}
