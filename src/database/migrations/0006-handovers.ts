import { sql } from "kysely";
import type { Migration } from "./migration.ts";

/**
 * Codes with which a person goes on in another place, and how many wrong ones were tried. Somebody who left a phone
 * stays known there until they are erased, so that what was said there goes with them; they do not sit there again.
 */
export const handovers: Migration = {
  version: 6,
  name: "handovers",
  minProgram: 1,
  up: async (db, kind) => {
    const text = kind === "sqlite" ? "text" : 'text collate "C"';
    const bytes = kind === "sqlite" ? "blob" : "bytea";
    const strict = kind === "sqlite" ? "strict" : "";
    const to = (table: string) => `${text} not null references ${table} (id) on delete cascade`;
    const steps = [
      `alter table contact_applicant add column left_at ${text}`,
      `create table handover (
        id ${text} not null primary key, code_hash ${bytes} not null unique check (length(code_hash) = 32),
        applicant_id ${to("applicant")}, enrolment_id ${to("enrolment")}, contact_id ${to("contact")},
        expires_at ${text} not null, used_at ${text}, taken_by ${text}
      ) ${strict}`,
      // At most one that lives for each person.
      "create unique index handover_living on handover (applicant_id) where used_at is null",
      "create index handover_applicant on handover (applicant_id)",
      "create index handover_enrolment on handover (enrolment_id)",
      "create index handover_contact on handover (contact_id, used_at)",
      `create table handover_try (
        id ${text} not null primary key, contact_id ${to("contact")}, channel ${text} not null, at ${text} not null
      ) ${strict}`,
      "create index handover_try_contact on handover_try (contact_id, at)",
      "create index handover_try_channel on handover_try (channel, at)",
    ];
    for (const step of steps) await sql.raw(step).execute(db);
  },
};
