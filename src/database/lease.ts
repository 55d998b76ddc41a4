/**
 * Who runs the background work, where several processes share a database: a row that its holder renews. It lapses
 * when the holder falls silent; a holder known to be dead on this host loses it at once.
 */
import type { Db } from "./open.ts";

/** After this long without a sign of life another may take over. Renew three times as often. */
export const leaseMs = 15_000;
export const renewMs = 5_000;

/** `host/pid/mark`: the mark is random, because a container's first process always has the same pid. */
export type Holder = string;

export function holderOf(host: string, pid: number, mark: string): Holder {
  return `${host}/${pid}/${mark}`;
}

export type Lease = { readonly isMine: true } | { readonly isMine: false; readonly holder: Holder };

/** Takes or renews. `isAlive` tells of a pid on this host. */
export async function takeLease(
  db: Db,
  name: string,
  holder: Holder,
  now: Date,
  isAlive: (pid: number) => boolean,
): Promise<Lease> {
  const until = new Date(now.getTime() + leaseMs).toISOString();
  const [made] = await db
    .insertInto("lease")
    .values({ name, holder, until })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .returning("holder")
    .execute();
  if (made !== undefined) return { isMine: true };

  const found = await db
    .selectFrom("lease")
    .selectAll()
    .where("name", "=", name)
    .executeTakeFirst();
  if (found === undefined) return { isMine: false, holder: "" };
  if (found.holder !== holder && isHeld(found, holder, now, isAlive)) {
    return { isMine: false, holder: found.holder };
  }
  // Two may have seen the same lapsed lease: only one finds it as it was.
  const { numUpdatedRows } = await db
    .updateTable("lease")
    .set({ holder, until })
    .where("name", "=", name)
    .where("holder", "=", found.holder)
    .where("until", "=", found.until)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { isMine: true } : { isMine: false, holder: found.holder };
}

/** Gives it back when the program stops, so that the next one need not wait. */
export async function releaseLease(db: Db, name: string, holder: Holder): Promise<void> {
  await db.deleteFrom("lease").where("name", "=", name).where("holder", "=", holder).execute();
}

/** In a copy of a database nobody holds anything. */
export async function dropLeases(db: Db): Promise<void> {
  await db.deleteFrom("lease").execute();
}

function isHeld(
  found: { readonly holder: Holder; readonly until: string },
  asking: Holder,
  now: Date,
  isAlive: (pid: number) => boolean,
): boolean {
  const leftMs = Date.parse(found.until) - now.getTime();
  // A lease that lasts longer than any was given comes from a clock that has been set back since.
  if (leftMs <= 0 || leftMs > 4 * leaseMs) return false;
  const [host, pid] = found.holder.split("/");
  const [myHost, myPid] = asking.split("/");
  if (host !== myHost) return true;
  return pid !== myPid && isAlive(Number(pid));
}
