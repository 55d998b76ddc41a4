/**
 * Deeds that stand in the data without their entry in the record of what was done. A chain that was emptied, or cut at
 * its end where no backup saw it, is whole by itself; what was decided, allowed and erased still stands elsewhere.
 */
import { allTokens } from "../api/token-store.ts";
import { entryCounts } from "../audit/store.ts";
import { takenAt } from "../database/migrate.ts";
import type { Db } from "../database/open.ts";
import { erasuresSince } from "../privacy/store.ts";
import { decisionCounts } from "../submissions/decision-store.ts";

export type Unrecorded = {
  readonly decisions: number;
  /** Given or taken back. */
  readonly tokens: number;
  readonly erasures: number;
};

/** Undefined where every deed has its entry. More entries than deeds are no fault: who was erased took theirs along. */
export async function unrecorded(db: Db): Promise<Unrecorded | undefined> {
  const entries = new Map<string, number>();
  const erased = { entries: 0 };
  for (const { action, about, count } of await entryCounts(db)) {
    if (action === "person.erased") erased.entries += Number(count);
    entries.set(`${action} ${about}`, Number(count));
  }
  const missing = (action: string, about: string, deeds: number) =>
    Math.max(0, deeds - (entries.get(`${action} ${about}`) ?? 0));

  const found = { decisions: 0, tokens: 0, erasures: 0 };
  for (const { submission_id, verdict, count } of await decisionCounts(db)) {
    found.decisions += missing(`submission.${verdict}`, submission_id, Number(count));
  }
  for (const { id, revoked_at } of await allTokens(db)) {
    found.tokens += missing("token.added", id, 1);
    if (revoked_at !== null) found.tokens += missing("token.revoked", id, 1);
  }
  // Before there was a record nothing was recorded.
  const erasures = await erasuresSince(db, (await takenAt(db, "decisions")) ?? "");
  found.erasures = Math.max(0, erasures - erased.entries);
  return found.decisions + found.tokens + found.erasures === 0 ? undefined : found;
}
