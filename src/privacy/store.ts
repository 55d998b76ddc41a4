/** The consent ledger and the note that an erasure happened. */
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";

/** UU 27/2022 art. 24: consent must be provable — the text, the answer, the time and the channel. */
export async function recordConsent(
  db: Db,
  row: {
    readonly id: string;
    readonly applicantId: string;
    readonly enrolmentId: string;
    readonly textHash: string;
    readonly contentHash: string;
    readonly answer: "yes" | "no" | "withdrawn";
    readonly channel: string;
    readonly at: Instant;
  },
): Promise<void> {
  await db
    .insertInto("consent")
    .values({
      id: row.id,
      applicant_id: row.applicantId,
      enrolment_id: row.enrolmentId,
      purpose: "enrolment",
      text_hash: row.textHash,
      content_hash: row.contentHash,
      answer: row.answer,
      channel: row.channel,
      at: row.at,
    })
    .execute();
}

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
