/**
 * Up to when all that people wrote is kept. After a stop or a crash everything since then is looked at again, also what
 * somebody has read on the telephone meanwhile; what was kept already is known by its id and changes nothing.
 */
import { z } from "zod";
import type { Place } from "./place.ts";
import { readSmall, writeSmall } from "./small-file.ts";

const shape = z.object({
  /** Seconds. Nothing older is looked at: it was not written to the bot. */
  floor: z.number(),
  /** Seconds, by WhatsApp's clock. */
  until: z.number(),
  /** A hash of the account: another telephone begins anew. */
  me: z.string(),
});

export type Mark = z.infer<typeof shape>;

/** The mark of this account, or a new one that begins now. */
export function markOf(place: Place, me: string, now: Date): Mark {
  const found = readSmall(place.mark, shape);
  if (found?.me === me) return found;
  const from = Math.floor(now.getTime() / 1000);
  return { floor: from, until: from, me };
}

export function writeMark({ mark }: Place, value: Mark): void {
  writeSmall(mark, value);
}

/** Messages come late, and not in the order of their times: so much before the mark is looked at again. */
const marginS = 3_600;

export function sinceOf({ until, floor }: Mark): number {
  return Math.max(floor, until - marginS);
}
