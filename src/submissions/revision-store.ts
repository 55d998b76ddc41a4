/** What is handed in, revision by revision: the sealed data, where it stood when, and what it is found by. */
import type { Db } from "../database/open.ts";
import type { Hash, Schema } from "../database/schema.ts";
import { change } from "../database/statement.ts";

export const insertRevision = change<Schema["submission_revision"]>()((db, param) =>
  db.insertInto("submission_revision").values({
    submission_id: param("submission_id"),
    revision: param("revision"),
    registration: param("registration"),
    contribution: param("contribution"),
    content_hash: param("content_hash"),
    at: param("at"),
  }),
);

export const insertHistory = change<Schema["submission_history"]>()((db, param) =>
  db.insertInto("submission_history").values({
    id: param("id"),
    submission_id: param("submission_id"),
    revision: param("revision"),
    from_state: param("from_state"),
    to_state: param("to_state"),
    by: param("by"),
    at: param("at"),
  }),
);

const forgetTokens = change<{ id: string }>()((db, param) =>
  db.deleteFrom("search_token").where("submission_id", "=", param("id")),
);

const keepToken = change<Schema["search_token"]>()((db, param) =>
  db.insertInto("search_token").values({
    submission_id: param("submission_id"),
    token: param("token"),
  }),
);

/** By these a submission is found from now on, and no longer by those of an earlier revision. */
export async function replaceTokens(db: Db, id: string, tokens: readonly Hash[]): Promise<void> {
  await forgetTokens(db, { id });
  for (const token of tokens) await keepToken(db, { submission_id: id, token });
}
