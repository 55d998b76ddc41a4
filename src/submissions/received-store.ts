/**
 * What the machines have to do with a submission: the bell that is rung until somebody has looked, and the
 * findings. Everything runs inside somebody's transaction; nothing here opens one.
 */
import type { Db } from "../database/open.ts";
import type { Instant, Schema } from "../database/schema.ts";
import type { Revision } from "./store.ts";

export async function insertFindings(db: Db, rows: readonly Schema["finding"][]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto("finding")
      .values([...rows])
      .execute();
}

/** In the order in which they were found. */
export function findingsOfRevision(
  db: Db,
  { id, revision }: Revision,
): Promise<Schema["finding"][]> {
  return db
    .selectFrom("finding")
    .selectAll()
    .where("submission_id", "=", id)
    .where("revision", "=", revision)
    .orderBy("id")
    .execute();
}

export type DueForBell = Revision & { readonly rings: number };

/**
 * Submissions still `received` that were never rung, or last before `rungBefore`; so many that at most
 * `inFlight` are rung and unfinished.
 */
export async function dueForBell(
  db: Db,
  rungBefore: Instant,
  inFlight: number,
): Promise<readonly DueForBell[]> {
  const waiting = db
    .selectFrom("submission")
    .where("state", "=", "received")
    .where("needs_attention_at", "is", null);
  const rung = await waiting
    .select((row) => row.fn.countAll().as("count"))
    .where("rung_at", ">=", rungBefore)
    .executeTakeFirst();
  const free = inFlight - Number(rung?.count ?? 0);
  if (free <= 0) return [];
  const due = waiting.select(["id", "revision", "rings"]);
  const unrung = await due.where("rung_at", "is", null).limit(free).execute();
  if (unrung.length === free) return unrung;
  const late = due.where("rung_at", "<", rungBefore).orderBy("rung_at");
  return [...unrung, ...(await late.limit(free - unrung.length).execute())];
}

/** Notes that the bell was rung. One that is no longer `received` is left alone. */
export async function markRung(db: Db, rung: readonly Revision[], now: Instant): Promise<void> {
  for (const revision of rung) {
    await stillReceived(db, revision)
      .set((row) => ({ rung_at: now, rings: row("rings", "+", 1) }))
      .execute();
  }
}

/** The machines cannot get on with it: shown to staff, and not rung any more. True when that is news. */
export async function needsAttention(db: Db, revision: Revision, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await stillReceived(db, revision)
    .set({ needs_attention_at: now })
    .where("needs_attention_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Staff want the machines to look again. False when it does not need attention. */
export async function ringAfresh(db: Db, revision: Revision): Promise<boolean> {
  const { numUpdatedRows } = await stillReceived(db, revision)
    .set({ needs_attention_at: null, rung_at: null, rings: 0 })
    .where("needs_attention_at", "is not", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Compare and set: false when it is no longer received, or in another revision. */
export async function awaitReview(db: Db, revision: Revision, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await stillReceived(db, revision)
    .set({ state: "awaiting-review", needs_attention_at: null, updated_at: now })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function stillReceived(db: Db, { id, revision }: Revision) {
  return db
    .updateTable("submission")
    .where("id", "=", id)
    .where("revision", "=", revision)
    .where("state", "=", "received");
}
