/** THE QUEUE: what waits for staff, who has waited longest first, each with its name and how much was remarked. */
import type { Instant } from "../database/schema.ts";
import { findingCounts } from "../submissions/page-store.ts";
import {
  type QueuePlace,
  type QueueRow,
  type QueueWish,
  queueCount,
  queuePage,
} from "../submissions/queue-store.ts";
import { type LookNeeds, openUp } from "./look.ts";

export type QueueFilter = Omit<QueueWish, "openTo"> & {
  /** Of whoever looks. */
  readonly by: string;
  /** Not what others have in hand. */
  readonly isOpenOnly: boolean;
  readonly after: QueuePlace | undefined;
};

export type Queued = Omit<QueueRow, "applicant_id" | "claimed_by" | "claimed_until"> & {
  readonly state: string;
  /** Undefined where the person was erased a moment ago. */
  readonly name: string | undefined;
  readonly findings: { readonly serious: number; readonly all: number };
  /** Who has it in hand now. */
  readonly claim: { readonly by: string; readonly until: Instant } | undefined;
};

export type Queue = {
  readonly rows: readonly Queued[];
  /** Where the next page begins; undefined on the last. */
  readonly next: QueuePlace | undefined;
  /** How many fit the filter, up to `mostCounted`. */
  readonly count: number;
};

const pageSize = 50;
export const mostCounted = 1_000;

export async function queue(needs: LookNeeds, filter: QueueFilter, now: Date): Promise<Queue> {
  const { by, isOpenOnly, after, ...wish } = filter;
  const at = now.toISOString();
  const wanted = { ...wish, openTo: isOpenOnly ? { by, now: at } : undefined };
  const { read } = needs.database;
  const found = await queuePage(read, wanted, { after, limit: pageSize + 1 });
  const shown = found.slice(0, pageSize);
  const counts = await findingCounts(
    read,
    shown.map(({ id }) => id),
  );
  const rows = await Promise.all(
    shown.map(async ({ applicant_id: _applicant, claimed_by, claimed_until, ...row }) => {
      const own = counts.filter(({ id }) => id === row.id);
      const serious = own.find(({ level }) => level === "serious")?.count ?? 0;
      const all = own.reduce((sum, { count }) => sum + count, 0);
      const isClaimed = claimed_by !== null && claimed_until !== null && claimed_until >= at;
      return {
        ...row,
        name: (await openUp(needs, row.id))?.registration.name,
        findings: { serious, all },
        claim: isClaimed ? { by: claimed_by, until: claimed_until } : undefined,
      };
    }),
  );
  const last = found.length > shown.length ? shown.at(-1) : undefined;
  return {
    rows,
    next: last && { received_at: last.received_at, id: last.id },
    count: await queueCount(read, wanted, mostCounted),
  };
}
