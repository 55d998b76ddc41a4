/** Enrolments with their sealed sessions, and whose of them the contact speaks for now. A session is a sealed text here. */
import { sql } from "kysely";
import type { Db } from "../database/open.ts";
import type { Instant, Schema, Sealed } from "../database/schema.ts";
import { change, statement } from "../database/statement.ts";

/** What it takes to sit down: the enrolment with its session, and its applicant's key. */
const seatColumns = [
  ...(["applicant.id as applicant_id", "applicant.data_key"] as const),
  ...(["enrolment.id as enrolment_id", "enrolment.session", "enrolment.version"] as const),
  ...(["enrolment.state", "enrolment.link"] as const),
];

/**
 * The enrolment that the contact speaks for now, with its applicant's key. One look-up inside the other: as a join of
 * three tables SQLite takes six times as long.
 */
export const currentEnrolment = statement<{ contact_id: string }>()((db, param) =>
  db
    .selectFrom("enrolment")
    .innerJoin("applicant", "applicant.id", "enrolment.applicant_id")
    .select(seatColumns)
    .select(({ selectFrom }) =>
      selectFrom("contact_applicant")
        .select(({ fn }) => fn.countAll<number | string>().as("people"))
        .where("contact_id", "=", param("contact_id"))
        .as("people"),
    )
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

/** One enrolment, with its applicant's key, whoever sits at the phone now. */
export const enrolmentById = statement<{ id: string }>()((db, param) =>
  db
    .selectFrom("enrolment")
    .innerJoin("applicant", "applicant.id", "enrolment.applicant_id")
    .select(seatColumns)
    .where("enrolment.id", "=", param("id")),
);

/** The enrolments of everybody the contact speaks for, newest first; who went on elsewhere is not among them. */
export const enrolmentsAt = statement<{ contact_id: string }>()((db, param) =>
  db
    .selectFrom("contact_applicant")
    .innerJoin("enrolment", "enrolment.applicant_id", "contact_applicant.applicant_id")
    .select(["enrolment.id", "enrolment.applicant_id"])
    .where("contact_applicant.contact_id", "=", param("contact_id"))
    .where("contact_applicant.left_at", "is", null)
    .orderBy("enrolment.id", "desc"),
);

/** Who sits at the phone now; nothing when nobody does. */
export const seatedAt = statement<{ contact_id: string }>()((db, param) =>
  db
    .selectFrom("contact_applicant")
    .select("applicant_id")
    .where("contact_id", "=", param("contact_id"))
    .where("current", "=", sql.lit(1)),
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

export const leaveSeat = statement<{ contact_id: string }>()((db, param) =>
  db
    .updateTable("contact_applicant")
    .set({ current: 0 })
    .where("contact_id", "=", param("contact_id")),
);

const sitDown = change<{ contact_id: string; applicant_id: string }>()((db, param) =>
  db
    .updateTable("contact_applicant")
    .set({ current: 1 })
    .where("contact_id", "=", param("contact_id"))
    .where("applicant_id", "=", param("applicant_id")),
);

/** One row when the contact speaks for the applicant, who did not go on elsewhere. */
export const speaksFor = statement<{ contact_id: string; applicant_id: string }>()((db, param) =>
  db
    .selectFrom("contact_applicant")
    .select("current")
    .where("contact_id", "=", param("contact_id"))
    .where("applicant_id", "=", param("applicant_id"))
    .where("left_at", "is", null),
);

/** Somebody who spoke from this contact before sits there again. */
export async function seatAgain(db: Db, contact_id: string, applicant_id: string): Promise<void> {
  await leaveSeat(db, { contact_id });
  await sitDown(db, { contact_id, applicant_id });
}

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
