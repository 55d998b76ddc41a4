/**
 * STAFF DECIDE. Of any number of decisions about the same revision one is taken: the state is compared and set. The
 * history, the reasons and the audit entry are written with it.
 */
import { record } from "../audit/record.ts";
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";
import type { Reason, SubmissionState, Verdict } from "../enrolment/submission.ts";
import type { Vault } from "../vault/vault.ts";
import { type Decidable, insertDecision, moveOn, ofId } from "./decision-store.ts";
import { insertHistory } from "./revision-store.ts";
import { stateOf } from "./store.ts";

export type Deciding = {
  readonly id: string;
  /** The one that was looked at: a newer one is not decided unseen. */
  readonly revision: number;
  readonly verdict: Verdict;
  /** What is to be given again and why (returned), or why not (rejected); none for an acceptance. */
  readonly reasons: readonly Reason[];
  /** `staff:<id>` or `token:<id>`. */
  readonly by: string;
  readonly now: Instant;
};

export type Decided =
  | { readonly kind: "decided"; readonly submission: Decidable }
  | { readonly kind: "unknown" }
  /** Somebody else was quicker, or the person handed in again. */
  | { readonly kind: "moved"; readonly state: SubmissionState; readonly revision: number }
  /** Somebody else has it in hand. */
  | { readonly kind: "claimed" };

export async function decide(db: Db, vault: Vault, deciding: Deciding): Promise<Decided> {
  const { id, revision, verdict, reasons, by, now } = deciding;
  const [submission] = await ofId(db, { id });
  if (submission === undefined) return { kind: "unknown" };
  const moved = await moveOn(db, { id, revision, verdict, by, now });
  if (moved === 0) {
    const state = stateOf(submission.state);
    return state === "awaiting-review" && submission.revision === revision
      ? { kind: "claimed" }
      : { kind: "moved", state, revision: submission.revision };
  }
  await insertHistory(db, {
    id: newId("h"),
    submission_id: id,
    revision,
    from_state: "awaiting-review",
    to_state: verdict,
    by,
    at: now,
  });
  const kept = { submission_id: id, revision, verdict, reasons: JSON.stringify(reasons) };
  await insertDecision(db, { id: newId("d"), ...kept, by, at: now });
  await record(db, vault, {
    who: by,
    action: `submission.${verdict}`,
    about: id,
    detail: { revision, reasons: reasons.map(({ about, code }) => `${about}:${code}`) },
    at: now,
  });
  return { kind: "decided", submission };
}
