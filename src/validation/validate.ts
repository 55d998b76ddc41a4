/**
 * MACHINES LOOK FIRST. What happens to a submission between `received` and `awaiting-review`: it is loaded, every
 * check looks at it, and the findings are stored with the new state. Called as often as anybody likes, at once or
 * again after a crash, it does its work once. Knows no queue.
 */
import type { Database, Db } from "../database/open.ts";
import type { Sealed } from "../database/schema.ts";
import { todayIn } from "../enrolment/calendar.ts";
import type { Registration } from "../enrolment/registration.ts";
import { loadSubmission } from "../submissions/load.ts";
import { countWithNikHash, countWithToken } from "../submissions/store.ts";
import { storeFindings } from "../submissions/store-findings.ts";
import { searchedTokens } from "../vault/search-tokens.ts";
import type { Vault } from "../vault/vault.ts";
import { age } from "./checks/age.ts";
import { alreadyRegistered } from "./checks/already-registered.ts";
import type { Check, CheckNeeds, Yardsticks } from "./checks/check.ts";
import { contributionSame } from "./checks/contribution-same.ts";
import { eligibility } from "./checks/eligibility.ts";
import { familyCard } from "./checks/family-card.ts";
import { incomePlausible } from "./checks/income-plausible.ts";
import { namePlausible } from "./checks/name-plausible.ts";
import { nikBirthDate } from "./checks/nik-birth-date.ts";
import { nikPlace } from "./checks/nik-place.ts";
import { nikStructure } from "./checks/nik-structure.ts";
import { phonePlausible } from "./checks/phone-plausible.ts";
import { phoneShared } from "./checks/phone-shared.ts";
import { whoPays } from "./checks/who-pays.ts";

export type ValidateNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: () => Date;
  /** The applicant's data key as it is kept; undefined when the person was erased. */
  readonly wrappedKeyOf: (db: Db, applicantId: string) => Promise<Sealed | undefined>;
  readonly checks: readonly Check[];
  readonly yardsticks: Yardsticks;
};

/** In the order in which staff read their findings. */
export const allChecks: readonly Check[] = [
  nikStructure,
  alreadyRegistered,
  familyCard,
  nikBirthDate,
  nikPlace,
  age,
  eligibility,
  whoPays,
  contributionSame,
  incomePlausible,
  namePlausible,
  phonePlausible,
  phoneShared,
];

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
    ...needs.yardsticks,
    today: todayIn(clock().toISOString()),
    contribution: submission.contribution(vault, dataKey),
    othersWithNik: () => countWithNikHash(database.read, nikHash, applicantId),
    othersWithPhone: async () => {
      const [token] = searchedTokens(vault, registration.phone).flat();
      return token === undefined ? 0 : countWithToken(database.read, token, applicantId);
    },
  };
  const found = await Promise.all(checks.map((check) => made(check, registration, checkNeeds)));
  const checked = { id, revision, dataKey, findings: found.flat(), now: clock().toISOString() };
  return database.grouped((db) => storeFindings(db, vault, checked));
}

/**
 * What one check finds. Where one cannot be made nothing is stored, since staff would take the rest for the whole: all are
 * made again later, and if that does not help, the submission is shown as one that needs attention.
 */
async function made(check: Check, registration: Registration, needs: CheckNeeds) {
  try {
    return await check.look(registration, needs);
  } catch (cause) {
    throw new Error(`check ${check.name} could not be made`, { cause });
  }
}
