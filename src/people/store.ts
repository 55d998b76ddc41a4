/**
 * WHO WE TALK WITH. Contacts (addresses on channels), applicants (people), which applicant a contact speaks for now,
 * their enrolments with the sealed session, and what was heard. Knows no conversation: a session is a sealed text here.
 */
import type { Db } from "../database/open.ts";
import type { Hash, Instant, Schema, Sealed } from "../database/schema.ts";
import { change, statement, underLock } from "../database/statement.ts";

/** Locks the contact's row until the turn is over: the first statement of a turn of somebody known. */
export const lockContact = statement<{ channel: string; account: string; external_hash: Hash }>()(
  (db, param) => underLock(db, contactAt(db, param)),
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
  contactAt,
);

type AddressParam = {
  (name: "channel" | "account"): string;
  (name: "external_hash"): Hash;
};

function contactAt(db: Db, param: AddressParam) {
  return db
    .selectFrom("contact")
    .select(["id", "says"])
    .where("channel", "=", param("channel"))
    .where("account", "=", param("account"))
    .where("external_hash", "=", param("external_hash"));
}

/** Where a message to the contact goes: channel, our account there, and the sealed address. */
export const contactById = statement<{ id: string }>()((db, param) =>
  db.selectFrom("contact").select(["channel", "account", "address"]).where("id", "=", param("id")),
);

/** The end of a turn: how much the contact has been told, and that it was heard. */
export const noteTold = change<{ id: string; says: number; now: Instant }>()((db, param) =>
  db
    .updateTable("contact")
    .set({ says: param("says"), seen_at: param("now") })
    .where("id", "=", param("id")),
);

/**
 * The enrolment that the contact speaks for now, with its applicant's key. One look-up inside the other: as a join of
 * three tables SQLite takes six times as long.
 */
export const currentEnrolment = statement<{ contact_id: string }>()((db, param) =>
  db
    .selectFrom("enrolment")
    .innerJoin("applicant", "applicant.id", "enrolment.applicant_id")
    .select([
      "applicant.id as applicant_id",
      "applicant.data_key",
      "enrolment.id as enrolment_id",
      "enrolment.session",
      "enrolment.version",
      "enrolment.state",
      "enrolment.link",
    ])
    .where("enrolment.id", "=", ({ selectFrom }) =>
      selectFrom("enrolment as own")
        .select(({ fn }) => fn.max("own.id").as("latest"))
        .where("own.applicant_id", "=", (inner) =>
          inner
            .selectFrom("contact_applicant")
            .select("applicant_id")
            .where("contact_id", "=", param("contact_id"))
            // Written out: only so the index of those who sit there now can be chosen once and for all.
            .where("current", "=", inner.lit(1)),
        ),
    ),
);

/** Compare and set: 0 when somebody else saved since the session was loaded. */
export const saveSession = change<{
  id: string;
  version: number;
  next: number;
  session: Sealed;
  content_hash: string;
  now: Instant;
}>()((db, param) =>
  db
    .updateTable("enrolment")
    .set({
      session: param("session"),
      version: param("next"),
      content_hash: param("content_hash"),
      updated_at: param("now"),
    })
    .where("id", "=", param("id"))
    .where("version", "=", param("version")),
);

/** Apart from the session: an index knows the state, and it seldom changes. */
export const setEnrolmentState = change<{ id: string; state: EnrolmentState }>()((db, param) =>
  db
    .updateTable("enrolment")
    .set({ state: param("state") })
    .where("id", "=", param("id")),
);

export type EnrolmentState = Schema["enrolment"]["state"];

const insertApplicant = statement<Schema["applicant"]>()((db, param) =>
  db.insertInto("applicant").values({
    id: param("id"),
    data_key: param("data_key"),
    created_at: param("created_at"),
  }),
);

const leaveSeat = statement<{ contact_id: string }>()((db, param) =>
  db
    .updateTable("contact_applicant")
    .set({ current: 0 })
    .where("contact_id", "=", param("contact_id")),
);

const takeSeat = statement<{ contact_id: string; applicant_id: string }>()((db, param) =>
  db.insertInto("contact_applicant").values({
    contact_id: param("contact_id"),
    applicant_id: param("applicant_id"),
    current: 1,
  }),
);

type NewEnrolment = Omit<Schema["enrolment"], "version" | "state">;

const insertEnrolment = statement<NewEnrolment>()((db, param) =>
  db.insertInto("enrolment").values({
    id: param("id"),
    applicant_id: param("applicant_id"),
    contact_id: param("contact_id"),
    flow: param("flow"),
    content_hash: param("content_hash"),
    session: param("session"),
    version: 0,
    state: "draft",
    link: param("link"),
    created_at: param("created_at"),
    updated_at: param("updated_at"),
  }),
);

/** A new person with a first enrolment; from now on the one the contact speaks for. */
export async function addApplicant(
  db: Db,
  enrolment: NewEnrolment,
  data_key: Sealed,
): Promise<void> {
  const { applicant_id, contact_id, created_at } = enrolment;
  await insertApplicant(db, { id: applicant_id, data_key, created_at });
  await leaveSeat(db, { contact_id });
  await takeSeat(db, { contact_id, applicant_id });
  await insertEnrolment(db, enrolment);
}

/** Data keys of the applicants a contact ever spoke for. */
export const dataKeysOf = statement<{ contact_id: string }>()((db, param) =>
  db
    .selectFrom("contact_applicant")
    .innerJoin("applicant", "applicant.id", "contact_applicant.applicant_id")
    .select(["applicant.id", "applicant.data_key"])
    .where("contact_applicant.contact_id", "=", param("contact_id")),
);

const keyOf = statement<{ id: string }>()((db, param) =>
  db.selectFrom("applicant").select("data_key").where("id", "=", param("id")),
);

/** The applicant's data key as it is kept; undefined when the person was erased. */
export async function wrappedKeyOf(db: Db, applicantId: string): Promise<Sealed | undefined> {
  const [row] = await keyOf(db, { id: applicantId });
  return row?.data_key;
}
