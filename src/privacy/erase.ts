/** The right to be forgotten: one transaction destroys the applicant's key and every row. */
import { record } from "../audit/record.ts";
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";
import { eraseSaid } from "../outbox/store.ts";
import { contactsOf, eraseApplicant } from "../people/erase-store.ts";
import { forgetHeard } from "../people/heard-store.ts";
import { eraseSubmissions } from "../submissions/store.ts";
import type { Vault } from "../vault/vault.ts";
import { eraseConsents, noteErasure } from "./store.ts";

/** Erases a person inside the caller's transaction. What stays: that somebody asked, and when. */
export async function erasePerson(
  db: Db,
  vault: Vault,
  applicantId: string,
  now: Instant,
  who: "applicant" | "operator" | "program",
): Promise<void> {
  const contactIds = await contactsOf(db, applicantId);
  await eraseSubmissions(db, applicantId);
  await eraseSaid(db, applicantId, contactIds);
  await eraseConsents(db, applicantId);
  await forgetHeard(db, applicantId, contactIds);
  await eraseApplicant(db, applicantId, contactIds);
  await noteErasure(db, newId("x"), now);
  // Not whom: nothing of the person is to be left.
  await record(db, vault, { who, action: "person.erased", at: now });
  vault.forget(applicantId);
}
