/** How a sending ended, written down: sent, tried again later, or given up with the reason. */
import type { SendOutcome } from "../channels/channel.ts";
import type { Db } from "../database/open.ts";
import { finish, tryLater } from "./due-store.ts";
import { nextAttempt } from "./retry.ts";

export type Attempted = {
  readonly contact_id: string;
  readonly says_id: number;
  /** Before this one. */
  readonly attempts: number;
};

export async function settle(
  db: Db,
  { contact_id, says_id, attempts }: Attempted,
  outcome: SendOutcome,
  now: Date,
): Promise<void> {
  const row = { contact_id, says_id };
  const at = now.toISOString();
  if (outcome.kind === "sent") {
    await finish(db, { ...row, state: "sent", reason: null, now: at });
    return;
  }
  const next =
    outcome.kind === "refused"
      ? undefined
      : nextAttempt(attempts + 1, "afterMs" in outcome ? outcome.afterMs : 0, now);
  if (next !== undefined) {
    await tryLater(db, { ...row, due_at: next.toISOString() });
    return;
  }
  const reason = outcome.kind === "refused" ? outcome.why : "too-many-attempts";
  await finish(db, { ...row, state: "given-up", reason, now: at });
}
