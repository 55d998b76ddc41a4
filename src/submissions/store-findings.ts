/** The end of the machines' look: what was `received` is `awaiting-review`, with the findings. */
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";
import type { Finding } from "../enrolment/submission.ts";
import type { DataKey, Vault } from "../vault/vault.ts";
import { detailPlace } from "./places.ts";
import { awaitReview, insertFindings } from "./received-store.ts";
import { insertHistory } from "./revision-store.ts";

export type Checked = {
  readonly id: string;
  readonly revision: number;
  /** The applicant's own. */
  readonly dataKey: DataKey;
  readonly findings: readonly Finding[];
  readonly now: Instant;
};

/**
 * Of any number of callers one gets true; none does when the submission has moved on, is in another revision or
 * is gone. This is the only place where the look happens exactly once.
 */
export async function storeFindings(db: Db, vault: Vault, checked: Checked): Promise<boolean> {
  const { id, revision, dataKey, now } = checked;
  if (!(await awaitReview(db, { id, revision }, now))) return false;
  const rows = checked.findings.map(({ check, kind, level, about, detail }) => {
    const finding = newId("f");
    const sealed = vault.seal(dataKey, detailPlace(finding), JSON.stringify(detail));
    const what = { check_name: check, kind, level, about, detail: sealed };
    return { ...what, id: finding, submission_id: id, revision, at: now };
  });
  await insertFindings(db, rows);
  await insertHistory(db, {
    id: newId("h"),
    submission_id: id,
    revision,
    from_state: "received",
    to_state: "awaiting-review",
    by: "checks",
    at: now,
  });
  return true;
}
