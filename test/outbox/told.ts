/** What a test looks at in the outbox, and what it puts there. */
import type { Database } from "../../src/database/open.ts";
import { say } from "../../src/outbox/say.ts";
import type { World } from "../world.ts";
import { rows } from "./post-office.ts";

/** As `sent, due, due`; with the reason and how often it counts as tried where that is not the usual. */
export async function states(database: Database): Promise<string> {
  return (await rows(database))
    .map(({ state, reason, attempts }) =>
      [state, ...(reason === null ? [] : [reason]), ...(attempts > 1 ? [attempts] : [])].join(" "),
    )
    .join(", ");
}

/** Something that the person did not ask for, as after a review. */
export async function notice(world: World): Promise<void> {
  await world.database.grouped(async (db) => {
    const contact = await db
      .selectFrom("contact")
      .selectAll()
      .orderBy("id")
      .executeTakeFirstOrThrow();
    await say(db, world.vault, {
      ...{ contact, about: undefined, bodies: [{ text: "Sudah kami periksa." }], language: "id" },
      ...{ state: "due", isAnswer: false, now: world.clock().toISOString() },
    });
  });
}
