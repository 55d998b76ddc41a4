/** What nobody can use any more goes: sign-ins that are over, and counts of guesses. */
import { forgetOldGuesses } from "./guess-store.ts";
import { windowMs } from "./guessing.ts";
import type { StaffNeeds } from "./needs.ts";
import { forgetSignIns } from "./sign-in-store.ts";

/** A sign-in is kept a while longer than it lasts, so that it can be told which ended. */
const keptMs = 30 * 24 * 3_600_000;

export async function tidyStaff(
  { database }: Pick<StaffNeeds, "database">,
  now: Date,
): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
  await database.grouped(async (db) => {
    await forgetSignIns(db, before(keptMs));
    await forgetOldGuesses(db, before(windowMs));
  });
}
