/** Sign-ins: one for each browser, looked up by the hash of its token. */
import type { Db } from "../database/open.ts";
import type { Hash, Instant, Schema } from "../database/schema.ts";
import { change, statement } from "../database/statement.ts";

export async function insertSignIn(db: Db, row: Schema["sign_in"]): Promise<void> {
  await db.insertInto("sign_in").values(row).execute();
}

/** Also what ended: whoever asks decides. */
export const signInByHash = statement<{ token_hash: Hash }>()((db, param) =>
  db
    .selectFrom("sign_in")
    .innerJoin("staff", "staff.id", "sign_in.staff_id")
    .select(["sign_in.id", "sign_in.created_at", "sign_in.seen_at", "sign_in.ended_at"])
    .select(["staff.id as staff_id", "staff.login", "staff.name", "staff.role", "staff.branches"])
    .select("staff.disabled_at")
    .where("sign_in.token_hash", "=", param("token_hash")),
);

export const noteSeen = change<{ id: string; now: Instant }>()((db, param) =>
  db
    .updateTable("sign_in")
    .set({ seen_at: param("now") })
    .where("id", "=", param("id")),
);

/** 0 where it had ended. */
export const endSignIn = change<{ id: string; now: Instant }>()((db, param) =>
  db
    .updateTable("sign_in")
    .set({ ended_at: param("now") })
    .where("id", "=", param("id"))
    .where("ended_at", "is", null),
);

/** How many it were. */
export const endSignInsOf = change<{ staff_id: string; now: Instant }>()((db, param) =>
  db
    .updateTable("sign_in")
    .set({ ended_at: param("now") })
    .where("staff_id", "=", param("staff_id"))
    .where("ended_at", "is", null),
);

/** Deletes what nobody can use any more. */
export async function forgetSignIns(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom("sign_in").where("created_at", "<", before).execute();
}
