import { sql } from "kysely";
import type { Migration } from "./migration.ts";

/** What staff decide, the keys of programs that decide for them, and the chain of what was done. */
export const decisions: Migration = {
  version: 3,
  name: "decisions",
  minProgram: 1,
  up: async (db, kind) => {
    for (const text of [...tables(kind), ...guards[kind]]) await sql.raw(text).execute(db);
  },
};

function tables(kind: "sqlite" | "postgres"): readonly string[] {
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  const bytes = kind === "sqlite" ? "blob" : "bytea";
  const strict = kind === "sqlite" ? "strict" : "";
  return [
    `create table decision (
      id ${text} not null primary key, submission_id ${text} not null references submission (id) on delete cascade,
      revision integer not null check (revision >= 1),
      verdict ${text} not null check (verdict in ('accepted', 'returned', 'rejected')),
      reasons ${text} not null, by ${text} not null, at ${text} not null
    ) ${strict}`,
    "create index decision_submission on decision (submission_id, revision)",
    `create table api_token (
      id ${text} not null primary key, name ${text} not null,
      hash ${bytes} not null unique check (length(hash) = 32), scope ${text} not null,
      created_at ${text} not null, expires_at ${text} not null, revoked_at ${text}, used_at ${text}
    ) ${strict}`,
    `create table audit (
      seq integer not null primary key, at ${text} not null, who ${text} not null, action ${text} not null,
      about ${text}, detail ${text} not null, hash ${bytes} not null check (length(hash) = 32)
    ) ${strict}`,
    "create index audit_about on audit (about, seq)",
    // Pages go from the newest back, in one state, in one regency.
    "create index submission_page on submission (state, id)",
  ];
}

/** A decision may go with the person it was about; what is in the audit stays as it is for good. */
const guards: Record<"sqlite" | "postgres", readonly string[]> = {
  sqlite: [
    `create trigger decision_append_only before update on decision
      begin select raise(abort, 'decision is append only'); end`,
    ...["update", "delete"].map(
      (deed) => `create trigger audit_no_${deed} before ${deed} on audit
        begin select raise(abort, 'audit is append only'); end`,
    ),
  ],
  postgres: [
    `create trigger decision_append_only before update on decision
      for each row execute function refuse_change()`,
    `create trigger audit_append_only before update or delete on audit
      for each row execute function refuse_change()`,
    `create trigger audit_no_truncate before truncate on audit
      for each statement execute function refuse_change()`,
  ],
};
