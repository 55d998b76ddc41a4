/**
 * WHAT WAS HANDED IN: submissions, their revisions, history and search tokens. With
 * `received-store.ts`, where the machines come in, the only file that names their tables. Everything runs inside somebody's transaction; nothing here opens one.
 */
import type { Db } from "../database/open.ts";
import type { Hash, Instant, Schema } from "../database/schema.ts";
import { change, statement } from "../database/statement.ts";
import { parseSubmissionState, type SubmissionState } from "../enrolment/submission.ts";

/** What a person is told of their own submission. */
export type SubmissionOutline = {
  readonly id: string;
  readonly applicantId: string;
  readonly number: string;
  readonly state: SubmissionState;
  readonly revision: number;
  readonly receivedAt: Instant;
  readonly updatedAt: Instant;
};

/** Newest first. */
export async function submissionsOfApplicant(
  db: Db,
  applicantId: string,
): Promise<readonly SubmissionOutline[]> {
  return (await ofApplicant(db, { applicantId })).map(outline);
}

/** No more than where it stands: a number may be read by anybody. */
export async function findByNumber(
  db: Db,
  number: string,
): Promise<Pick<SubmissionOutline, "number" | "state" | "receivedAt"> | undefined> {
  const [row] = await ofNumber(db, { number });
  return row && { number, state: stateOf(row.state), receivedAt: row.received_at };
}

/** How many other people have handed in the same NIK. Withdrawn ones do not count. */
export async function countWithNikHash(
  db: Db,
  nikHash: Hash,
  exceptApplicant: string,
): Promise<number> {
  const [row] = await othersWithNik(db, { nikHash, exceptApplicant });
  return Number(row?.count ?? 0);
}

/** How many other people have handed in something that is found by this token. Withdrawn ones do not count. */
export async function countWithToken(
  db: Db,
  token: Hash,
  exceptApplicant: string,
): Promise<number> {
  const [row] = await othersWithToken(db, { token, exceptApplicant });
  return Number(row?.count ?? 0);
}

/** Applicants none of whose submissions changed since `before`, at most `limit`. */
export async function submissionsUntouchedSince(
  db: Db,
  before: Instant,
  limit: number,
): Promise<readonly string[]> {
  return (await untouched(db, { before, limit })).map((row) => row.applicant_id);
}

/** Revisions, findings, history and search tokens go with the submissions (`on delete cascade`). */
export async function eraseSubmissions(db: Db, applicantId: string): Promise<void> {
  await eraseOf(db, { applicantId });
}

/** Throws on a state that this program does not know. */
export function stateOf(saved: string): SubmissionState {
  const state = parseSubmissionState(saved);
  if (state === undefined) throw new Error(`submission: unknown state ${saved}`);
  return state;
}

type OutlineRow = Pick<
  Schema["submission"],
  "id" | "applicant_id" | "number" | "state" | "revision" | "received_at" | "updated_at"
>;

function outline(row: OutlineRow): SubmissionOutline {
  return {
    id: row.id,
    applicantId: row.applicant_id,
    number: row.number,
    state: stateOf(row.state),
    revision: row.revision,
    receivedAt: row.received_at,
    updatedAt: row.updated_at,
  };
}

const outlineColumns = [
  ...(["id", "applicant_id", "number", "state", "revision", "received_at", "updated_at"] as const),
];

const ofApplicant = statement<{ applicantId: string }>()((db, param) =>
  db
    .selectFrom("submission")
    .select(outlineColumns)
    .where("applicant_id", "=", param("applicantId"))
    .orderBy("received_at", "desc"),
);

const ofNumber = statement<{ number: string }>()((db, param) =>
  db
    .selectFrom("submission")
    .select(["state", "received_at"])
    .where("number", "=", param("number")),
);

export const ownerOf = statement<{ number: string }>()((db, param) =>
  db.selectFrom("submission").select("applicant_id").where("number", "=", param("number")),
);

