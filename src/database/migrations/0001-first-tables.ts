import { sql } from "kysely";
import type { Migration } from "./migration.ts";

/**
 * What follows a person (`references applicant … on delete cascade`) goes with the person, so that an erasure
 * cannot forget a table.
 */
export const firstTables: Migration = {
  version: 1,
  name: "first-tables",
  minProgram: 1,
  up: async (db, kind) => {
    for (const text of [...tables(words[kind]), ...indexes, ...guards[kind]]) {
      await sql.raw(text).execute(db);
    }
  },
};

/** `clustered`: rows lie in the order of their key, and the key is stored once. */
type Words = { text: string; bytes: string; strict: string; clustered: string };

const words: Record<"sqlite" | "postgres", Words> = {
  sqlite: { text: "text", bytes: "blob", strict: "strict", clustered: "strict, without rowid" },
  // Sorted by code point whatever the server's language, as SQLite does.
  postgres: { text: 'text collate "C"', bytes: "bytea", strict: "", clustered: "" },
};

function tables({ text, bytes, strict, clustered }: Words): readonly string[] {
  const id = `id ${text} not null primary key`;
  const at = `${text} not null`;
  const to = (table: string) => `${text} not null references ${table} (id) on delete cascade`;
  const hash = (name: string) => `${name} ${bytes} not null check (length(${name}) = 32)`;
  // Version, key, nonce and tag alone are 30 bytes.
  const sealed = (name: string) => `${name} ${bytes} not null check (length(${name}) >= 30)`;
  const oneOf = (name: string, values: string) =>
    `${name} ${text} not null check (${name} in (${values
      .split(" ")
      .map((value) => `'${value}'`)
      .join(", ")}))`;
  const truth = (name: string) => `${name} integer not null check (${name} in (0, 1))`;
  const count = (name: string, least = 0) => `${name} integer not null check (${name} >= ${least})`;
  return [
    `create table contact (
      ${id}, channel ${text} not null, account ${text} not null, ${hash("external_hash")}, ${sealed("address")},
      ${count("says")}, created_at ${at}, seen_at ${at}, unique (channel, account, external_hash)
    ) ${strict}`,
    `create table applicant (${id}, ${sealed("data_key")}, created_at ${at}) ${strict}`,
    `create table contact_applicant (
      contact_id ${to("contact")}, applicant_id ${to("applicant")}, ${truth("current")},
      primary key (contact_id, applicant_id)
    ) ${clustered}`,
    `create table enrolment (
      ${id}, applicant_id ${to("applicant")}, contact_id ${to("contact")}, flow ${text} not null,
      content_hash ${text} not null, ${sealed("session")}, ${count("version")},
      ${oneOf("state", "draft submitted cancelled")}, link ${text}, created_at ${at}, updated_at ${at}
    ) ${strict}`,
    `create table consent (
      ${id}, applicant_id ${to("applicant")}, enrolment_id ${to("enrolment")}, purpose ${text} not null,
      text_hash ${text} not null, content_hash ${text} not null, ${oneOf("answer", "yes no withdrawn")},
      channel ${text} not null, at ${at}
    ) ${strict}`,
    `create table submission (
      ${id}, applicant_id ${to("applicant")}, enrolment_id ${to("enrolment")}, contact_id ${to("contact")},
      number ${text} not null unique, ${oneOf("state", states)}, ${count("revision", 1)}, ${hash("nik_hash")},
      regency ${text}, ecosystem ${text} not null, segment ${text} not null, sector ${text} not null,
      channel ${text} not null, link ${text}, received_at ${at}, updated_at ${at}, rung_at ${text}, ${count("rings")},
      needs_attention_at ${text}, claimed_by ${text}, claimed_until ${text}, undo_until ${text}, unique (enrolment_id)
    ) ${strict}`,
    `create table submission_revision (
      submission_id ${to("submission")}, ${count("revision", 1)}, ${sealed("registration")},
      ${sealed("contribution")}, content_hash ${text} not null, at ${at}, primary key (submission_id, revision)
    ) ${strict}`,
    `create table submission_history (
      ${id}, submission_id ${to("submission")}, ${count("revision", 1)}, from_state ${text}, to_state ${text} not null,
      by ${text} not null, at ${at}
    ) ${strict}`,
    `create table finding (
      ${id}, submission_id ${to("submission")}, ${count("revision", 1)}, check_name ${text} not null,
      kind ${text} not null, ${oneOf("level", "note warning serious")}, about ${text} not null, ${sealed("detail")},
      at ${at}
    ) ${strict}`,
    `create table search_token (
      ${hash("token")}, submission_id ${to("submission")}, primary key (token, submission_id)
    ) ${clustered}`,
    // No reference to the applicant here and in outbox: it would need an index on the busiest tables. Who erases a
    // person goes by contact.
    `create table inbound (
      contact_id ${to("contact")}, ${hash("external_hash")}, applicant_id ${text}, says_from integer not null, says_to integer not null,
      ${truth("erased")}, at ${at}, primary key (contact_id, external_hash)
    ) ${clustered}`,
    `create table outbox (
      contact_id ${to("contact")}, ${count("says_id", 1)}, applicant_id ${text}, ${sealed("body")},
      ${oneOf("state", "due sending sent given-up readable read")}, due_at ${at}, ${count("attempts")}, reason ${text},
      created_at ${at}, done_at ${text}, primary key (contact_id, says_id)
    ) ${clustered}`,
    `create table staff_request (
      ${id}, contact_id ${to("contact")}, applicant_id ${to("applicant")}, why ${text} not null, at ${at}, done_at ${text}
    ) ${strict}`,
    `create table erasure (${id}, at ${at}) ${strict}`,
    `create table funnel (
      ${id}, day ${text} not null, flow ${text} not null, step ${text} not null, event ${text} not null,
      channel ${text} not null, link ${text}
    ) ${strict}`,
    `create table lease (name ${text} not null primary key, holder ${text} not null, until ${text} not null) ${strict}`,
    `create table key_check (name ${text} not null primary key, ${sealed("sealed")}) ${strict}`,
  ];
}

