/**
 * Deeds that stand in the data without their entry in the record of what was done. A chain that was emptied, or cut at
 * its end where no backup saw it, is whole by itself; what was decided, allowed and erased still stands elsewhere. A
 * reveal, a change of key and a restore leave no trace but their entry: those a cut takes along unseen.
 */
import { allTokens } from "../api/token-store.ts";
import type { Action } from "../audit/record.ts";
import { entries } from "../audit/store.ts";
import { takenAt } from "../database/migrate.ts";
import type { Db } from "../database/open.ts";
import { erasuresSince } from "../privacy/store.ts";
import { decisionsMade, decisionsNoted } from "../submissions/decision-store.ts";

export type Deed = {
  readonly action: Action;
  /** Id of what it was done to; an erasure does not say whose it was. */
  readonly about: string | null;
  readonly at: string;
};

/**
 * Oldest first. Entries without a deed are no fault: who was erased took theirs along. Beside a running program nothing
 * is missed by mistake, since the entries, which stand as soon as the deeds do, are read last.
 */
export async function unrecorded(db: Db): Promise<readonly Deed[]> {
  const traces = [
    ...(await decisionTraces(db)),
    ...(await tokenTraces(db)),
    // Before there was a record nothing was recorded.
    (await erasuresSince(db, (await takenAt(db, "decisions")) ?? "")).map(
      ({ at }): Deed => ({ action: "person.erased", about: null, at }),
    ),
  ];
  const recorded = counted(await entries(db));
  const missing = new Map<string, readonly Deed[]>();
  for (const trace of traces) {
    for (const [key, deeds] of Map.groupBy(trace, keyOf)) {
      const left = deeds.slice(recorded.get(key) ?? 0);
      // The same deed may have left more than one trace.
      if (left.length > (missing.get(key)?.length ?? 0)) missing.set(key, left);
    }
  }
  return [...missing.values()].flat().toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** How many of each sort. */
export function summed(deeds: readonly Deed[]) {
  const count = (start: string) => deeds.filter(({ action }) => action.startsWith(start)).length;
  return {
    decisions: count("submission."),
    /** Given or taken back. */
    tokens: count("token."),
    erasures: count("person."),
  };
}

async function decisionTraces(db: Db): Promise<readonly (readonly Deed[])[]> {
  const traces = [await decisionsMade(db), await decisionsNoted(db)];
  return traces.map((rows) =>
    rows.map(({ submission_id: about, verdict, at }) => ({
      ...{ action: `submission.${verdict}`, about, at },
    })),
  );
}

async function tokenTraces(db: Db): Promise<readonly (readonly Deed[])[]> {
  const tokens = await allTokens(db);
  return [
    tokens.map(({ id, created_at }) => ({ action: "token.added", about: id, at: created_at })),
    tokens.flatMap(({ id, revoked_at: at }) =>
      at === null ? [] : [{ action: "token.revoked", about: id, at }],
    ),
  ];
}

/** A deed is dated as its entry is. */
function keyOf({ action, about, at }: Omit<Deed, "action"> & { readonly action: string }): string {
  return `${action} ${about ?? ""} ${at}`;
}

function counted(rows: readonly Parameters<typeof keyOf>[0][]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, same]) => [key, same.length]));
}
