/** Who has a submission in hand. */
import type { ExpressionBuilder } from "kysely";
import type { Instant, Schema } from "../database/schema.ts";
import { change, statement } from "../database/statement.ts";

/** A condition of a query: nobody else has it in hand at that time. */
export function freeFor(by: string, now: Instant) {
  return ({ eb, or }: ExpressionBuilder<Schema, "submission">) =>
    or([eb("claimed_by", "is", null), eb("claimed_by", "=", by), eb("claimed_until", "<", now)]);
}

/** Nothing happens where it is not one's own. */
export const release = change<{ id: string; by: string }>()((db, param) =>
  db
    .updateTable("submission")
    .set({ claimed_by: null, claimed_until: null })
    .where("id", "=", param("id"))
    .where("claimed_by", "=", param("by")),
);

/** Who took it in hand last; it may be over. */
export const claimOf = statement<{ id: string }>()((db, param) =>
  db
    .selectFrom("submission")
    .select(["state", "claimed_by", "claimed_until"])
    .where("id", "=", param("id")),
);

/** 0 where it does not wait for staff, or somebody else has it. */
export const takeInHand = change<{ id: string; by: string; until: Instant; now: Instant }>()(
  (db, param) =>
    db
      .updateTable("submission")
      .set({ claimed_by: param("by"), claimed_until: param("until") })
      .where("id", "=", param("id"))
      .where("state", "=", "awaiting-review")
      .where(freeFor(param("by"), param("now"))),
);
