/**
 * What became of a message after the channel had taken it. It is tried again while it is the last word; a message that
 * newer ones have overtaken would only confuse, so it is given up, for staff to see, or waits for the person to write.
 */
import type { SendOutcome } from "../channels/channel.ts";
import type { Database, Db } from "../database/open.ts";
import { lockContactById, noteParked } from "../people/store.ts";
import { rowOf } from "./key.ts";
import type { Lanes } from "./lanes.ts";
import { nextAttempt } from "./retry.ts";
import { shutOut } from "./settle.ts";
import { correct, takenRow } from "./waiting-store.ts";

export type ReportNeeds = {
  readonly database: Database;
  readonly clock: () => Date;
  readonly lanes: Pick<Lanes, "giveBack"> | undefined;
};

/** `key` is that of the `Outbound`. A report of nothing that is known, and one that comes again, changes nothing. */
export async function reported(
  { database, clock, lanes }: ReportNeeds,
  key: string,
  outcome: SendOutcome,
): Promise<void> {
  const row = rowOf(key);
  if (row === undefined || outcome.kind === "sent") return;
  // What is said from now on goes by the table, behind what may be due again.
  lanes?.giveBack(row.contact_id);
  await database.grouped((db) => take(db, row, outcome, clock()));
}

type Row = { readonly contact_id: string; readonly says_id: number };

async function take(db: Db, row: Row, outcome: SendOutcome, now: Date): Promise<void> {
  const [contact] = await lockContactById(db, { id: row.contact_id });
  const [taken] = await takenRow(db, row);
  if (contact === undefined || taken === undefined) return;
  if (taken.state !== "sent" && taken.state !== "sending") return;
  // One whose sending has not been written down yet is not counted yet.
  const attempts = taken.attempts + (taken.state === "sent" ? 0 : 1);
  const sentAt = taken.done_at ?? taken.created_at;
  const since = { isOvertaken: Number(taken.later) > 0, hasWritten: contact.seen_at > sentAt };
  const end = fateOf(outcome, attempts, since, now);
  await correct(db, { ...row, attempts, due_at: now.toISOString(), ...end });
  if (end.state === "parked") await noteParked(db, { id: row.contact_id });
  if (outcome.kind === "refused" && outcome.why === "blocked") {
    await shutOut(db, { ...row, heardAt: sentAt }, now.toISOString());
  }
}

type Fate =
  | { readonly state: "parked" | "given-up"; readonly reason: string }
  | { readonly state: "due"; readonly reason: null; readonly due_at: string };

/** What there was since it was taken: newer words of ours, a word of the person. */
type Since = { readonly isOvertaken: boolean; readonly hasWritten: boolean };

function fateOf(outcome: SendOutcome, attempts: number, since: Since, now: Date): Fate {
  if (outcome.kind === "refused") return { state: "given-up", reason: outcome.why };
  const next = nextAttempt(attempts, "afterMs" in outcome ? outcome.afterMs : 0, now);
  if (next === undefined) return { state: "given-up", reason: "too-many-attempts" };
  const again = { state: "due", reason: null, due_at: next.toISOString() } as const;
  // Who has written since has opened the window, and need not write again for it.
  if (outcome.kind === "window-closed")
    return since.hasWritten ? again : { state: "parked", reason: "window-closed" };
  if (since.isOvertaken) return { state: "given-up", reason: "not-delivered" };
  return again;
}
