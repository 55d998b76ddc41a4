import { sql } from "kysely";
import type { Migration } from "./migration.ts";

/**
 * Less to write for each message. Most rows of the outbox are read where they lie and never due; the index of what
 * is due need not know them. Events lie in the order of their day, without an index beside them.
 */
export const lighterTurns: Migration = {
  version: 2,
  name: "lighter-turns",
  minProgram: 1,
  up: async (db, kind) => {
    const text = kind === "sqlite" ? "text" : 'text collate "C"';
    const columns = ["day", "id", "flow", "step", "event", "channel"];
    const steps = [
      "drop index outbox_due",
      "create index outbox_due on outbox (due_at) where state in ('due', 'sending')",
      "alter table funnel rename to funnel_before",
      `create table funnel (
        ${columns.map((column) => `${column} ${text} not null`).join(", ")}, link ${text}, primary key (day, id)
      ) ${kind === "sqlite" ? "strict, without rowid" : ""}`,
      `insert into funnel (${columns.join(", ")}, link) select ${columns.join(", ")}, link from funnel_before`,
      "drop table funnel_before",
    ];
    for (const step of steps) await sql.raw(step).execute(db);
  },
};
