/** The rows of the audit: added, read, never changed. */
import type { Db } from "../database/open.ts";
import type { Schema } from "../database/schema.ts";
import { change, statement } from "../database/statement.ts";

export type AuditRow = Schema["audit"];

export const newest = statement<Record<string, never>>()((db) =>
  db.selectFrom("audit").select(["seq", "hash"]).orderBy("seq", "desc").limit(1),
);

export const append = change<AuditRow>()((db, param) =>
  db.insertInto("audit").values({
    seq: param("seq"),
    at: param("at"),
    who: param("who"),
    action: param("action"),
    about: param("about"),
    detail: param("detail"),
    hash: param("hash"),
  }),
);

/** When something was done last; undefined when never. */
export async function lastAt(db: Db, action: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("audit")
    .select("at")
    .where("action", "=", action)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/** In order, from after `seq`. */
export function rowsAfter(db: Db, seq: number, limit: number): Promise<AuditRow[]> {
  return db
    .selectFrom("audit")
    .selectAll()
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
}

/** All of them, without what only the chain needs. */
export function entries(db: Db) {
  return db.selectFrom("audit").select(["action", "about", "at"]).execute();
}
