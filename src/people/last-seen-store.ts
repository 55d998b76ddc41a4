/** When anybody was last heard: a clock that stands before it has been set back. */
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";

/** Undefined when nobody was heard yet. */
export async function lastHeard(db: Db): Promise<Instant | undefined> {
  const row = await db
    .selectFrom("contact")
    .select(({ fn }) => fn.max("seen_at").as("at"))
    .executeTakeFirst();
  return row?.at ?? undefined;
}
