/** What is kept too long goes by itself: drafts nobody took up again, and submissions past their time. */

import { dropCopies } from "../database/copies.ts";
import type { Database, Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";
import { handing } from "../enrolment/handover-code.ts";
import { giveUpParked } from "../outbox/waiting-store.ts";
import {
  contactsOf,
  draftsUntouchedSince,
  eraseContactsOfNobody,
  lastTouched,
  lockContacts,
} from "../people/erase-store.ts";
import { forgetHandovers } from "../people/handover-store.ts";
import { submissionsOfApplicant, submissionsUntouchedSince } from "../submissions/store.ts";
import type { Vault } from "../vault/vault.ts";
import { erasePerson } from "./erase.ts";

export type RetentionNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  readonly keeping: { readonly draftDays: number; readonly submissionDays: number };
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What waits for a person to write is old news after so many days. */
const parkedDays = 30;

/** At most this many people a time, so that nobody waits behind a great tidying. */
const batch = 200;

/** Erases who is past the promised days; returns how many. Called every hour. */
export async function forgetOld(needs: RetentionNeeds, now: Date): Promise<number> {
  const { database, vault, keeping } = needs;
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  const before = (days: number) => ago(days * dayMs);
  const past = { draft: before(keeping.draftDays), submission: before(keeping.submissionDays) };
  const drafts = await draftsUntouchedSince(database.read, past.draft, batch);
  const old = await submissionsUntouchedSince(database.read, past.submission, batch);
  let erased = 0;
  for (const applicantId of new Set([...drafts, ...old])) {
    const isGone = await database.grouped(async (db) => {
      await lockContacts(db, await contactsOf(db, applicantId));
      // Somebody may have gone on since the look, or had handed in before they began to correct.
      if (!(await isPast(db, applicantId, past))) return false;
      await erasePerson(db, vault, applicantId, now.toISOString(), "program");
      return true;
    });
    if (isGone) erased += 1;
  }
  await database.grouped((db) => eraseContactsOfNobody(db, past.draft));
  const parked = { before: before(parkedDays), now: now.toISOString() };
  await database.grouped((db) => giveUpParked(db, parked));
  await database.grouped((db) =>
    forgetHandovers(db, {
      ended: ago(0),
      used: ago(handing.backHours * hourMs),
      tried: ago(handing.waitMinutes * minuteMs),
    }),
  );
  if (database.kind === "sqlite") {
    dropCopies(database.file, new Date(now.getTime() - keeping.draftDays * dayMs));
  }
  await database.checkpoint();
  return erased;
}

type Past = { readonly draft: Instant; readonly submission: Instant };

async function isPast(db: Db, applicantId: string, past: Past): Promise<boolean> {
  const submissions = await submissionsOfApplicant(db, applicantId);
  if (submissions.length > 0) {
    return submissions.every(({ updatedAt }) => updatedAt < past.submission);
  }
  const touched = await lastTouched(db, applicantId);
  return touched !== undefined && touched < past.draft;
}
