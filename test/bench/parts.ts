/** The parts by themselves, each with its speed: readers, the talk, the vault, validation, queue, backup, channels. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { advance, open } from "../../src/conversation/advance.ts";
import type { Material } from "../../src/conversation/material.ts";
import type { Moment } from "../../src/conversation/moment.ts";
import { newSession, parseSession, type Session } from "../../src/conversation/session.ts";
import { todayIn } from "../../src/enrolment/calendar.ts";
import { backUp } from "../../src/operations/backup/back-up.ts";
import { startEmbeddedQueue } from "../../src/validation/embedded-queue.ts";
import { usualPace } from "../../src/validation/pace.ts";
import { openQueue } from "../../src/validation/queue.ts";
import { backupKey } from "../../src/vault/backup-key.ts";
import { chainKeyOf } from "../../src/vault/chain.ts";
import { deriveKey } from "../../src/vault/key-ring.ts";
import { openVault } from "../../src/vault/vault.ts";
import { validateWith } from "../validate-with.ts";
import { measureChannels } from "./channels.ts";
import { drive } from "./drive.ts";
import { inFolder } from "./folder.ts";
import { openProduction } from "./production.ts";
import { measureReaders } from "./readers.ts";
import { openSaid } from "./said.ts";
import { microsecondsOf, type Part } from "./stopwatch.ts";
import { workload } from "./workload.ts";

export async function measureParts(material: Material, isQuick: boolean): Promise<readonly Part[]> {
  const forMs = isQuick ? 2 : 200;
  return [
    ...measureReaders(forMs),
    measureTalk(material, isQuick ? 20 : 500),
    ...measureVault(forMs),
    ...(await measureKept(material, isQuick ? 20 : 500)),
    await measureQueue(isQuick ? 50 : 2_000),
    ...measureChannels(forMs, isQuick ? 200 : 5_000),
  ];
}

/** A turn without anything around it: the session parsed, the talk, the session written. */
function measureTalk(material: Material, count: number): Part {
  const now = new Date().toISOString();
  const moment: Moment = {
    ...{ now, today: todayIn(now), material, operator: {}, trial: true, submissions: [] },
    keeping: { draftDays: 30, submissionDays: 365 },
    newNumber: () => "LD-5FR3-CT",
    newCode: () => "LJ-5FR-3CN-Y8J",
  };
  const contacts = workload(count);
  const startedAt = performance.now();
  for (const { messages } of contacts) {
    let session: Session | undefined = open(newSession(now), moment).session;
    for (const text of messages) {
      if (session === undefined) throw new Error("bench: a session cannot be parsed");
      const after = advance(session, { kind: "text", text }, moment).session;
      session = parseSession(JSON.parse(JSON.stringify(after)), material);
    }
  }
  const turns = contacts.reduce((sum, { messages }) => sum + messages.length, 0);
  const figure = ((performance.now() - startedAt) * 1_000) / turns;
  return { what: "talk: a turn, its session parsed and written", figure, unit: "µs" };
}

function measureVault(forMs: number): readonly Part[] {
  const vault = openVault(randomBytes(32));
  const { key } = vault.newDataKey("a-1");
  const place = { table: "enrolment", row: "e-1", column: "session" };
  const text = JSON.stringify({ name: "Siti Aminah", more: "x".repeat(200) });
  const sealed = vault.seal(key, place, text);
  return [
    ["seal", () => vault.seal(key, place, text)],
    ["open", () => vault.open(key, place, sealed)],
    ["hash", () => vault.hash("contact", "628123456789@c.us")],
    ["new key", () => vault.newDataKey("a-2")],
  ].map(([name, work]) => ({
    what: `vault: ${String(name)}`,
    figure: microsecondsOf(work as () => unknown, forMs),
    unit: "µs",
  }));
}

/** What is done with what was handed in: machines look at it, and it is backed up. */
async function measureKept(material: Material, count: number): Promise<readonly Part[]> {
  return inFolder(async (folder) => {
    const root = randomBytes(32);
    const said = openSaid();
    const production = await openProduction({ folder, material, said, channel: "read", root });
    await drive(production, workload(count), 64);
    const lookedAt = performance.now();
    await validateWith(production.database, production.vault, () => new Date());
    const looked = count / ((performance.now() - lookedAt) / 1_000);
    await production.close();
    const startedAt = performance.now();
    const made = await backUp({
      ...{ file: join(folder, "lindung.db"), folder: join(folder, "backups"), now: new Date() },
      ...{ backup: backupKey(root), keep: { newest: 1, days: 1 } },
      chainKey: async () => chainKeyOf(deriveKey(root, "index")),
    });
    if (made.kind !== "made") throw new Error(`bench: no backup, ${made.kind}`);
    const perSecond = made.bytes / 1e6 / ((performance.now() - startedAt) / 1_000);
    return [
      { what: "validation: all checks, one after another", figure: looked, unit: "submissions/s" },
      { what: "backup: copied, looked through, sealed, read", figure: perSecond, unit: "MB/s" },
    ];
  });
}

/** The queue server that comes along, with as many jobs under way as the bell allows. */
async function measureQueue(count: number): Promise<Part> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ready = Promise.withResolvers<void>();
  let left = 0;
  let allDone = Promise.withResolvers<void>();
  const queue = openQueue({
    ...{ server: startEmbeddedQueue(log), log, pace: usualPace, connected: ready.resolve },
    gaveUp: async () => undefined,
    work: async () => {
      left -= 1;
      if (left === 0) allDone.resolve();
    },
  });
  try {
    await ready.promise;
    const startedAt = performance.now();
    for (let done = 0; done < count; done += usualPace.inFlight) {
      left = usualPace.inFlight;
      allDone = Promise.withResolvers();
      const jobs = [...Array(left).keys()].map((at) => ({
        submission: `${done + at}`,
        revision: 1,
      }));
      await queue.add(jobs);
      await allDone.promise;
    }
    const figure = count / ((performance.now() - startedAt) / 1_000);
    return { what: "queue: the embedded server, a job put in and taken", figure, unit: "jobs/s" };
  } finally {
    await queue.close();
  }
}
