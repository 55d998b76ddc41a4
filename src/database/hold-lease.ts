/** Holding a lease for as long as the program runs: taken once, renewed by the clock, given back at the end. */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { holderOf, releaseLease, renewMs, takeLease } from "./lease.ts";
import type { Database } from "./open.ts";

export type HeldLease = {
  /** The last renewal was written. False while the database takes no writes, or when somebody else has the lease. */
  readonly isWell: () => boolean;
  readonly release: () => Promise<void>;
};

export type HoldNeeds = {
  readonly database: Database;
  readonly name: string;
  readonly log: { readonly error: (event: object) => void };
  readonly everyMs?: number;
};

/** Undefined where another living process holds the lease. */
export async function holdLease(needs: HoldNeeds): Promise<HeldLease | undefined> {
  const { database, name, log, everyMs = renewMs } = needs;
  const holder = holderOf(hostname(), process.pid, randomUUID());
  const take = () => database.grouped((db) => takeLease(db, name, holder, new Date(), isAlive));
  if (!(await take()).isMine) return undefined;

  let isWell = true;
  let isRenewing = false;
  const renew = async () => {
    // A slow database answers one question at a time.
    if (isRenewing) return;
    isRenewing = true;
    const was = isWell;
    try {
      const lease = await take();
      isWell = lease.isMine;
      // After a long sleep of the machine somebody else may have gone on with the work.
      if (was && !isWell) log.error({ event: "lease.lost", name });
    } catch (err) {
      isWell = false;
      if (was) log.error({ event: "lease.not-renewed", name, err });
    } finally {
      isRenewing = false;
    }
  };
  const renewing = setInterval(() => void renew(), everyMs);
  renewing.unref();
  return {
    isWell: () => isWell,
    release: async () => {
      clearInterval(renewing);
      await database.grouped((db) => releaseLease(db, name, holder));
    },
  };
}

/** EPERM: it lives, and belongs to somebody else. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
