/** What was heard, by keyed hash of the channel's own message id: a repeat is told from something new. */
import type { Db } from "../database/open.ts";
import type { Hash, Instant } from "../database/schema.ts";
import { statement } from "../database/statement.ts";

export const findInbound = statement<{ contact_id: string; external_hash: Hash }>()((db, param) =>
  db
    .selectFrom("inbound")
    .select(["says_from", "says_to", "erased"])
    .where("contact_id", "=", param("contact_id"))
    .where("external_hash", "=", param("external_hash")),
);

export const keepInbound = statement<{
  contact_id: string;
  external_hash: Hash;
  applicant_id: string | null;
  says_from: number;
  says_to: number;
  now: Instant;
}>()((db, param) =>
  db.insertInto("inbound").values({
    applicant_id: param("applicant_id"),
    contact_id: param("contact_id"),
    external_hash: param("external_hash"),
    says_from: param("says_from"),
    says_to: param("says_to"),
    erased: 0,
    at: param("now"),
  }),
);

/** The person was erased: what they sent is known by its hash alone, so that a late repeat changes nothing. */
export async function forgetHeard(
  db: Db,
  applicantId: string,
  contactIds: readonly string[],
): Promise<void> {
  await db
    .updateTable("inbound")
    .set({ erased: 1, applicant_id: null })
    .where("contact_id", "in", contactIds)
    .where("applicant_id", "=", applicantId)
    .execute();
}