const states =
  "received awaiting-review returned accepted rejected handed-over confirmed refused-by-agency " +
  "code-sent said-paid active lapsed withdrawn";

const indexes: readonly string[] = [
  "create unique index contact_applicant_current on contact_applicant (contact_id) where current = 1",
  "create index contact_applicant_applicant on contact_applicant (applicant_id)",
  "create index enrolment_contact on enrolment (contact_id, state)",
  "create index enrolment_applicant on enrolment (applicant_id)",
  "create index consent_applicant on consent (applicant_id)",
  "create index consent_enrolment on consent (enrolment_id)",
  "create index submission_state on submission (state, rung_at)",
  "create index submission_nik on submission (nik_hash)",
  "create index submission_applicant on submission (applicant_id)",
  "create index submission_contact on submission (contact_id)",
  "create index submission_history_submission on submission_history (submission_id, at)",
  "create index finding_submission on finding (submission_id, revision)",
  "create index search_token_submission on search_token (submission_id)",
  "create index outbox_due on outbox (state, due_at)",
  "create index staff_request_contact on staff_request (contact_id)",
  "create index staff_request_applicant on staff_request (applicant_id)",
  "create index staff_request_open on staff_request (done_at, at)",
  "create index funnel_day on funnel (day)",
];

const appendOnly: readonly string[] = ["consent", "submission_revision", "submission_history"];

/** Rows that say what happened are never changed. Deleting stays possible: a person may ask for it. */
const guards: Record<"sqlite" | "postgres", readonly string[]> = {
  sqlite: appendOnly.map(
    (table) => `create trigger ${table}_append_only before update on ${table}
      begin select raise(abort, '${table} is append only'); end`,
  ),
  postgres: [
    `create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append only', tg_table_name; end $$`,
    ...appendOnly.map(
      (table) => `create trigger ${table}_append_only before update on ${table}
        for each row execute function refuse_change()`,
    ),
  ],
};
