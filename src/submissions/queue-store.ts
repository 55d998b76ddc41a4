/** The list from which staff work: who has waited longest comes first. Classes only, nothing sealed is opened. */
import type { ExpressionBuilder } from "kysely";
import type { Db } from "../database/open.ts";
import type { Hash, Instant, Schema } from "../database/schema.ts";
import type { SubmissionState } from "../enrolment/submission.ts";
import { freeFor } from "./claim-store.ts";

const columns = [
  ...(["id", "applicant_id", "number", "state", "revision", "regency", "ecosystem"] as const),
  ...(["channel", "link", "received_at", "claimed_by", "claimed_until"] as const),
];

export type QueueRow = Pick<Schema["submission"], (typeof columns)[number]>;

/** What somebody wants to see. Regencies by Kemendagri code. */
export type QueueWish = {
  readonly state: SubmissionState;
  readonly ecosystem?: string | undefined;
  readonly regency?: string | undefined;
  readonly channel?: string | undefined;
  /** Only these, and those of which nobody knows it; undefined: all. */
  readonly regencies: readonly string[] | undefined;
  /** Not what others have in hand at this time. */
  readonly openTo?: { readonly by: string; readonly now: Instant } | undefined;
};

/** The last row of the page before. */
export type QueuePlace = { readonly received_at: Instant; readonly id: string };

function wished(db: Db, wish: QueueWish) {
  let query = db.selectFrom("submission").where("state", "=", wish.state);
  for (const name of ["ecosystem", "regency", "channel"] as const) {
    const value = wish[name];
    if (value !== undefined) query = query.where(name, "=", value);
  }
  const { regencies, openTo } = wish;
  if (regencies !== undefined) query = query.where((row) => isOf(row, regencies));
  if (openTo !== undefined) query = query.where(freeFor(openTo.by, openTo.now));
  return query;
}

/** Of one of these, or of none that is known. */
function isOf({ eb, or }: ExpressionBuilder<Schema, "submission">, regencies: readonly string[]) {
  const known = regencies.length > 0 ? [eb("regency", "in", regencies)] : [];
  return or([eb("regency", "is", null), ...known]);
}

export function queuePage(
  db: Db,
  wish: QueueWish,
  { after, limit }: { readonly after: QueuePlace | undefined; readonly limit: number },
): Promise<QueueRow[]> {
  let query = wished(db, wish).select(columns);
  if (after !== undefined) {
    query = query.where(({ eb, or, and }) =>
      or([
        eb("received_at", ">", after.received_at),
        and([eb("received_at", "=", after.received_at), eb("id", ">", after.id)]),
      ]),
    );
  }
  return query.orderBy("received_at").orderBy("id").limit(limit).execute();
}

/** What to look for: a number to speak, or one token of every list. */
export type Sought =
  | { readonly number: string }
  | { readonly tokens: readonly (readonly Hash[])[] };

/** The newest first, in whatever state. */
export function soughtPage(
  db: Db,
  sought: Sought,
  { regencies, limit }: Pick<QueueWish, "regencies"> & { readonly limit: number },
): Promise<QueueRow[]> {
  let query = db.selectFrom("submission").select(columns);
  if ("number" in sought) query = query.where("number", "=", sought.number);
  else {
    for (const some of sought.tokens) {
      query = query.where("id", "in", (inner) =>
        inner.selectFrom("search_token").select("submission_id").where("token", "in", some),
      );
    }
  }
  if (regencies !== undefined) query = query.where((row) => isOf(row, regencies));
  return query.orderBy("received_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

/** How many there are, up to `most`: nobody needs to know more, and a large table is not counted through. */
export async function queueCount(db: Db, wish: QueueWish, most: number): Promise<number> {
  const row = await db
    .selectFrom(wished(db, wish).select("id").limit(most).as("some"))
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
