/** People who asked for a human. Rows go with the applicant (`on delete cascade`). */
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";

/** A person asked for a human. */
export async function askForStaff(
  db: Db,
  row: {
    readonly id: string;
    readonly contactId: string;
    readonly applicantId: string;
    readonly why: string;
    readonly now: Instant;
  },
): Promise<void> {
  await db
    .insertInto("staff_request")
    .values({
      id: row.id,
      contact_id: row.contactId,
      applicant_id: row.applicantId,
      why: row.why,
      at: row.now,
      done_at: null,
    })
    .execute();
}
