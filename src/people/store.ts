/**
 * WHO WE TALK WITH. Contacts (addresses on channels), applicants (people), which applicant a contact speaks for now,
 * their enrolments with the sealed session, and what was heard. Knows no conversation: a session is a sealed text here.
 */
import type { Db } from "../database/open.ts";
import type { Hash, Instant, Sealed } from "../database/schema.ts";
import { statement } from "../database/statement.ts";

/** Notes that the contact was heard and locks its row: the first statement of a turn of somebody known. */
export const touchContact = statement<{
  channel: string;
  account: string;
  external_hash: Hash;
  now: Instant;
}>()((db, param) =>
  db
    .updateTable("contact")
    .set({ seen_at: param("now") })
    .where("channel", "=", param("channel"))
    .where("account", "=", param("account"))
    .where("external_hash", "=", param("external_hash"))
    .returning(["id", "says"]),
);

/**
 * The contact of that address, made when there is none. One statement makes or locks the row, so messages of a
 * contact are handled one after another on either database; it is the first of every turn.
 */
export const meetContact = statement<{
  id: string;
  channel: string;
  account: string;
  external_hash: Hash;
  address: Sealed;
  now: Instant;
}>()((db, param) =>
  db
    .insertInto("contact")
    .values({
      id: param("id"),
      channel: param("channel"),
      account: param("account"),
      external_hash: param("external_hash"),
      address: param("address"),
      says: 0,
      created_at: param("now"),
      seen_at: param("now"),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["channel", "account", "external_hash"])
        .doUpdateSet({ seen_at: param("now") }),
    )
    .returning(["id", "says"]),
);

export const findContact = statement<{ channel: string; account: string; external_hash: Hash }>()(
  (db, param) =>
    db
      .selectFrom("contact")
      .select(["id", "says"])
      .where("channel", "=", param("channel"))
      .where("account", "=", param("account"))
      .where("external_hash", "=", param("external_hash")),
);

/** Where a message to the contact goes: channel, our account there, and the sealed address. */
export const contactById = statement<{ id: string }>()((db, param) =>
  db.selectFrom("contact").select(["channel", "account", "address"]).where("id", "=", param("id")),
);

export const setSays = statement<{ id: string; says: number }>()((db, param) =>
  db
    .updateTable("contact")
    .set({ says: param("says") })
    .where("id", "=", param("id")),
);

/** The enrolment that the contact speaks for now, with its applicant's key. */
export const currentEnrolment = statement<{ contact_id: string }>()((db, param) =>
  db
    .selectFrom("contact_applicant")
    .innerJoin("applicant", "applicant.id", "contact_applicant.applicant_id")
    .innerJoin("enrolment", "enrolment.applicant_id", "applicant.id")
    .select([
      "applicant.id as applicant_id",
      "applicant.data_key",
      "enrolment.id as enrolment_id",
      "enrolment.session",
      "enrolment.version",
      "enrolment.link",
    ])
    .where("contact_applicant.contact_id", "=", param("contact_id"))
    .where("contact_applicant.current", "=", 1)
    .orderBy("enrolment.id", "desc")
    .limit(1),
);

/** Compare and set: no row comes back when somebody else saved since the session was loaded. */
export const saveSession = statement<{
  id: string;
  version: number;
  next: number;
  session: Sealed;
  state: "draft" | "submitted" | "cancelled";
  content_hash: string;
  now: Instant;
}>()((db, param) =>
  db
    .updateTable("enrolment")
    .set({
      session: param("session"),
      version: param("next"),
      state: param("state"),
      content_hash: param("content_hash"),
      updated_at: param("now"),
    })
    .where("id", "=", param("id"))
    .where("version", "=", param("version"))
    .returning(["id"]),
);

/** A new person on this contact, from now on the one it speaks for. */
export async function addApplicant(
  db: Db,
  row: {
    readonly contactId: string;
    readonly applicantId: string;
    readonly dataKey: Sealed;
    readonly enrolmentId: string;
    readonly flow: string;
    readonly contentHash: string;
    readonly session: Sealed;
    readonly link: string | null;
    readonly now: Instant;
  },
): Promise<void> {
  await db
    .insertInto("applicant")
    .values({ id: row.applicantId, data_key: row.dataKey, created_at: row.now })
    .execute();
  await db
    .updateTable("contact_applicant")
    .set({ current: 0 })
    .where("contact_id", "=", row.contactId)
    .execute();
  await db
    .insertInto("contact_applicant")
    .values({ contact_id: row.contactId, applicant_id: row.applicantId, current: 1 })
    .execute();
  await db
    .insertInto("enrolment")
    .values({
      id: row.enrolmentId,
      applicant_id: row.applicantId,
      contact_id: row.contactId,
      flow: row.flow,
      content_hash: row.contentHash,
      session: row.session,
      version: 0,
      state: "draft",
      link: row.link,
      created_at: row.now,
      updated_at: row.now,
    })
    .execute();
}

/** Data keys of the applicants a contact ever spoke for. */
export const dataKeysOf = statement<{ contact_id: string }>()((db, param) =>
  db
    .selectFrom("contact_applicant")
    .innerJoin("applicant", "applicant.id", "contact_applicant.applicant_id")
    .select(["applicant.id", "applicant.data_key"])
    .where("contact_applicant.contact_id", "=", param("contact_id")),
);

/** Drafts nobody has touched since `before`. */
export async function draftsUntouchedSince(
  db: Db,
  before: Instant,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("enrolment")
    .select("applicant_id")
    .where("state", "=", "draft")
    .where("updated_at", "<", before)
    .limit(limit)
    .execute();
  return rows.map((row) => row.applicant_id);
}

/** The contacts that ever spoke for an applicant. */
export async function contactsOf(db: Db, applicantId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("contact_applicant")
    .select("contact_id")
    .where("applicant_id", "=", applicantId)
    .execute();
  return rows.map((row) => row.contact_id);
}

/** Destroys an applicant: the data key, the sessions, the links to contacts. */
export async function eraseApplicant(db: Db, applicantId: string): Promise<void> {
  await db.deleteFrom("enrolment").where("applicant_id", "=", applicantId).execute();
  await db.deleteFrom("contact_applicant").where("applicant_id", "=", applicantId).execute();
  await db.deleteFrom("applicant").where("id", "=", applicantId).execute();
}

const keyOf = statement<{ id: string }>()((db, param) =>
  db.selectFrom("applicant").select("data_key").where("id", "=", param("id")),
);

/** The applicant's data key as it is kept; undefined when the person was erased. */
export async function wrappedKeyOf(db: Db, applicantId: string): Promise<Sealed | undefined> {
  const [row] = await keyOf(db, { id: applicantId });
  return row?.data_key;
}
