/** Everything the benchmark finds out, as one record. */
import { availableParallelism, loadavg } from "node:os";
import { realMaterial } from "../world.ts";
import { workloadMaterial } from "./content.ts";
import { type Correctness, correctness } from "./correctness.ts";
import { measureParts } from "./parts.ts";
import { type Result, runRounds, type Way } from "./rounds.ts";
import type { Part } from "./stopwatch.ts";
import { measureUnderstanding, type Understanding } from "./understanding.ts";
import { messagesPerContact, workload } from "./workload.ts";

export type Report = {
  readonly machine: {
    readonly node: string;
    readonly cores: number;
    /** Work of others at the start, in cores; above half of the cores the figures are rough. */
    readonly loadBefore: number;
  };
  readonly workload: {
    readonly contacts: number;
    readonly messages: number;
    readonly rounds: number;
  };
  readonly ways: Readonly<Record<Way, Result>>;
  readonly ratios: {
    readonly sentToSealedFloor: number;
    readonly sentToPlainFloor: number;
    readonly readToSealedFloor: number;
    readonly readToPlainFloor: number;
    readonly sentP99ToSealedFloor: number;
    readonly sentAloneMsOverSealedFloor: number;
  };
  readonly correctness: Correctness;
  /** Wrong contacts in all runs together. */
  readonly wrong: number;
  readonly parts: readonly Part[];
  readonly understanding: readonly Understanding[];
  /** Of the whole process, from its start, in MB of 10^6 bytes. */
  readonly peakRssMb: number;
};

export type Measuring = {
  readonly contacts: number;
  readonly rounds: number;
  readonly isQuick: boolean;
  readonly tell: (what: string) => void;
};

export async function measure({ contacts, rounds, isQuick, tell }: Measuring): Promise<Report> {
  const loadBefore = loadavg()[0] ?? 0;
  const material = workloadMaterial();
  const people = workload(contacts);
  const few = people.slice(0, isQuick ? 20 : 100);
  const alone = people.slice(0, isQuick ? 5 : 50);
  const ways = await runRounds({ material, contacts: people, alone, rounds, tell });
  tell("every message twice, all at once, a restart in the middle");
  const right = await correctness(material, few);
  tell("the parts by themselves");
  const parts = await measureParts(material, isQuick);
  tell("understanding: turns of the real talk");
  const understanding = measureUnderstanding(realMaterial(), isQuick ? 20 : 500);
  const { plainFloor, sealedFloor, sent, read } = ways;
  const ofRuns = Object.values(ways).reduce((sum, way) => sum + way.wrongContacts, 0);
  return {
    machine: { node: process.version, cores: availableParallelism(), loadBefore },
    workload: { contacts, messages: contacts * messagesPerContact, rounds },
    ways,
    ratios: {
      sentToSealedFloor: sent.turnsPerSecond / sealedFloor.turnsPerSecond,
      sentToPlainFloor: sent.turnsPerSecond / plainFloor.turnsPerSecond,
      readToSealedFloor: read.turnsPerSecond / sealedFloor.turnsPerSecond,
      readToPlainFloor: read.turnsPerSecond / plainFloor.turnsPerSecond,
      sentP99ToSealedFloor: sent.p99Ms / sealedFloor.p99Ms,
      sentAloneMsOverSealedFloor: sent.aloneP50Ms - sealedFloor.aloneP50Ms,
    },
    correctness: right,
    wrong: ofRuns + right.twice + right.burst + right.restart,
    parts,
    understanding,
    peakRssMb: process.resourceUsage().maxRSS / 1e3,
  };
}
