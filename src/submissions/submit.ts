/** Hands a registration in. */
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";
import type { Registration } from "../enrolment/registration.ts";
import { mayMove } from "../enrolment/submission.ts";
import { searchTokens } from "../vault/search-tokens.ts";
import type { DataKey, Vault } from "../vault/vault.ts";
import { lastDecider } from "./decision-store.ts";
import { contributionPlace, registrationPlace } from "./places.ts";
import { insertHistory, insertRevision, replaceTokens } from "./revision-store.ts";
import { type Claim, insertSubmission, ofEnrolment, receiveAgain, stateOf } from "./store.ts";

export type Submitting = {
  readonly applicantId: string;
  readonly enrolmentId: string;
  readonly contactId: string;
  /** The applicant's own. */
  readonly dataKey: DataKey;
  /** A free number to speak; not used where the enrolment has a submission already. */
  readonly number: string;
  readonly registration: Registration;
  /** Amounts, and the rules and dates they came from. */
  readonly contribution: object;
  readonly contentHash: string;
  readonly channel: string;
  readonly link: string | null;
  readonly now: Instant;
};

/**
 * The id of the submission: new, or the next revision of one that staff returned. Undefined when it was handed in
 * before and is not returned: nothing is written then. Throws `NumberTaken` when somebody else was given the number
 * meanwhile; the whole turn is then to be taken again with another one, since the person would be told this one.
 */
export async function submit(
  db: Db,
  vault: Vault,
  submitting: Submitting,
): Promise<string | undefined> {
  const [known] = await ofEnrolment(db, { enrolmentId: submitting.enrolmentId });
  if (known === undefined) return submitFirst(db, vault, submitting);

  const from = stateOf(known.state);
  if (!mayMove(from, "received")) return undefined;
  const { id, revision } = known;
  const { now } = submitting;
  const said = { ...classesOf(vault, submitting), ...(await claimFor(db, id, now)) };
  if (!(await receiveAgain(db, { id, revision, now }, said))) return undefined;
  await writeRevision(db, vault, submitting, { id, revision: revision + 1, from });
  return id;
}

export class NumberTaken extends Error {
  constructor() {
    super("submission: the number is taken");
    this.name = "NumberTaken";
  }
}

async function submitFirst(db: Db, vault: Vault, submitting: Submitting): Promise<string> {
  const id = newId("s");
  const inserted = await insertSubmission(db, {
    ...classesOf(vault, submitting),
    id,
    applicant_id: submitting.applicantId,
    enrolment_id: submitting.enrolmentId,
    contact_id: submitting.contactId,
    number: submitting.number,
    received_at: submitting.now,
  });
  if (inserted === 0) throw new NumberTaken();
  await writeRevision(db, vault, submitting, { id, revision: 1, from: null });
  return id;
}

/**
 * Whoever gave it back knows what they asked for, so it is theirs again: over a day off, and no longer, since the
 * person is waiting and the next one can read the reasons too.
 */
const sameReviewerDays = 2;

/** A program does not claim: it decides at once, and nobody would be kept waiting for it. */
async function claimFor(db: Db, id: string, now: Instant): Promise<Claim> {
  const [last] = await lastDecider(db, { submission_id: id });
  if (!last?.by.startsWith("staff:")) return { claimed_by: null, claimed_until: null };
  const until = new Date(Date.parse(now) + sameReviewerDays * 24 * 3_600_000);
  return { claimed_by: last.by, claimed_until: until.toISOString() };
}

/** What is kept in the clear: classes by which staff sort, and the hash of the NIK. */
function classesOf(vault: Vault, { registration, channel, link }: Submitting) {
  const { nik, regency = null, ecosystem, segment, sector } = registration;
  const nik_hash = vault.hash("submission-nik", nik);
  return { nik_hash, regency, ecosystem, segment, sector, channel, link };
}

async function writeRevision(
  db: Db,
  vault: Vault,
  { dataKey, registration, contribution, contentHash, now }: Submitting,
  { id, revision, from }: { id: string; revision: number; from: string | null },
): Promise<void> {
  const place = registrationPlace(id, revision);
  await insertRevision(db, {
    submission_id: id,
    revision,
    registration: vault.seal(dataKey, place, JSON.stringify(registration)),
    contribution: vault.seal(
      dataKey,
      contributionPlace(id, revision),
      JSON.stringify(contribution),
    ),
    content_hash: contentHash,
    at: now,
  });
  await insertHistory(db, {
    id: newId("h"),
    submission_id: id,
    revision,
    from_state: from,
    to_state: "received",
    by: "applicant",
    at: now,
  });
  await replaceTokens(db, id, searchTokens(vault, registration));
}
