/** Who is to go, and going: what is destroyed with a person, and who stays on the phone. */
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";

/** People with a registration begun and not handed in that nobody has touched since `before`. */
export async function draftsUntouchedSince(
  db: Db,
  before: Instant,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("enrolment")
    .select("applicant_id")
    .where("state", "!=", "submitted")
    .where("updated_at", "<", before)
    .limit(limit)
    .execute();
  return rows.map((row) => row.applicant_id);
}

/** When the person's registration was last touched; undefined when the person is gone. */
export async function lastTouched(db: Db, applicantId: string): Promise<Instant | undefined> {
  const row = await db
    .selectFrom("enrolment")
    .select(({ fn }) => fn.max("updated_at").as("at"))
    .where("applicant_id", "=", applicantId)
    .executeTakeFirst();
  // No row counts as one without a time.
  return row?.at ?? undefined;
}

/** The contacts that ever spoke for an applicant. */
export async function contactsOf(db: Db, applicantId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("contact_applicant")
    .select("contact_id")
    .where("applicant_id", "=", applicantId)
    .orderBy("contact_id")
    .execute();
  return rows.map((row) => row.contact_id);
}

/** Until the end of the transaction no message of these contacts is taken. */
export async function lockContacts(db: Db, contactIds: readonly string[]): Promise<void> {
  // One after another, in the order in which everybody locks them.
  for (const id of contactIds) {
    await db
      .updateTable("contact")
      .set(({ ref }) => ({ seen_at: ref("seen_at") }))
      .where("id", "=", id)
      .execute();
  }
}

/** Destroys an applicant: the data key, the sessions, the links to contacts. */
export async function eraseApplicant(
  db: Db,
  applicantId: string,
  contactIds: readonly string[],
): Promise<void> {
  await db.deleteFrom("enrolment").where("applicant_id", "=", applicantId).execute();
  await db.deleteFrom("contact_applicant").where("applicant_id", "=", applicantId).execute();
  await db.deleteFrom("applicant").where("id", "=", applicantId).execute();
  for (const contactId of contactIds) await seatAnother(db, contactId);
}

/** Where nobody sits at the phone any more, who came to it last before sits there again. */
async function seatAnother(db: Db, contactId: string): Promise<void> {
  const others = await db
    .selectFrom("contact_applicant")
    .select(["applicant_id", "current"])
    .where("contact_id", "=", contactId)
    // Whoever went on elsewhere does not come back by it.
    .where("left_at", "is", null)
    // Ids grow with time.
    .orderBy("applicant_id", "desc")
    .execute();
  const [latest] = others;
  if (latest === undefined || others.some(({ current }) => current === 1)) return;
  await db
    .updateTable("contact_applicant")
    .set({ current: 1 })
    .where("contact_id", "=", contactId)
    .where("applicant_id", "=", latest.applicant_id)
    .execute();
}

/**
 * Destroys contacts that nobody speaks from and that were silent since `before`. An address may be a telephone
 * number; it is kept that long after an erasure so that the farewell arrives and late repeats change nothing.
 */
export async function eraseContactsOfNobody(db: Db, before: Instant): Promise<void> {
  await db
    .deleteFrom("contact")
    .where("seen_at", "<", before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("contact_applicant")
            .select("contact_id")
            .whereRef("contact_applicant.contact_id", "=", "contact.id"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("enrolment").select("id").whereRef("enrolment.contact_id", "=", "contact.id"),
        ),
      ),
    )
    .execute();
}
