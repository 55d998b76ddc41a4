import { sql } from "kysely";
import type { Migration } from "./migration.ts";

/**
 * What is asked in free words, counted by class. A row is of a day and of nobody: no words, no person, no time. Rows
 * lie in the order of their day, without an index beside them, as those of the funnel do.
 */
export const questions: Migration = {
  version: 4,
  name: "questions",
  minProgram: 1,
  up: async (db, kind) => {
    const text = kind === "sqlite" ? "text" : 'text collate "C"';
    await sql
      .raw(
        `create table question (
          day ${text} not null, id ${text} not null, flow ${text} not null,
          outcome ${text} not null check (outcome in ('told', 'unsure', 'unknown')),
          topic ${text}, step ${text}, channel ${text} not null, link ${text}, primary key (day, id)
        ) ${kind === "sqlite" ? "strict, without rowid" : ""}`,
      )
      .execute(db);
  },
};
