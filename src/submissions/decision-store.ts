/** Decisions, and the change of state that goes with one. */
import type { Db } from "../database/open.ts";
import type { Instant, Schema } from "../database/schema.ts";
import { change, statement, underLock } from "../database/statement.ts";
import { type Verdict, verdicts } from "../enrolment/submission.ts";
import { freeFor } from "./claim-store.ts";

export type Decidable = Pick<
  Schema["submission"],
  "applicant_id" | "enrolment_id" | "contact_id" | "number" | "state" | "revision"
>;

/** Which contact handed it in; undefined when there is none (any more). */
export async function contactOf(db: Db, id: string): Promise<string | undefined> {
  const [row] = await handedInBy(db, { id });
  return row?.contact_id;
}

const handedInBy = statement<{ id: string }>()((db, param) =>
  db.selectFrom("submission").select("contact_id").where("id", "=", param("id")),
);

/** Locked until the transaction ends. */
export const ofId = statement<{ id: string }>()((db, param) =>
  underLock(
    db,
    db
      .selectFrom("submission")
      .select(["applicant_id", "enrolment_id", "contact_id", "number", "state", "revision"])
      .where("id", "=", param("id")),
  ),
);

/** 0 when it does not await review, is in another revision, or somebody else has claimed it. */
export const moveOn = change<{
  id: string;
  revision: number;
  verdict: Verdict;
  by: string;
  now: Instant;
}>()((db, param) =>
  db
    .updateTable("submission")
    .set({
      state: param("verdict"),
      updated_at: param("now"),
      claimed_by: null,
      claimed_until: null,
    })
    .where("id", "=", param("id"))
    .where("revision", "=", param("revision"))
    .where("state", "=", "awaiting-review")
    .where(freeFor(param("by"), param("now"))),
);

export async function insertDecision(db: Db, row: Schema["decision"]): Promise<void> {
  await db.insertInto("decision").values(row).execute();
}

/** Who decided last. */
export const lastDecider = statement<{ submission_id: string }>()((db, param) =>
  db
    .selectFrom("decision")
    .select("by")
    .where("submission_id", "=", param("submission_id"))
    .orderBy("revision", "desc")
    .orderBy("id", "desc")
    .limit(1),
);

/** Oldest first. */
export const decisionsOf = statement<{ submission_id: string }>()((db, param) =>
  db
    .selectFrom("decision")
    .select(["revision", "verdict", "reasons", "by", "at"])
    .where("submission_id", "=", param("submission_id"))
    .orderBy("id"),
);

/** All of them. */
export function decisionsMade(db: Db) {
  return db.selectFrom("decision").select(["submission_id", "verdict", "at"]).execute();
}

/** The same, as the history of the submissions has them. */
export function decisionsNoted(db: Db) {
  return db
    .selectFrom("submission_history")
    .select(["submission_id", "to_state as verdict", "at"])
    .$narrowType<{ verdict: Verdict }>()
    .where("to_state", "in", verdicts)
    .execute();
}
