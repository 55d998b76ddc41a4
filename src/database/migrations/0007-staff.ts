import { sql } from "kysely";
import type { Migration } from "./migration.ts";

/** Accounts of people who review, their sign-ins, and what was guessed at them. */
export const staff: Migration = {
  version: 7,
  name: "staff",
  minProgram: 1,
  up: async (db, kind) => {
    const text = kind === "sqlite" ? "text" : 'text collate "C"';
    const bytes = kind === "sqlite" ? "blob" : "bytea";
    const hash = `${bytes} not null check (length(hash) = 32)`;
    const strict = kind === "sqlite" ? "strict" : "";
    const ofStaff = `staff_id ${text} not null references staff (id) on delete cascade`;
    const steps = [
      `create table staff (
        id ${text} not null primary key, login ${text} not null unique, name ${text} not null,
        role ${text} not null check (role in ('viewer', 'reviewer', 'lead')), branches ${text} not null,
        password ${text}, totp ${bytes}, totp_step integer not null default 0,
        created_at ${text} not null, disabled_at ${text}
      ) ${strict}`,
      `create table staff_link (
        hash ${hash} primary key, ${ofStaff}, totp ${bytes} not null, expires_at ${text} not null
      ) ${strict}`,
      "create index staff_link_staff on staff_link (staff_id)",
      `create table recovery_code (${ofStaff}, hash ${hash}, primary key (staff_id, hash)) ${strict}`,
      `create table sign_in (
        id ${text} not null primary key, token_hash ${bytes} not null unique check (length(token_hash) = 32), ${ofStaff},
        created_at ${text} not null, seen_at ${text} not null, ended_at ${text}
      ) ${strict}`,
      "create index sign_in_staff on sign_in (staff_id)",
      `create table guess (
        key ${bytes} not null primary key check (length(key) = 32), count integer not null, since ${text} not null
      ) ${strict}`,
      "create index guess_since on guess (since)",
      // The list from which staff work, who has waited longest first.
      "create index submission_queue on submission (state, received_at, id)",
    ];
    for (const step of steps) await sql.raw(step).execute(db);
  },
};
