/** Lists of submissions for people and programs that review: classes only, nothing sealed is opened. */
import type { Db } from "../database/open.ts";
import type { Instant, Schema } from "../database/schema.ts";
import type { SubmissionState } from "../enrolment/submission.ts";

const columns = [
  ...(["id", "number", "state", "revision", "regency", "ecosystem", "segment", "sector"] as const),
  ...(["channel", "link", "received_at", "updated_at", "needs_attention_at"] as const),
];

export type PageRow = Pick<Schema["submission"], (typeof columns)[number]>;

export type PageFilter = {
  readonly state?: SubmissionState;
  readonly regency?: string;
  readonly ecosystem?: string;
  readonly channel?: string;
  readonly link?: string;
  /** Only what changed later than this. */
  readonly changedAfter?: Instant;
  /** Id of the last one of the page before. */
  readonly after?: string;
  readonly limit: number;
};

/** Oldest first, also of those that changed: ids grow with time and stay, so a page never moves under its reader. */
export function pageOf(db: Db, filter: PageFilter): Promise<PageRow[]> {
  const { limit, after = "", changedAfter } = filter;
  let query = db.selectFrom("submission").select(columns).where("id", ">", after);
  for (const name of ["state", "regency", "ecosystem", "channel", "link"] as const) {
    const value = filter[name];
    if (value !== undefined) query = query.where(name, "=", value);
  }
  if (changedAfter !== undefined) {
    query = query.where(({ eb, or }) =>
      or([
        eb("updated_at", ">", changedAfter),
        // The machines giving up is no new state, and yet something that staff wait to hear.
        eb("needs_attention_at", ">", changedAfter),
      ]),
    );
  }
  return query.orderBy("id").limit(limit).execute();
}

export type FindingCount = {
  readonly id: string;
  readonly level: Schema["finding"]["level"];
  readonly count: number;
};

/** How many findings of each level the latest revision of each has. */
export async function findingCounts(db: Db, ids: readonly string[]): Promise<FindingCount[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("submission")
    .innerJoin("finding", (on) =>
      on
        .onRef("finding.submission_id", "=", "submission.id")
        .onRef("finding.revision", "=", "submission.revision"),
    )
    .select(({ fn }) => ["submission.id", "finding.level", fn.countAll().as("count")])
    .where("submission.id", "in", ids)
    .groupBy(["submission.id", "finding.level"])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export function rowOf(db: Db, id: string): Promise<PageRow | undefined> {
  return db.selectFrom("submission").select(columns).where("id", "=", id).executeTakeFirst();
}

/** Oldest first. */
export function historyOf(db: Db, id: string) {
  return db
    .selectFrom("submission_history")
    .select(["revision", "from_state", "to_state", "by", "at"])
    .where("submission_id", "=", id)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

/** A revision as it was handed in, sealed. */
export function sealedRevision(db: Db, id: string, revision: number) {
  return db
    .selectFrom("submission_revision")
    .select(["registration", "at"])
    .where("submission_id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
}
