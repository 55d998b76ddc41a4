/**
 * Up to when all that people wrote is kept. After a stop or a crash everything since then is looked at again, also what
 * somebody has read on the telephone meanwhile; what was kept already is known by its id and changes nothing.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Place } from "./place.ts";
import { readSmall, writeSmall, writtenAt } from "./small-file.ts";

const shape = z.object({
  /** Seconds. Nothing older is looked at: it was not written to the bot. */
  floor: z.number(),
  /** Seconds, by WhatsApp's clock. */
  until: z.number(),
  /** A hash of the account: another telephone begins anew. */
  me: z.string(),
  /** Hashes of messages that were kept of late, newest last: they are looked at again, and not heard again. */
  kept: z.array(z.string()).default([]),
});

export type Mark = z.infer<typeof shape>;

/** The mark of this account, or a new one that begins now; where it was damaged, about when it was last written. */
export function markOf(place: Place, me: string, now: Date): Mark {
  const found = readSmall(place.mark, shape);
  if (found?.me === me) return found;
  const nowS = Math.floor(now.getTime() / 1000);
  const damagedAt = found === undefined ? writtenAt(place.mark) : undefined;
  const from = damagedAt === undefined ? nowS : Math.min(nowS, damagedAt) - beforeDamageS;
  return { floor: from, until: from, me, kept: [] };
}

/** What was written just before a crash may not have been kept. */
const beforeDamageS = 300;

export function writeMark({ mark }: Place, value: Mark): void {
  writeSmall(mark, value);
}

const mostKept = 2_000;

/** The mark after another message was kept: its id holds an address, and much that nobody can guess. */
export function marked(mark: Mark, id: string, until: number): Mark {
  const kept = [...mark.kept, hashOf(id)].slice(-mostKept);
  return { ...mark, kept, until: Math.max(mark.until, until) };
}

export function isMarked({ kept }: Mark, id: string): boolean {
  return kept.includes(hashOf(id));
}

function hashOf(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 22);
}

/** Messages come late, and not in the order of their times: so much before the mark is looked at again. */
const marginS = 3_600;

export function sinceOf({ until, floor }: Mark): number {
  return Math.max(floor, until - marginS);
}
