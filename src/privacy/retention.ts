/** What is kept too long goes by itself: drafts nobody took up again, and submissions past their time. */

import { dropCopies } from "../database/copies.ts";
import type { Database } from "../database/open.ts";
import { dayAfter, todayIn } from "../enrolment/calendar.ts";
import { draftsUntouchedSince } from "../people/store.ts";
import { submissionsUntouchedSince } from "../submissions/store.ts";
import type { Vault } from "../vault/vault.ts";
import { erasePerson } from "./erase.ts";

export type RetentionNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  readonly keeping: { readonly draftDays: number; readonly submissionDays: number };
};

const dayMs = 24 * 3_600_000;

/** At most this many people a time, so that nobody waits behind a great tidying. */
const batch = 200;

/** Erases who is past the promised days; returns how many. Called every hour. */
export async function forgetOld(needs: RetentionNeeds, now: Date): Promise<number> {
  const { database, vault, keeping } = needs;
  const before = (days: number) => `${dayAfter(todayIn(now.toISOString()), -days)}T00:00:00.000Z`;
  const drafts = await draftsUntouchedSince(database.read, before(keeping.draftDays), batch);
  const old = await submissionsUntouchedSince(database.read, before(keeping.submissionDays), batch);
  const people = new Set([...drafts, ...old]);
  for (const applicantId of people) {
    await database.grouped((db) => erasePerson(db, vault, applicantId, now.toISOString()));
  }
  if (database.kind === "sqlite") {
    dropCopies(database.file, new Date(now.getTime() - keeping.draftDays * dayMs));
  }
  await database.checkpoint();
  return people.size;
}
