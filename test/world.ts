/** A house for tests: real inbox, real content, real database; the clock stands where the test puts it. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readContent } from "../src/content/content.ts";
import { printFault } from "../src/content/reading/fault.ts";
import type { Material } from "../src/conversation/material.ts";
import type { Ability } from "../src/conversation/moment.ts";
import type { Database } from "../src/database/open.ts";
import { newHandoverCode } from "../src/enrolment/handover-code.ts";
import { newSpokenNumber } from "../src/enrolment/spoken-number.ts";
import { openOrder } from "../src/inbox/in-order.ts";
import type { InboxNeeds } from "../src/inbox/needs.ts";
import { openRecentSessions } from "../src/inbox/recent-sessions.ts";
import { openVault } from "../src/vault/vault.ts";
import { validateWith } from "./validate-with.ts";

export type World = InboxNeeds & {
  /** Moves the clock on. */
  readonly pass: (hours: number) => void;
  /** Staff promise to look within so many days. */
  readonly promise: (days: number) => void;
  /** What the talk may offer from now on. */
  readonly allow: (abilities: readonly Ability[]) => void;
  /** From now on people talk with this content. */
  readonly replace: (material: Material) => void;
  /** The machine looks at what was handed in, without a queue. */
  readonly machineLooks: () => Promise<void>;
};

/** Wednesday 25 November 2026, nine in the morning in Palembang. */
const start = Date.parse("2026-11-25T02:00:00.000Z");

export const projectFolder = join(import.meta.dirname, "..");

let kept: Material | undefined;

/** What the program reads at start; read once for all tests of a file. */
export function realMaterial(): Material {
  if (kept !== undefined) return kept;
  const read = readContent(projectFolder);
  if ("faults" in read) throw new Error(read.faults.map(printFault).join("\n"));
  kept = read.material;
  return kept;
}

export function openWorld(database: Database, part: Partial<InboxNeeds> = {}): World {
  let now = start;
  let material = part.material?.() ?? realMaterial();
  // The same numbers in the same order, so that a transcript reads the same every day.
  let drawn = 0;
  const draw = (limit: number) => (drawn++ * 7 + 3) % limit;
  let reviewDays = part.reviewDays;
  let trial = part.trial ?? true;
  let abilities: readonly Ability[] = [];
  const vault = part.vault ?? openVault(randomBytes(32));
  return {
    database,
    vault,
    operator: {},
    keeping: { draftDays: 30, submissionDays: 365 },
    clock: () => new Date(now),
    newNumber: () => newSpokenNumber(draw),
    newCode: () => newHandoverCode(draw),
    elsewhere: () => [],
    guessed: () => undefined,
    pulls: new Set(["web-chat", "terminal"]),
    inOrder: openOrder(),
    // Saved and loaded between any two turns.
    recent: openRecentSessions(0),
    ring: () => undefined,
    tidy: () => undefined,
    lanes: undefined,
    announce: () => undefined,
    abilitiesOf: () => abilities,
    ...part,
    get reviewDays() {
      return reviewDays;
    },
    get trial() {
      return trial;
    },
    // Only somebody whose bot it is can promise.
    promise: (days) => {
      trial = false;
      reviewDays = days;
    },
    allow: (some) => {
      abilities = some;
    },
    material: () => material,
    pass: (hours) => {
      now += hours * 3_600_000;
    },
    replace: (other) => {
      material = other;
    },
    machineLooks: () => validateWith(database, vault, () => new Date(now), material.rules),
  };
}
