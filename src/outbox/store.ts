/**
 * A MESSAGE LEAVES. Rows of what was said, written in the transaction of the turn. Channels that pull (web chat,
 * terminal) read them; they are then `read`, never `sent`.
 */
import type { Db } from "../database/open.ts";
import type { Instant, Sealed } from "../database/schema.ts";
import { statement } from "../database/statement.ts";

export const leave = statement<{
  contact_id: string;
  says_id: number;
  applicant_id: string | null;
  body: Sealed;
  state: "due" | "readable" | "sending";
  channel: string;
  due: Instant;
  now: Instant;
}>()((db, param) =>
  db.insertInto("outbox").values({
    contact_id: param("contact_id"),
    says_id: param("says_id"),
    applicant_id: param("applicant_id"),
    body: param("body"),
    state: param("state"),
    channel: param("channel"),
    due_at: param("due"),
    attempts: 0,
    reason: null,
    created_at: param("now"),
    done_at: null,
  }),
);

/** What was said from `from` to `to`, in order. */
export const saidBetween = statement<{ contact_id: string; from: number; to: number }>()(
  (db, param) =>
    db
      .selectFrom("outbox")
      .select(["says_id", "applicant_id", "body"])
      .where("contact_id", "=", param("contact_id"))
      .where("says_id", ">=", param("from"))
      .where("says_id", "<=", param("to"))
      .orderBy("says_id"),
);

/** Everything up to `upTo` has been read by a channel that pulls. */
export const markRead = statement<{ contact_id: string; up_to: number; now: Instant }>()(
  (db, param) =>
    db
      .updateTable("outbox")
      .set({ state: "read", done_at: param("now") })
      .where("contact_id", "=", param("contact_id"))
      .where("says_id", "<=", param("up_to"))
      .where("state", "=", "readable"),
);

/** Destroys what was said about an applicant. */
export async function eraseSaid(
  db: Db,
  applicantId: string,
  contactIds: readonly string[],
): Promise<void> {
  await db
    .deleteFrom("outbox")
    .where("contact_id", "in", contactIds)
    .where("applicant_id", "=", applicantId)
    .execute();
}