const othersWithNik = statement<{ nikHash: Hash; exceptApplicant: string }>()((db, param) =>
  db
    .selectFrom("submission")
    .select((row) => row.fn.count<number>("applicant_id").distinct().as("count"))
    .where("nik_hash", "=", param("nikHash"))
    .where("applicant_id", "!=", param("exceptApplicant"))
    .where("state", "!=", "withdrawn"),
);

const othersWithToken = statement<{ token: Hash; exceptApplicant: string }>()((db, param) =>
  db
    .selectFrom("search_token")
    .innerJoin("submission", "submission.id", "search_token.submission_id")
    .select((row) => row.fn.count<number>("applicant_id").distinct().as("count"))
    .where("token", "=", param("token"))
    .where("applicant_id", "!=", param("exceptApplicant"))
    .where("state", "!=", "withdrawn"),
);

const untouched = statement<{ before: Instant; limit: number }>()((db, param) =>
  db
    .selectFrom("submission")
    .select("applicant_id")
    .groupBy("applicant_id")
    .having((row) => row.fn.max("updated_at"), "<", param("before"))
    .limit(param("limit")),
);

const eraseOf = change<{ applicantId: string }>()((db, param) =>
  db.deleteFrom("submission").where("applicant_id", "=", param("applicantId")),
);

/** What is said about them goes there from now on. */
export const moveSubmissions = change<{ applicantId: string; contactId: string }>()((db, param) =>
  db
    .updateTable("submission")
    .set({ contact_id: param("contactId") })
    .where("applicant_id", "=", param("applicantId")),
);

export const ofEnrolment = statement<{ enrolmentId: string }>()((db, param) =>
  db
    .selectFrom("submission")
    .select(["id", "state", "revision"])
    .where("enrolment_id", "=", param("enrolmentId")),
);

export const withRevision = statement<{ id: string }>()((db, param) =>
  db
    .selectFrom("submission")
    .innerJoin("submission_revision", (on) =>
      on
        .onRef("submission_revision.submission_id", "=", "submission.id")
        .onRef("submission_revision.revision", "=", "submission.revision"),
    )
    .selectAll("submission")
    .select(["registration", "contribution"])
    .where("id", "=", param("id")),
);

/** Inserts nothing, and says so by 0, when the number is taken. */
export const insertSubmission = change<NewSubmission>()((db, param) =>
  db
    .insertInto("submission")
    .values({
      id: param("id"),
      applicant_id: param("applicant_id"),
      enrolment_id: param("enrolment_id"),
      contact_id: param("contact_id"),
      number: param("number"),
      state: "received",
      revision: 1,
      nik_hash: param("nik_hash"),
      regency: param("regency"),
      ecosystem: param("ecosystem"),
      segment: param("segment"),
      sector: param("sector"),
      channel: param("channel"),
      link: param("link"),
      received_at: param("received_at"),
      updated_at: param("received_at"),
      rings: 0,
    })
    .onConflict((conflict) => conflict.column("number").doNothing()),
);

/** The next revision of one that was returned. False when it is not returned, or no longer. */
export async function receiveAgain(
  db: Db,
  { id, revision, now }: Revision & { now: Instant },
  said: Classes & Claim,
): Promise<boolean> {
  const fresh = { rung_at: null, rings: 0, needs_attention_at: null, undo_until: null };
  const { numUpdatedRows } = await db
    .updateTable("submission")
    .set({ ...said, ...fresh, state: "received", updated_at: now })
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("id", "=", id)
    .where("revision", "=", revision)
    .where("state", "=", "returned")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Who has it in hand, and until when; both or neither. */
export type Claim = Pick<Schema["submission"], "claimed_by" | "claimed_until">;

export type Revision = { readonly id: string; readonly revision: number };

type Classes = Pick<
  Schema["submission"],
  "nik_hash" | "regency" | "ecosystem" | "segment" | "sector" | "channel" | "link"
>;
type NewSubmission = Classes &
  Pick<
    Schema["submission"],
    "id" | "applicant_id" | "enrolment_id" | "contact_id" | "number" | "received_at"
  >;
