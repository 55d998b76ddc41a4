/** One submission as staff see it: masked, with the findings beside it, what was decided, and what changed since. */
import type { Database, Db } from "../database/open.ts";
import type { Sealed } from "../database/schema.ts";
import { type Change, changesBetween } from "../enrolment/changes.ts";
import { masked, maskedValue } from "../enrolment/masked.ts";
import { type Registration, registrationSchema } from "../enrolment/registration.ts";
import type { Finding, Reason, Verdict } from "../enrolment/submission.ts";
import { claimOf } from "../submissions/claim-store.ts";
import { decisionsOf } from "../submissions/decision-store.ts";
import { loadFindings, loadSubmission } from "../submissions/load.ts";
import { historyOf, type PageRow, rowOf, sealedRevision } from "../submissions/page-store.ts";
import { registrationPlace } from "../submissions/places.ts";
import type { DataKey, Vault } from "../vault/vault.ts";

export type LookNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  /** The applicant's data key as it is kept; undefined when the person was erased. */
  readonly wrappedKeyOf: (db: Db, applicantId: string) => Promise<Sealed | undefined>;
};

export type Looked = {
  readonly row: PageRow;
  /** NIK and phone masked. */
  readonly registration: Registration;
  readonly contribution: unknown;
  readonly findings: readonly Finding[];
  readonly history: Awaited<ReturnType<typeof historyOf>>;
  readonly decisions: readonly Decision[];
  /** Who took it in hand last, and until when: it may be over. */
  readonly claim: { readonly by: string; readonly until: string } | undefined;
  /** Since the revision before, masked; empty for the first. */
  readonly changes: readonly Change[];
};

export type Decision = {
  readonly revision: number;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly by: string;
  readonly at: string;
};

/** Undefined when there is none, or the person was erased meanwhile. */
export async function look(needs: LookNeeds, id: string): Promise<Looked | undefined> {
  const { read } = needs.database;
  const opened = await openUp(needs, id);
  const row = await rowOf(read, id);
  if (opened === undefined || row === undefined) return undefined;
  const { registration, contribution, dataKey, revision } = opened;
  return {
    row,
    registration: masked(registration),
    contribution,
    findings: await loadFindings(read, needs.vault, dataKey, { id, revision }),
    history: await historyOf(read, id),
    decisions: await decisionsTaken(read, id),
    claim: await claimNow(read, id),
    changes: await changesSince(needs, opened),
  };
}

async function claimNow(db: Db, id: string): Promise<Looked["claim"]> {
  const [row] = await claimOf(db, { id });
  const { claimed_by: by, claimed_until: until } = row ?? {};
  return by && until ? { by, until } : undefined;
}

export type Opened = {
  readonly id: string;
  readonly revision: number;
  readonly registration: Registration;
  readonly contribution: unknown;
  readonly dataKey: DataKey;
};

/** With nothing masked: for whoever records that it was looked at. */
export async function openUp(needs: LookNeeds, id: string): Promise<Opened | undefined> {
  const { vault, database } = needs;
  const submission = await loadSubmission(database.read, id);
  if (submission === undefined) return undefined;
  const wrapped = await needs.wrappedKeyOf(database.read, submission.applicantId);
  if (wrapped === undefined) return undefined;
  const dataKey = vault.dataKey(submission.applicantId, wrapped);
  return {
    id,
    revision: submission.revision,
    registration: submission.registration(vault, dataKey),
    contribution: submission.contribution(vault, dataKey),
    dataKey,
  };
}

export async function decisionsTaken(db: Db, id: string): Promise<readonly Decision[]> {
  return (await decisionsOf(db, { submission_id: id })).map((row) => ({
    ...row,
    reasons: JSON.parse(row.reasons),
  }));
}

async function changesSince(needs: LookNeeds, opened: Opened): Promise<readonly Change[]> {
  const { id, revision, registration, dataKey } = opened;
  const sealed = await sealedRevision(needs.database.read, id, revision - 1);
  if (sealed === undefined) return [];
  const place = registrationPlace(id, revision - 1);
  const json = needs.vault.open(dataKey, place, sealed.registration);
  const before = registrationSchema.parse(JSON.parse(json));
  return changesBetween(before, registration).map((change) => ({
    about: change.about,
    ...("before" in change ? { before: maskedValue(change.about, change.before) } : {}),
    ...("after" in change ? { after: maskedValue(change.about, change.after) } : {}),
  }));
}
