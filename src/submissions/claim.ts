/** Whoever takes a submission in hand has it for a while: nobody else decides about it meanwhile. */
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";
import { claimOf, takeInHand } from "./claim-store.ts";

/** After so long it is anybody's again, by itself. */
export const claimMinutes = 30;

export type Claimed =
  | { readonly kind: "claimed"; readonly until: Instant }
  | { readonly kind: "unknown" }
  /** Somebody else has it until then. */
  | { readonly kind: "taken"; readonly until: Instant }
  /** It does not wait for staff (any more). */
  | { readonly kind: "not-waiting" };

/** Also prolongs one's own. */
export async function claim(
  db: Db,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: Date },
): Promise<Claimed> {
  const until = new Date(now.getTime() + claimMinutes * 60_000).toISOString();
  const changed = await takeInHand(db, { id, by, until, now: now.toISOString() });
  if (changed > 0) return { kind: "claimed", until };
  const [row] = await claimOf(db, { id });
  if (row === undefined) return { kind: "unknown" };
  if (row.state !== "awaiting-review") return { kind: "not-waiting" };
  return { kind: "taken", until: row.claimed_until ?? until };
}
