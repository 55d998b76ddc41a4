/** Keys of programs that use the API. Only their hashes are kept. */
import type { Db } from "../database/open.ts";
import type { Hash, Instant, Schema } from "../database/schema.ts";
import { change, statement } from "../database/statement.ts";

export type TokenRow = Schema["api_token"];

export const tokenByHash = statement<{ hash: Hash }>()((db, param) =>
  db.selectFrom("api_token").selectAll().where("hash", "=", param("hash")),
);

export async function insertToken(db: Db, row: TokenRow): Promise<void> {
  await db.insertInto("api_token").values(row).execute();
}

/** Newest first. */
export function allTokens(db: Db): Promise<TokenRow[]> {
  return db.selectFrom("api_token").selectAll().orderBy("id", "desc").execute();
}

/** 0 when there is none of that id, or it was revoked before. */
export const revoke = change<{ id: string; now: Instant }>()((db, param) =>
  db
    .updateTable("api_token")
    .set({ revoked_at: param("now") })
    .where("id", "=", param("id"))
    .where("revoked_at", "is", null),
);

export const noteUsed = change<{ id: string; now: Instant }>()((db, param) =>
  db
    .updateTable("api_token")
    .set({ used_at: param("now") })
    .where("id", "=", param("id")),
);
