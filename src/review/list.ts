/** A page of submissions, each with how much the machines remarked. */
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";
import { findingCounts, type PageFilter, type PageRow, pageOf } from "../submissions/page-store.ts";

export type Listed = PageRow & {
  readonly findings: { readonly note: number; readonly warning: number; readonly serious: number };
};

export type Page = {
  readonly submissions: readonly Listed[];
  /** What the next page begins after; undefined on the last. */
  readonly next: string | undefined;
  /** Whoever asks later for what changed after this misses nothing; some may come twice. */
  readonly asOf: Instant;
};

/**
 * A change is dated when its transaction begins and seen when that ends, and the clocks of two machines differ: so long
 * a change may be hidden from a list that is dated later.
 */
const slackMs = 60_000;

export async function list(db: Db, filter: PageFilter, now: Date): Promise<Page> {
  const asOf = new Date(now.getTime() - slackMs).toISOString();
  const rows = await pageOf(db, { ...filter, limit: filter.limit + 1 });
  const shown = rows.slice(0, filter.limit);
  const counts = await findingCounts(
    db,
    shown.map(({ id }) => id),
  );
  const countOf = (id: string, level: "note" | "warning" | "serious") =>
    counts.find((count) => count.id === id && count.level === level)?.count ?? 0;
  return {
    submissions: shown.map((row) => ({
      ...row,
      findings: {
        note: countOf(row.id, "note"),
        warning: countOf(row.id, "warning"),
        serious: countOf(row.id, "serious"),
      },
    })),
    next: rows.length > shown.length ? shown.at(-1)?.id : undefined,
    asOf,
  };
}
