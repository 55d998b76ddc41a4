/** From one contact to another: what says where a person is. Under the locks of both contacts. */
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";
import { statement } from "../database/statement.ts";
import { leaveSeat } from "./enrolment-store.ts";

/** Where the person of the enrolment is now. */
export const contactOfEnrolment = statement<{ id: string }>()((db, param) =>
  db.selectFrom("enrolment").select("contact_id").where("id", "=", param("id")),
);

export type Move = {
  readonly applicantId: string;
  readonly from: string;
  readonly to: string;
  readonly now: Instant;
};

/** The person sits at `to` from now on; at `from` nobody does until somebody writes there. */
export async function moveApplicant(db: Db, { applicantId, from, to, now }: Move): Promise<void> {
  await db
    .updateTable("contact_applicant")
    .set({ current: 0, left_at: now })
    .where("contact_id", "=", from)
    .where("applicant_id", "=", applicantId)
    .execute();
  await leaveSeat(db, { contact_id: to });
  await db
    .insertInto("contact_applicant")
    .values({ contact_id: to, applicant_id: applicantId, current: 1, left_at: null })
    .onConflict((conflict) =>
      conflict.columns(["contact_id", "applicant_id"]).doUpdateSet({ current: 1, left_at: null }),
    )
    .execute();
  await db
    .updateTable("enrolment")
    .set({ contact_id: to })
    .where("applicant_id", "=", applicantId)
    .execute();
  await db
    .updateTable("staff_request")
    .set({ contact_id: to })
    .where("applicant_id", "=", applicantId)
    .where("done_at", "is", null)
    .execute();
}

/** The contact speaks for the person no more, and does not know that it ever did. */
export async function detach(db: Db, contactId: string, applicantId: string): Promise<void> {
  await db
    .deleteFrom("contact_applicant")
    .where("contact_id", "=", contactId)
    .where("applicant_id", "=", applicantId)
    .execute();
  await db
    .updateTable("inbound")
    .set({ applicant_id: null })
    .where("contact_id", "=", contactId)
    .where("applicant_id", "=", applicantId)
    .execute();
}
