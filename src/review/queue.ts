/** THE QUEUE: what waits for staff, who has waited longest first, each with its name and how much was remarked. */
import type { Instant } from "../database/schema.ts";
import { spokenNumberIn } from "../enrolment/spoken-number.ts";
import { findingCounts } from "../submissions/page-store.ts";
import {
  type QueuePlace,
  type QueueRow,
  type QueueWish,
  queueCount,
  queuePage,
  soughtPage,
} from "../submissions/queue-store.ts";
import { searchedTokens } from "../vault/search-tokens.ts";
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
  const rows = await withNames(needs, shown, at);
  const last = found.length > shown.length ? shown.at(-1) : undefined;
  return {
    rows,
    next: last && { received_at: last.received_at, id: last.id },
    count: await queueCount(read, wanted, mostCounted),
  };
}

/** What somebody typed: a number to speak, a name, a telephone whole or by its end, a NIK; nothing where it is none. */
export async function search(
  needs: LookNeeds,
  { typed, regencies }: { readonly typed: string } & Pick<QueueWish, "regencies">,
  now: Date,
): Promise<readonly Queued[]> {
  const number = spokenNumberIn(typed);
  const tokens = searchedTokens(needs.vault, typed);
  if (number === undefined && tokens.length === 0) return [];
  const sought = number === undefined ? { tokens } : { number };
  const found = await soughtPage(needs.database.read, sought, { regencies, limit: pageSize });
  return withNames(needs, found, now.toISOString());
}

async function withNames(
  needs: LookNeeds,
  found: readonly QueueRow[],
  at: Instant,
): Promise<readonly Queued[]> {
  const counts = await findingCounts(
    needs.database.read,
    found.map(({ id }) => id),
  );
  return Promise.all(
    found.map(async ({ applicant_id: _applicant, claimed_by, claimed_until, ...row }) => {
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
}
