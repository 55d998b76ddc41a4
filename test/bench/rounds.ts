/** All paths, one after the other, round by round: the machine's mood is then shared by all of them. */
import { randomBytes } from "node:crypto";
import type { Material } from "../../src/conversation/material.ts";
import { drive, type Timing } from "./drive.ts";
import { openFloor } from "./floor.ts";
import { bytesIn, inFolder } from "./folder.ts";
import { wrongContacts } from "./judge.ts";
import type { Path } from "./path.ts";
import { openProduction } from "./production.ts";
import { openSaid, type Said } from "./said.ts";
import type { Contact } from "./workload.ts";

/** `sent`: the program with a channel that is sent to; `read`: with one that pulls. */
export type Way = "plainFloor" | "sealedFloor" | "sent" | "read";
export const ways: readonly Way[] = ["plainFloor", "sealedFloor", "sent", "read"];

/** The median of every figure; of wrong contacts the sum. */
export type Result = Timing & {
  readonly diskBytesPerContact: number;
  readonly wrongContacts: number;
  /** One conversation at a time. */
  readonly aloneP50Ms: number;
};

export type RoundsNeeds = {
  readonly material: Material;
  readonly contacts: readonly Contact[];
  /** Those who come one at a time. */
  readonly alone: readonly Contact[];
  readonly rounds: number;
  /** Told before each run. */
  readonly tell: (what: string) => void;
};

const inFlight = 64;

export async function runRounds(needs: RoundsNeeds): Promise<Readonly<Record<Way, Result>>> {
  const results: Record<Way, Result[]> = { plainFloor: [], sealedFloor: [], sent: [], read: [] };
  for (let round = 1; round <= needs.rounds; round += 1) {
    for (const way of ways) {
      needs.tell(`round ${round} of ${needs.rounds}: ${way}`);
      const alone = await run(way, needs.material, needs.alone, 1);
      const together = await run(way, needs.material, needs.contacts, inFlight);
      const wrong = alone.wrongContacts + together.wrongContacts;
      results[way].push({ ...together, aloneP50Ms: alone.p50Ms, wrongContacts: wrong });
    }
  }
  const { plainFloor, sealedFloor, sent, read } = results;
  return {
    plainFloor: medians(plainFloor),
    sealedFloor: medians(sealedFloor),
    sent: medians(sent),
    read: medians(read),
  };
}

type Run = Omit<Result, "aloneP50Ms">;

function run(
  way: Way,
  material: Material,
  contacts: readonly Contact[],
  inFlight: number,
): Promise<Run> {
  return inFolder(async (folder) => {
    const said = openSaid();
    const path = await openWay(way, material, folder, said);
    let timing: Timing;
    let wrong: number;
    try {
      timing = await drive(path, contacts, inFlight);
      wrong = await wrongContacts(path, said, contacts);
    } finally {
      // The last to close moves the write-ahead log into the file.
      await path.close();
    }
    const diskBytesPerContact = bytesIn(folder) / contacts.length;
    return { ...timing, diskBytesPerContact, wrongContacts: wrong };
  });
}

async function openWay(way: Way, material: Material, folder: string, said: Said): Promise<Path> {
  switch (way) {
    case "plainFloor":
      return openFloor({ folder, said });
    case "sealedFloor":
      return openFloor({ folder, said, root: randomBytes(32) });
    case "sent":
    case "read":
      return openProduction({ folder, material, said, channel: way });
  }
}

function medians(results: readonly Result[]): Result {
  const median = (figure: (result: Result) => number): number => {
    const sorted = results.map(figure).toSorted((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    turns: median(({ turns }) => turns),
    turnsPerSecond: median(({ turnsPerSecond }) => turnsPerSecond),
    p50Ms: median(({ p50Ms }) => p50Ms),
    p99Ms: median(({ p99Ms }) => p99Ms),
    p999Ms: median(({ p999Ms }) => p999Ms),
    aloneP50Ms: median(({ aloneP50Ms }) => aloneP50Ms),
    cpuSecondsPer1000: median(({ cpuSecondsPer1000 }) => cpuSecondsPer1000),
    peakRssMb: median(({ peakRssMb }) => peakRssMb),
    diskBytesPerContact: median(({ diskBytesPerContact }) => diskBytesPerContact),
    wrongContacts: results.reduce((sum, { wrongContacts }) => sum + wrongContacts, 0),
  };
}
