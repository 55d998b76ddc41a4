/** Wrong guesses, counted by keyed hash of whom or whence: they survive a restart. */

import { sql } from "kysely";
import type { Db } from "../database/open.ts";
import type { Hash, Instant } from "../database/schema.ts";

/** Counts one more and says how many there are since the count began; one that began before `since` begins anew. */
export async function countGuess(
  db: Db,
  key: Hash,
  { now, since }: { readonly now: Instant; readonly since: Instant },
): Promise<{ readonly count: number; readonly since: Instant }> {
  return db
    .insertInto("guess")
    .values({ key, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((row) => ({
        count: sql<number>`case when ${row.ref("guess.since")} <= ${since} then 1 else ${row.ref("guess.count")} + 1 end`,
        since: sql<Instant>`case when ${row.ref("guess.since")} <= ${since} then ${now} else ${row.ref("guess.since")} end`,
      })),
    )
    .returning(["count", "since"])
    .executeTakeFirstOrThrow();
}

export async function forgetGuesses(db: Db, keys: readonly Hash[]): Promise<void> {
  await db.deleteFrom("guess").where("key", "in", keys).execute();
}

export async function forgetOldGuesses(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom("guess").where("since", "<=", before).execute();
}
