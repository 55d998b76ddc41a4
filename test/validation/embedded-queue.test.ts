import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEmbeddedQueue } from "../../src/validation/embedded-queue.ts";
import { eventually, isAlive, keepingLog, lookInto, patient } from "./servers.ts";

async function started() {
  const log = keepingLog();
  const server = startEmbeddedQueue(log);
  onTestFinished(() => server.close());
  await eventually(() => expect(server.url()).toBeDefined());
  return { server, log, address: new URL(String(server.url())) };
}

describe("the queue server that comes along", patient, () => {
  test("answers to its password alone, which is another one each time", async () => {
    const [{ address }, other] = await Promise.all([started(), started()]);
    const ping = (url: string) => lookInto(url, (redis) => redis.ping());
    expect(await ping(address.href)).toBe("PONG");
    await expect(ping(`redis://127.0.0.1:${address.port}`)).rejects.toThrow(/NOAUTH/);
    const wrong = `redis://:${other.address.password}@127.0.0.1:${address.port}`;
    await expect(ping(wrong)).rejects.toThrow();
    expect(address.password.length).toBeGreaterThanOrEqual(32);
  });

  test("cannot be reached from another address", async () => {
    const { address } = await started();
    const elsewhere = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal }) => !internal)
      // A link-local address needs its interface to be named.
      .filter(({ scopeid }) => scopeid === undefined || scopeid === 0)
      .map(({ address }) => address);
    // Another address of the loopback network stands in where the machine has no network at all.
    for (const host of ["127.0.0.2", ...elsewhere]) {
      expect([host, await reaches(host, Number(address.port))]).toEqual([host, false]);
    }
    expect(await reaches("127.0.0.1", Number(address.port))).toBe(true);
  });

  test.runIf(existsSync("/proc/net/tcp"))(
    "listens on loopback only, as the kernel says",
    async () => {
      const { address } = await started();
      const port = Number(address.port).toString(16).toUpperCase().padStart(4, "0");
      const listening = ["/proc/net/tcp", "/proc/net/tcp6"]
        .filter((file) => existsSync(file))
        .flatMap((file) => readFileSync(file, "utf8").split("\n").slice(1))
        .map((line) => line.trim().split(/\s+/))
        // 0A is LISTEN.
        .filter(([, local, , state]) => local?.endsWith(`:${port}`) && state === "0A")
        .map(([, local]) => local);
      expect(listening).toEqual([`0100007F:${port}`]);
    },
  );

  test("is started again when it dies, and whoever uses it is told", async () => {
    const { server, log, address } = await started();
    const told: (string | undefined)[] = [];
    server.onChange(() => told.push(server.url()));
    process.kill(Number(server.pid()), "SIGKILL");
    await eventually(() => expect(told).toHaveLength(2));
    expect(told).toEqual([undefined, server.url()]);
    expect(server.url()).not.toBe(address.href);
    expect(log.events.map(({ event, signal }) => [event, signal])).toEqual([
      ["queue-server.died", "SIGKILL"],
    ]);
    expect(JSON.stringify(log.events)).not.toContain(address.password);
  });

  test("waits longer from death to death", async () => {
    const { server, log } = await started();
    for (let death = 1; death <= 3; death += 1) {
      process.kill(Number(server.pid()), "SIGKILL");
      await eventually(() => expect(log.events).toHaveLength(death));
      await eventually(() => expect(server.url()).toBeDefined());
    }
    expect(log.events.map(({ pauseMs }) => pauseMs)).toEqual([100, 200, 400]);
  });

  test("outlives Ctrl-C, which goes to the whole group, until it is closed", async () => {
    const { server, address } = await started();
    const pid = Number(server.pid());
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.kill(pid, signal);
    expect(await lookInto(address.href, (redis) => redis.ping())).toBe("PONG");
    await server.close();
    expect(isAlive(pid)).toBe(false);
    expect(server.url()).toBeUndefined();
  });

  test("no server is left of twenty parents that were killed", async () => {
    const script = new URL("./killed-parent.ts", import.meta.url);
    const orphans: number[] = [];
    // Four at a time: two cores.
    for (let round = 0; round < 5; round += 1) {
      const pids = await Promise.all([1, 2, 3, 4].map(() => killParent(script)));
      orphans.push(...pids);
    }
    expect(new Set(orphans).size).toBe(20);
    await eventually(() => expect(orphans.filter(isAlive)).toEqual([]));
  });
});

/** Starts a parent, waits until its queue server listens, kills it; gives the server's process id. */
async function killParent(script: URL): Promise<number> {
  const parent = fork(script, { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const [pid] = await once(parent, "message");
  expect(isAlive(pid)).toBe(true);
  parent.kill("SIGKILL");
  await once(parent, "exit");
  return pid;
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const tell = (isReached: boolean) => {
      socket.destroy();
      resolve(isReached);
    };
    socket.once("connect", () => tell(true));
    socket.once("error", () => tell(false));
    socket.once("timeout", () => tell(false));
  });
}
