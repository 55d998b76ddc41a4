/** COUNTS. What people ask in free words, by class: what was explained, and where nothing was found. Never the words. */
import type { Db } from "../database/open.ts";
import type { Schema } from "../database/schema.ts";
import { statement } from "../database/statement.ts";
import type { Days } from "./days.ts";

export const countQuestion = statement<Schema["question"]>()((db, param) =>
  db.insertInto("question").values({
    id: param("id"),
    day: param("day"),
    flow: param("flow"),
    outcome: param("outcome"),
    topic: param("topic"),
    step: param("step"),
    channel: param("channel"),
    link: param("link"),
  }),
);

/** How often something was asked. */
export type Asked = Pick<Schema["question"], "outcome" | "topic" | "step"> & {
  readonly count: number;
};

/** What was asked most comes first. */
export async function questionsAsked(db: Db, { from, to }: Days): Promise<readonly Asked[]> {
  const rows = await db
    .selectFrom("question")
    .select(({ fn }) => ["outcome", "topic", "step", fn.countAll().as("count")])
    .where("day", ">=", from)
    .where("day", "<=", to)
    .groupBy(["outcome", "topic", "step"])
    .execute();
  return rows
    .map((row) => ({ ...row, count: Number(row.count) }))
    .toSorted((one, other) => other.count - one.count || (classOf(one) < classOf(other) ? -1 : 1));
}

/** Databases differ in where they put what is null. */
function classOf({ outcome, topic, step }: Asked): string {
  return [outcome, topic, step].join(" ");
}
