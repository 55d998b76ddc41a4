/** The consent ledger and the note that an erasure happened. */
import type { Db } from "../database/open.ts";
import type { Instant, Schema } from "../database/schema.ts";
import { change } from "../database/statement.ts";

/** UU 27/2022 art. 24: consent must be provable — the text, the answer, the time and the channel. */
export const recordConsent = change<Schema["consent"]>()((db, param) =>
  db.insertInto("consent").values({
    id: param("id"),
    applicant_id: param("applicant_id"),
    enrolment_id: param("enrolment_id"),
    purpose: param("purpose"),
    text_hash: param("text_hash"),
    content_hash: param("content_hash"),
    answer: param("answer"),
    channel: param("channel"),
    at: param("at"),
  }),
);

export async function eraseConsents(db: Db, applicantId: string): Promise<void> {
  await db.deleteFrom("consent").where("applicant_id", "=", applicantId).execute();
}

/** All that is left of an erased person: that somebody asked, and when. */
export async function noteErasure(db: Db, id: string, at: Instant): Promise<void> {
  await db.insertInto("erasure").values({ id, at }).execute();
}

/** Every erasure that was noted, for telling two databases apart. */
export async function erasureIds(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("erasure").select("id").execute();
  return rows.map(({ id }) => id);
}

/** When each was noted, from `at` on. */
export function erasuresSince(db: Db, at: Instant) {
  return db.selectFrom("erasure").select("at").where("at", ">=", at).execute();
}
