/** How a sending ended, written down: sent, tried again later, waiting for the person, or given up with the reason. */
import type { SendOutcome } from "../channels/channel.ts";
import type { Db } from "../database/open.ts";
import { lockContactById, noteBlocked, noteParked } from "../people/store.ts";
import { finish, tryLater } from "./due-store.ts";
import { nextAttempt } from "./retry.ts";
import { giveUpFrom, parkFrom, unpark } from "./waiting-store.ts";

export type Attempted = {
  readonly contact_id: string;
  readonly says_id: number;
  /** Before this one. */
  readonly attempts: number;
  /** When the person had last written as it was sent (UTC). */
  readonly heardAt: string;
};

export async function settle(
  db: Db,
  attempted: Attempted,
  outcome: SendOutcome,
  now: Date,
): Promise<void> {
  const { contact_id, says_id, attempts } = attempted;
  const row = { contact_id, says_id };
  const at = now.toISOString();
  const after = (ms: number) => new Date(now.getTime() + ms).toISOString();
  switch (outcome.kind) {
    case "sent":
      await finish(db, { ...row, state: "sent", reason: null, now: at });
      return;
    case "later": {
      if (outcome.cause === "asked") {
        await tryLater(db, { ...row, due_at: after(outcome.afterMs), tries: 0 });
        return;
      }
      const next = nextAttempt(attempts + 1, outcome.afterMs, now);
      if (next !== undefined) await tryLater(db, { ...row, due_at: next.toISOString(), tries: 1 });
      else await finish(db, { ...row, state: "given-up", reason: "too-many-attempts", now: at });
      return;
    }
    case "channel-down":
      // The gate keeps it until the channel is back.
      await tryLater(db, { ...row, due_at: at, tries: 0 });
      return;
    case "window-closed":
      await park(db, attempted, at);
      return;
    case "refused":
      await finish(db, { ...row, state: "given-up", reason: outcome.why, now: at });
      if (outcome.why === "blocked") await shutOut(db, attempted, at);
  }
}

type At = Omit<Attempted, "attempts">;

/** This saying and all after it wait for the person to write; unless they have, meanwhile. */
export async function park(db: Db, { contact_id, says_id, heardAt }: At, now: string) {
  const [contact] = await lockContactById(db, { id: contact_id });
  if (contact === undefined) return;
  await parkFrom(db, { contact_id, says_id });
  if (contact.seen_at > heardAt) await unpark(db, { contact_id, now });
  else await noteParked(db, { id: contact_id });
}

/**
 * The person wants nothing from us: this saying and all after it are given up, without a request for each. Who has
 * written meanwhile has opened the door again.
 */
export async function shutOut(db: Db, { contact_id, says_id, heardAt }: At, now: string) {
  const [contact] = await lockContactById(db, { id: contact_id });
  if (contact === undefined || contact.seen_at > heardAt) return;
  await giveUpFrom(db, { contact_id, says_id, reason: "blocked", now });
  await noteBlocked(db, { id: contact_id, at: now });
}
