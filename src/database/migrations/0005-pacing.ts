import { sql } from "kysely";
import type { Database } from "../open.ts";
import type { Migration } from "./migration.ts";

/**
 * Each channel's messages are found without looking through another's, and the first of a contact's without looking
 * through what it was told before. A message may wait for the person to write (`parked`), and a person may shut the
 * door to us. An older program had no channel to send by, so what it writes needs none.
 */
export const pacing: Migration = {
  version: 5,
  name: "pacing",
  minProgram: 1,
  up: async (db, kind) => {
    for (const step of [...outbox[kind], ...indexes, ...contact(kind)]) {
      await sql.raw(step).execute(db);
    }
  },
};

const states = "state in ('due', 'sending', 'sent', 'given-up', 'readable', 'read', 'parked')";
const underWay = "state in ('due', 'sending')";
const channel = `(select contact.channel from contact where contact.id = contact_id)`;

const outbox: Record<Database["kind"], readonly string[]> = {
  // A check cannot be changed there: the rows move into a new table.
  sqlite: [
    "drop index outbox_due",
    "alter table outbox rename to outbox_before",
    `create table outbox (
      contact_id text not null references contact (id) on delete cascade, says_id integer not null check (says_id >= 1),
      applicant_id text, body blob not null check (length(body) >= 30), state text not null check (${states}),
      channel text not null default '', due_at text not null, attempts integer not null check (attempts >= 0),
      reason text, created_at text not null, done_at text, primary key (contact_id, says_id)
    ) strict, without rowid`,
    `insert into outbox
      select contact_id, says_id, applicant_id, body, state, case when ${underWay} then ${channel} else '' end,
        due_at, attempts, reason, created_at, done_at
      from outbox_before`,
    "drop table outbox_before",
  ],
  postgres: [
    "drop index outbox_due",
    "alter table outbox drop constraint outbox_state_check",
    `alter table outbox add constraint outbox_state_check check (${states})`,
    `alter table outbox add column channel text collate "C" not null default ''`,
    `update outbox set channel = ${channel} where ${underWay}`,
  ],
};

const indexes = [
  `create index outbox_due on outbox (channel, due_at) where ${underWay}`,
  // With the state in it, SQLite need not look at the rows, and takes it instead of the key.
  `create index outbox_first on outbox (contact_id, says_id, state) where ${underWay}`,
  "create index outbox_parked on outbox (created_at) where state = 'parked'",
];

function contact(kind: Database["kind"]): readonly string[] {
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `alter table contact add column blocked_at ${text}`,
    "alter table contact add column parked integer not null default 0 check (parked in (0, 1))",
  ];
}
