/** Drives a path: so many conversations in flight, each waiting for its answer before it sends the next message. */
import type { Path } from "./path.ts";
import { type Contact, messagesPerContact } from "./workload.ts";

export type Timing = {
  readonly turns: number;
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  /** Of this process, all threads. */
  readonly cpuSecondsPer1000: number;
  /** The highest that was seen, in MB of 10^6 bytes. */
  readonly peakRssMb: number;
};

export async function drive(
  path: Path,
  contacts: readonly Contact[],
  inFlight: number,
): Promise<Timing> {
  const latenciesMs: number[] = [];
  let peakBytes = 0;
  const waiting = contacts.values();
  const converse = async () => {
    for (const contact of waiting) {
      for (let index = 0; index < messagesPerContact; index += 1) {
        const sentAt = performance.now();
        await path.turn(contact, index);
        latenciesMs.push(performance.now() - sentAt);
      }
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
    }
  };
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: inFlight }, converse));
  await path.settle();
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  const turns = latenciesMs.length;
  const sorted = latenciesMs.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(turns - 1, Math.floor(turns * share))] ?? 0;
  return {
    turns,
    turnsPerSecond: turns / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    p999Ms: at(0.999),
    cpuSecondsPer1000: (cpu.user + cpu.system) / 1_000 / turns,
    peakRssMb: peakBytes / 1e6,
  };
}
