/** COUNTS. How far people get: plain events without values, by day, step, channel and link. */
import type { Schema } from "../database/schema.ts";
import { statement } from "../database/statement.ts";

export const countEvent = statement<Schema["funnel"]>()((db, param) =>
  db.insertInto("funnel").values({
    id: param("id"),
    day: param("day"),
    flow: param("flow"),
    step: param("step"),
    event: param("event"),
    channel: param("channel"),
    link: param("link"),
  }),
);
