/**
 * MACHINES LOOK FIRST. What happens to a submission between `received` and `awaiting-review`: it is loaded, every
 * check looks at it, and the findings are stored with the new state. Called as often as anybody likes, at once or
 * again after a crash, it does its work once. Knows no queue.
 */
import type { Database, Db } from "../database/open.ts";
import type { Sealed } from "../database/schema.ts";
import { todayIn } from "../enrolment/calendar.ts";
import { loadSubmission } from "../submissions/load.ts";
import { countWithNikHash } from "../submissions/store.ts";
import { storeFindings } from "../submissions/store-findings.ts";
import type { Vault } from "../vault/vault.ts";
import { alreadyRegistered } from "./checks/already-registered.ts";
import type { Check, CheckNeeds } from "./checks/check.ts";
import { nikBirthDate } from "./checks/nik-birth-date.ts";

export type ValidateNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: () => Date;
  /** The applicant's data key as it is kept; undefined when the person was erased. */
  readonly wrappedKeyOf: (db: Db, applicantId: string) => Promise<Sealed | undefined>;
  readonly checks: readonly Check[];
};

/** In the order in which staff read their findings. */
export const allChecks: readonly Check[] = [alreadyRegistered, nikBirthDate];

/** True when this call moved the submission on; false when there was nothing (more) to do. */
export async function validate(
  needs: ValidateNeeds,
  job: { readonly submission: string; readonly revision: number },
): Promise<boolean> {
  const { database, vault, clock, checks } = needs;
  const submission = await loadSubmission(database.read, job.submission);
  if (submission?.state !== "received" || submission.revision !== job.revision) return false;
  const { id, revision, applicantId, nikHash } = submission;
  const wrapped = await needs.wrappedKeyOf(database.read, applicantId);
  if (wrapped === undefined) return false;

  const dataKey = vault.dataKey(applicantId, wrapped);
  const registration = submission.registration(vault, dataKey);
  const checkNeeds: CheckNeeds = {
    today: todayIn(clock().toISOString()),
    othersWithNik: () => countWithNikHash(database.read, nikHash, applicantId),
  };
  const found = await Promise.all(checks.map((check) => check(registration, checkNeeds)));
  const checked = { id, revision, dataKey, findings: found.flat(), now: clock().toISOString() };
  return database.grouped((db) => storeFindings(db, vault, checked));
}
