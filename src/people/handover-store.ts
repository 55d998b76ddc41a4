/** Codes with which people go on in another place, and wrong ones that were tried. A code is a keyed hash here. */
import type { Db } from "../database/open.ts";
import type { Hash, Instant, Schema } from "../database/schema.ts";
import { change, statement } from "../database/statement.ts";

const columns = [
  ...(["handover.id", "handover.applicant_id", "handover.enrolment_id"] as const),
  ...(["handover.contact_id", "handover.expires_at", "handover.used_at"] as const),
  "enrolment.created_at as begun_at" as const,
];

export const handoverOfCode = statement<{ code_hash: Hash }>()((db, param) =>
  db
    .selectFrom("handover")
    .innerJoin("enrolment", "enrolment.id", "handover.enrolment_id")
    .select(columns)
    .where("code_hash", "=", param("code_hash")),
);

export const handoverById = statement<{ id: string }>()((db, param) =>
  db
    .selectFrom("handover")
    .innerJoin("enrolment", "enrolment.id", "handover.enrolment_id")
    .select(columns)
    .where("handover.id", "=", param("id")),
);

export type HandoverRow = Awaited<ReturnType<typeof handoverById>>[number];

/** Who went on elsewhere from this contact after `since` and has not come back, the latest; and where they are now. */
export const lastGone = statement<{ contact_id: string; since: Instant }>()((db, param) =>
  db
    .selectFrom("handover")
    .innerJoin("contact_applicant as left", (on) =>
      on
        .onRef("left.contact_id", "=", "handover.contact_id")
        .onRef("left.applicant_id", "=", "handover.applicant_id"),
    )
    .innerJoin("enrolment", "enrolment.id", "handover.enrolment_id")
    .innerJoin("contact", "contact.id", "enrolment.contact_id")
    .select(["handover.id", "handover.applicant_id", "handover.enrolment_id", "handover.used_at"])
    .select(["contact.id as now_at", "contact.channel"])
    .where("handover.contact_id", "=", param("contact_id"))
    .where("handover.used_at", ">", param("since"))
    .where("left.left_at", "is not", null)
    .orderBy("handover.used_at", "desc")
    .limit(1),
);

type NewHandover = Omit<Schema["handover"], "used_at" | "taken_by">;

const insertHandover = statement<NewHandover>()((db, param) =>
  db.insertInto("handover").values({
    id: param("id"),
    code_hash: param("code_hash"),
    applicant_id: param("applicant_id"),
    enrolment_id: param("enrolment_id"),
    contact_id: param("contact_id"),
    expires_at: param("expires_at"),
    used_at: null,
    taken_by: null,
  }),
);

/** A person has one code at most: the one before ends. */
export async function addHandover(db: Db, handover: NewHandover): Promise<void> {
  await db
    .deleteFrom("handover")
    .where("applicant_id", "=", handover.applicant_id)
    .where("used_at", "is", null)
    .execute();
  await insertHandover(db, handover);
}

/** 0 where it was used or has ended. */
export const useHandover = change<{ id: string; now: Instant; taken_by: string }>()((db, param) =>
  db
    .updateTable("handover")
    .set({ used_at: param("now"), taken_by: param("taken_by") })
    .where("id", "=", param("id"))
    .where("used_at", "is", null)
    .where("expires_at", ">", param("now")),
);

/** The contacts that the person came to by a code, from the use of this one on. */
export async function takenBySince(
  db: Db,
  applicantId: string,
  handoverId: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("handover")
    .select("taken_by")
    .where("applicant_id", "=", applicantId)
    .where("used_at", ">=", ({ selectFrom }) =>
      selectFrom("handover as first").select("first.used_at").where("first.id", "=", handoverId),
    )
    .execute();
  return rows.flatMap(({ taken_by }) => taken_by ?? []);
}

/** No code of the person opens anything any more, and none can be taken back. */
export async function endHandoversOf(db: Db, applicantId: string): Promise<void> {
  await db.deleteFrom("handover").where("applicant_id", "=", applicantId).execute();
}

export const addTry = statement<Schema["handover_try"]>()((db, param) =>
  db.insertInto("handover_try").values({
    id: param("id"),
    contact_id: param("contact_id"),
    channel: param("channel"),
    at: param("at"),
  }),
);

const triesOfContact = statement<{ contact_id: string; since: Instant }>()((db, param) =>
  db
    .selectFrom("handover_try")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("contact_id", "=", param("contact_id"))
    .where("at", ">", param("since")),
);

const triesOnChannel = statement<{ channel: string; since: Instant }>()((db, param) =>
  db
    .selectFrom("handover_try")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("channel", "=", param("channel"))
    .where("at", ">", param("since")),
);

/** How many wrong codes were tried after `since`, at one contact or on a whole channel. */
export async function triesSince(
  db: Db,
  where: { readonly contact_id: string } | { readonly channel: string },
  since: Instant,
): Promise<number> {
  const [row] =
    "channel" in where
      ? await triesOnChannel(db, { ...where, since })
      : await triesOfContact(db, { ...where, since });
  return Number(row?.count ?? 0);
}

/** Deletes codes that ended, used ones that cannot be taken back any more, and tries that count no more. */
export async function forgetHandovers(
  db: Db,
  before: { readonly ended: Instant; readonly used: Instant; readonly tried: Instant },
): Promise<void> {
  await db
    .deleteFrom("handover")
    .where("used_at", "is", null)
    .where("expires_at", "<=", before.ended)
    .execute();
  await db.deleteFrom("handover").where("used_at", "<=", before.used).execute();
  await db.deleteFrom("handover_try").where("at", "<=", before.tried).execute();
}
