/**
 * Queue servers for tests: the one that comes along, always, and a real Redis where `redis-server` is installed.
 *
 *     describe.each(queueServers)("$name", ({ start }) => {
 *       test("…", async () => {
 *         const server = await start();
 */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Redis } from "ioredis";
import { onTestFinished, vi } from "vitest";
import {
  type EmbeddedQueue,
  givenQueue,
  type QueueServer,
  startEmbeddedQueue,
} from "../../src/validation/embedded-queue.ts";
import type { LogEvent, ValidationLog } from "../../src/validation/log.ts";
import { type Pace, usualPace } from "../../src/validation/pace.ts";

export type TestServer = {
  readonly server: QueueServer;
  /** SIGKILL. */
  readonly kill: () => Promise<void>;
  /** After `kill`: waits until there is a server again. */
  readonly back: () => Promise<void>;
  /** Still there, and says nothing until it is thawed. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** A client of our own, to look inside. */
  readonly look: <T>(deed: (redis: Redis) => Promise<T>) => Promise<T>;
};

const embedded = {
  name: "the embedded server",
  start: async (): Promise<TestServer> => {
    const server = startEmbeddedQueue(quiet);
    onTestFinished(() => server.close());
    await eventually(() => url(server));
    return {
      server,
      kill: () => killed(server),
      freeze: () => void process.kill(Number(server.pid()), "SIGSTOP"),
      thaw: () => void process.kill(Number(server.pid()), "SIGCONT"),
      back: () => eventually(() => void url(server)),
      look: (deed) => lookInto(url(server), deed),
    };
  },
};

const real = {
  name: "redis-server",
  start: async (): Promise<TestServer> => {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), "lindung-redis-"));
    let redis = await startRedis(port, folder);
    onTestFinished(async () => {
      await killed({ pid: () => redis.pid });
      await rm(folder, { recursive: true, force: true });
    });
    const address = `redis://127.0.0.1:${port}`;
    return {
      server: givenQueue(address),
      kill: () => killed({ pid: () => redis.pid }),
      freeze: () => void redis.kill("SIGSTOP"),
      thaw: () => void redis.kill("SIGCONT"),
      back: async () => {
        redis = await startRedis(port, folder);
      },
      look: (deed) => lookInto(address, deed),
    };
  },
};

const redisServer = programOnPath("redis-server");

/** With `CI` set a missing `redis-server` is a fault: the suite would say less than it seems to. */
export const queueServers = redisServer === undefined ? withoutRedis() : [embedded, real];

function withoutRedis() {
  if (process.env["CI"] !== undefined) {
    throw new Error(
      "redis-server is not on the PATH, so nothing could be said about a real Redis: install it (apt install redis-server)",
    );
  }
  process.stderr.write("redis-server is not on the PATH: only the embedded queue is tried.\n");
  return [embedded];
}

function programOnPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A log that keeps what was said. */
export function keepingLog(): ValidationLog & { readonly events: LogEvent[] } {
  const events: LogEvent[] = [];
  const keep = (event: LogEvent) => void events.push(event);
  return { events, info: keep, warn: keep, error: keep };
}

const quiet: ValidationLog = keepingLog();

/** Everything a little faster than usual. */
export const fast: Pace = {
  ...usualPace,
  sweepMs: 50,
  ringAgainMs: 1_000,
  tries: 3,
  retryMs: 50,
  lockMs: 800,
  stalledMs: 300,
  closeMs: 2_000,
};

/** These tests start dozens of processes; on a busy machine each takes its time. */
export const patient = { timeout: 90_000 };

/** Tries again until `deed` does not fail any more. */
export function eventually<T>(deed: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(deed, { timeout: 40_000, interval: 30 });
}

/** A port on which nobody listens, neither now nor (very likely) in a moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function startRedis(port: number, folder: string): Promise<ChildProcess> {
  // Without persistence: the worst Redis there is.
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
  const redis = spawn(String(redisServer), args, { stdio: "ignore" });
  await eventually(() => lookInto(`redis://127.0.0.1:${port}`, (client) => client.ping()));
  return redis;
}

async function killed({ pid }: Pick<EmbeddedQueue, "pid">): Promise<void> {
  const process_ = pid();
  if (process_ === undefined || !isAlive(process_)) return;
  process.kill(process_, "SIGKILL");
  await eventually(() => {
    if (isAlive(process_)) throw new Error("still there");
  });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function url(server: QueueServer): string {
  const address = server.url();
  if (address === undefined) throw new Error("no queue server");
  return address;
}

export async function lookInto<T>(address: string, deed: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(address, { retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on("error", () => undefined);
  try {
    return await deed(redis);
  } finally {
    redis.disconnect();
  }
}

/** Everything in the server, as one text: names of keys and what is under them. */
export async function everythingIn(redis: Redis): Promise<string> {
  const keys = await redis.keys("*");
  const values = await Promise.all(keys.map((key) => contentOf(redis, key)));
  return JSON.stringify([keys, values]);
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case "string":
      return redis.get(key);
    case "hash":
      return redis.hgetall(key);
    case "list":
      return redis.lrange(key, 0, -1);
    case "set":
      return redis.smembers(key);
    case "zset":
      return redis.zrange(key, 0, -1, "WITHSCORES");
    case "stream":
      return redis.xrange(key, "-", "+");
    default:
      return undefined;
  }
}
