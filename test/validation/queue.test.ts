import { fork } from "node:child_process";
import { once } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { givenQueue } from "../../src/validation/embedded-queue.ts";
import { openQueue, type QueueNeeds, type ValidationJob } from "../../src/validation/queue.ts";
import {
  eventually,
  everythingIn,
  fast,
  freePort,
  keepingLog,
  patient,
  queueServers,
} from "./servers.ts";

const job = (submission: string, revision = 1): ValidationJob => ({ submission, revision });

/** A queue whose worker notes what it was given; closed when the test has finished. */
function openFor(needs: Pick<QueueNeeds, "server"> & Partial<QueueNeeds>) {
  const done: string[] = [];
  const gaveUp: string[] = [];
  const log = keepingLog();
  const queue = openQueue({
    work: async ({ submission, revision }) => void done.push(`${submission}/${revision}`),
    gaveUp: async ({ submission }) => void gaveUp.push(submission),
    connected: () => undefined,
    log,
    pace: fast,
    ...needs,
  });
  onTestFinished(() => queue.close());
  return { queue, done, gaveUp, log };
}

describe.each(queueServers)("the queue on $name", patient, ({ start }) => {
  test("what is put in is worked on, by its revision", async () => {
    const { server } = await start();
    const { queue, done } = openFor({ server });
    await queue.add([job("s-siti"), job("s-budi", 2)]);
    await eventually(() => expect(done.toSorted()).toEqual(["s-budi/2", "s-siti/1"]));
    expect(queue.status()).toEqual({ server: server.kind, connected: true, evicts: false });
  });

  test("what is in already is not put in twice; what is done may be put in again", async () => {
    const { server } = await start();
    const gate = Promise.withResolvers<void>();
    const started: string[] = [];
    const { queue } = openFor({
      server,
      work: ({ submission }) => {
        started.push(submission);
        return gate.promise;
      },
    });
    await queue.add([job("s-siti")]);
    await eventually(() => expect(started).toHaveLength(1));
    await queue.add([job("s-siti"), job("s-siti"), job("s-budi")]);
    await eventually(() => expect(started).toEqual(["s-siti", "s-budi"]));
    gate.resolve();
    await eventually(async () => {
      await queue.add([job("s-siti")]);
      expect(started.filter((one) => one === "s-siti")).toHaveLength(2);
    });
  });

  test("what fails is tried again, later each time, and nothing of the error lies in the server", async () => {
    const { server, look } = await start();
    const tries: number[] = [];
    const { queue, gaveUp } = openFor({
      server,
      pace: { ...fast, retryMs: 200 },
      work: async () => {
        tries.push(performance.now());
        if (tries.length < 3) throw new Error("Siti Aminah 1699015501900001");
      },
    });
    await queue.add([job("s-siti")]);
    await eventually(() => expect(tries).toHaveLength(2));
    const everything = await look(everythingIn);
    expect(everything).toContain("s-siti");
    expect(everything).not.toMatch(/Siti|Aminah|1699015501900001/);
    await eventually(() => expect(tries).toHaveLength(3));
    const [first = 0, second = 0, third = 0] = tries;
    // Half of a pause is left to chance: 100–200 ms, then 200–400 ms.
    expect(second - first).toBeGreaterThan(90);
    expect(third - second).toBeGreaterThan(190);
    expect(gaveUp).toEqual([]);
  });

  test("what always fails is given up once, is not kept, and can be put in again", async () => {
    const { server, look } = await start();
    let tries = 0;
    const { queue, gaveUp, log } = openFor({
      server,
      work: async () => {
        tries += 1;
        throw new Error("poison");
      },
    });
    await queue.add([job("s-siti")]);
    await eventually(() => expect(gaveUp).toEqual(["s-siti"]));
    expect(tries).toBe(fast.tries);
    expect(log.events.map(({ event }) => event)).toContain("validation.gave-up");
    expect(await look((redis) => redis.keys("*s-s-siti*"))).toEqual([]);
    await queue.add([job("s-siti")]);
    await eventually(() => expect(gaveUp).toEqual(["s-siti", "s-siti"]));
  });

  test("a job holds ids and nothing else", async () => {
    const { server, look } = await start();
    const gate = Promise.withResolvers<void>();
    const { queue } = openFor({ server, work: () => gate.promise });
    const more = { ...job("s-siti"), name: "Siti Aminah" };
    await queue.add([more]);
    const [key = ""] = await look((redis) => redis.keys("*s-s-siti-r1"));
    const data = await look((redis) => redis.hget(key, "data"));
    expect(JSON.parse(String(data))).toEqual({ submission: "s-siti", revision: 1 });
    expect(await look(everythingIn)).not.toContain("Aminah");
    gate.resolve();
  });

  test("a server that may throw jobs away is noticed", async () => {
    const { server, look } = await start();
    await look((redis) => redis.config("SET", "maxmemory-policy", "allkeys-lru"));
    const { queue, log } = openFor({ server });
    await eventually(() => expect(queue.status().evicts).toBe(true));
    expect(log.events.map(({ event }) => event)).toContain("queue.evicts");
  });

  test("a job that ended two processes is still done by the third", async () => {
    const { server } = await start();
    const script = new URL("./dying-worker.ts", import.meta.url);
    for (let death = 0; death < 2; death += 1) {
      const worker = fork(script, [String(server.url())], { execArgv: [], stdio: "ignore" });
      const [, signal] = await once(worker, "exit");
      expect(signal).toBe("SIGKILL");
    }
    const { done } = openFor({ server });
    await eventually(() => expect(done).toEqual(["s-siti/1"]));
  });

  test("an emptied server goes on with what comes next, also in the middle of a job", async () => {
    const { server, look } = await start();
    const gate = Promise.withResolvers<void>();
    const started: string[] = [];
    const { queue } = openFor({
      server,
      work: ({ submission }) => {
        started.push(submission);
        return submission === "s-siti" ? gate.promise : Promise.resolve();
      },
    });
    await queue.add([job("s-siti")]);
    await eventually(() => expect(started).toEqual(["s-siti"]));
    await look((redis) => redis.flushall());
    gate.resolve();
    await queue.add([job("s-budi")]);
    await eventually(() => expect(started).toContain("s-budi"));
  });

  test("a server that is killed and comes back is used again, and what it forgot is told", async () => {
    const running = await start();
    let connections = 0;
    const { queue, done } = openFor({
      server: running.server,
      connected: () => {
        connections += 1;
      },
    });
    await eventually(() => expect(connections).toBe(1));
    await running.kill();
    await eventually(() => expect(queue.status().connected).toBe(false));
    await expect(queue.add([job("s-wayan")])).rejects.toThrow();
    await running.back();
    await eventually(() => expect(connections).toBe(2));
    await eventually(() => queue.add([job("s-siti")]));
    await eventually(() => expect(done).toContain("s-siti/1"));
  });
});

describe("the queue without a server", () => {
  test("putting in is refused in time, closing ends in time", async () => {
    const server = givenQueue(`redis://127.0.0.1:${await freePort()}`);
    const pace = { ...fast, callMs: 200, closeMs: 300 };
    const { queue, log } = openFor({ server, pace });
    const began = performance.now();
    await expect(queue.add([job("s-siti")])).rejects.toThrow("no answer within 200 ms");
    await queue.close();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(queue.status().connected).toBe(false);
    expect(log.events.filter(({ event }) => event === "queue.lost")).toHaveLength(1);
  });
});
