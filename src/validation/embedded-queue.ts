/**
 * Starts the queue server that comes along and starts it again when it dies. Each start has another port
 * and password, so whoever is connected is told to connect anew.
 */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { ValidationLog } from "./log.ts";
import type { QueueServerStarted } from "./queue-server.ts";

/** Where the queue is kept; the one thing `queue.ts` needs to know about it. */
export type QueueServer = {
  readonly kind: "embedded" | "redis";
  /** `redis://…`; undefined while there is none to connect to. Holds a password: never logged. */
  readonly url: () => string | undefined;
  /** Calls back whenever `url` has another answer. */
  readonly onChange: (listener: () => void) => void;
  readonly close: () => Promise<void>;
};

export type EmbeddedQueue = QueueServer & {
  /** Of the child that runs now; for tests and for the health page. */
  readonly pid: () => number | undefined;
};

/** A server that somebody else runs. */
export function givenQueue(url: string): QueueServer {
  return { kind: "redis", url: () => url, onChange: () => undefined, close: async () => undefined };
}

/** Returns at once; `url` answers when the child listens, some 0.2 s later. */
export function startEmbeddedQueue(log: ValidationLog): EmbeddedQueue {
  let child: ChildProcess | undefined;
  let url: string | undefined;
  let deaths = 0;
  let again: NodeJS.Timeout | undefined;
  let closed = false;
  const listeners: (() => void)[] = [];

  const change = (next: string | undefined) => {
    url = next;
    for (const listener of listeners) listener();
  };

  const start = () => {
    const startedAt = performance.now();
    const started = forkServer();
    child = started;
    started.on("message", (message) => {
      const { port, password } = message as QueueServerStarted;
      change(`redis://:${password}@127.0.0.1:${port}`);
    });
    const died = (why: Readonly<Record<string, unknown>>) => {
      if (child !== started || closed) return;
      child = undefined;
      change(undefined);
      deaths = performance.now() - startedAt > calmMs ? 1 : deaths + 1;
      const pauseMs = pauseAfter(deaths);
      log.warn({ event: "queue-server.died", ...why, pauseMs });
      again = setTimeout(start, pauseMs);
    };
    started.once("exit", (code, signal) => died({ code, signal }));
    // A child that could not even be made does not exit.
    started.on("error", (error) => (started.pid === undefined ? died({ error }) : undefined));
  };

  start();
  return {
    kind: "embedded",
    url: () => url,
    onChange: (listener) => listeners.push(listener),
    pid: () => child?.pid,
    close: async () => {
      closed = true;
      clearTimeout(again);
      url = undefined;
      await ended(child);
    },
  };
}

/** A server that lived this long had no trouble starting. */
const calmMs = 30_000;

/** The first restart comes at once, later ones ever more slowly, so that a server that cannot start costs nothing. */
function pauseAfter(deaths: number): number {
  return Math.min(100 * 2 ** (deaths - 1), 10_000);
}

function forkServer(): ChildProcess {
  return fork(join(import.meta.dirname, "queue-server.ts"), [], {
    // It gets nothing of our environment: there are keys in it.
    env: {},
    execArgv: ["--disable-warning=ExperimentalWarning", "--max-old-space-size=384"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** Waits until the child is gone: politely by its channel, after a second by force. */
function ended(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), 1_000);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    if (child.connected) child.disconnect();
  });
}
