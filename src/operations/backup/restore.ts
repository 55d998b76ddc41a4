/**
 * A BACKUP IS PUT BACK. It is unpacked beside the data, proved, brought to this program's shape and key, and freed of
 * who was erased since; only then it takes the place of what is there, which stays aside. A broken chain of the audit
 * stops nothing: no other backup would mend it, and people's data must not stay away for it. It is told, and recorded.
 */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { record } from "../../audit/record.ts";
import { type Verified, verifyAudit } from "../../audit/verify.ts";
import { isBusy, isDamaged } from "../../database/faults.ts";
import { type HeldLease, holdLease } from "../../database/hold-lease.ts";
import { dropLeases } from "../../database/lease.ts";
import { migrate } from "../../database/migrate.ts";
import { type Database, openDatabase } from "../../database/open.ts";
import { erasePerson } from "../../privacy/erase.ts";
import { chainingUnder } from "../../vault/chain.ts";
import { readChainKey, readIndexKey } from "../../vault/index-key-store.ts";
import { openVault } from "../../vault/vault.ts";
import { changeRoot } from "../keys/change-root.ts";
import { listBackups } from "./backups.ts";
import { erasedSince, type People, peopleIn } from "./erased-since.ts";
import { isOutOfRoom, partName, sweepParts } from "./parts.ts";
import { asides, swapIn } from "./swap.ts";
import { type Unpacked, unpack } from "./unpack.ts";

export type RestoreNeeds = {
  /** The backup. */
  readonly from: string;
  /** The folder that holds, or is to hold, the database. */
  readonly data: string;
  /** Where later backups may be. */
  readonly backups: string;
  /** The root keys that are known: the one in use, then those of before. */
  readonly roots: readonly [Buffer, ...Buffer[]];
  readonly now: Date;
  readonly tell: (step: "unpack" | "prove" | "erase" | "swap", done: number) => void;
};

export type Restored =
  | {
      readonly kind: "restored";
      readonly madeAt: Date;
      readonly rows: number;
      /** Where the former database is; undefined when there was none. */
      readonly aside: string | undefined;
      /** How many people were erased again; undefined when it could not be found out who they are. */
      readonly erased: number | undefined;
      /** As it came out of the backup, through the end that was noted when it was made. */
      readonly audit: Verified;
    }
  | { readonly kind: "not-a-backup" | "other-key" | "damaged" }
  /** A program has the data open. */
  | { readonly kind: "running" }
  | { readonly kind: "no-room" };

/** Throws what the system says beyond the kinds above, and when the backup needs a later program. */
export async function restore(needs: RestoreNeeds): Promise<Restored> {
  mkdirSync(needs.data, { recursive: true, mode: 0o700 });
  sweepParts(needs.data);
  const work = partName(needs.data, "restore");
  let live: Live | undefined;
  try {
    const found = await openLive(needs.data);
    if (found === "running") return { kind: "running" };
    live = found;
    return await restored(needs, live, work);
  } catch (error) {
    if (isOutOfRoom(error)) return { kind: "no-room" };
    throw error;
  } finally {
    await live?.close();
    for (const folder of [work, partName(needs.data, "later")])
      rmSync(folder, { recursive: true, force: true });
  }
}

type Live = { readonly people: People; readonly close: () => Promise<void> };

async function restored(
  needs: RestoreNeeds,
  live: Live | undefined,
  work: string,
): Promise<Restored> {
  const { roots, data, now, tell } = needs;
  tell("unpack", 0);
  const unpacked = unpack(needs.from, work, roots, (bytes) => tell("unpack", bytes));
  if (unpacked.kind !== "unpacked") return unpacked;
  tell("prove", 0);
  const fit = await fitted(needs, unpacked, live);
  tell("swap", 0);
  await live?.close();
  const swapped = swapIn(unpacked.file, join(data, "lindung.db"), now);
  if (swapped.kind === "running") return swapped;
  const { about } = unpacked;
  const rows = Object.values(about.rows).reduce((sum, count) => sum + count, 0);
  return { kind: "restored", madeAt: about.madeAt, rows, aside: swapped.aside, ...fit };
}

/** Brings the unpacked database to this program's shape and key, without those who were erased since. */
async function fitted(
  needs: RestoreNeeds,
  { file, root, about }: Extract<Unpacked, { kind: "unpacked" }>,
  live: Live | undefined,
): Promise<{ readonly erased: number | undefined; readonly audit: Verified }> {
  const { roots, now, tell } = needs;
  const database = await openDatabase({ folder: dirname(file) });
  try {
    await migrate(database, now);
    const chaining = chainingUnder(await readChainKey(database.read, root));
    const audit = await verifyAudit(database.read, chaining, about.audit);
    if (root !== roots[0])
      await changeRoot(database, { from: root, to: roots[0], now }, () => undefined);
    const before = await peopleIn(database.read);
    const gone = await goneSince(needs, before, live, about.madeAt);
    const vault = openVault(roots[0], await readIndexKey(database.read, roots[0]));
    for (const [at, applicantId] of (gone ?? []).entries()) {
      await database.grouped((db) =>
        erasePerson(db, vault, applicantId, now.toISOString(), "operator"),
      );
      tell("erase", at + 1);
    }
    await database.grouped(async (db) => {
      const detail = {
        made: about.madeAt.toISOString(),
        ...(audit.kind === "broken" ? { broken: audit.seq } : {}),
      };
      const at = now.toISOString();
      await record(db, vault, { who: "operator", action: "backup.restored", detail, at });
      // Whoever held it when the backup was made is no more.
      await dropLeases(db);
    });
    await database.checkpoint();
    return { erased: gone?.length, audit };
  } finally {
    await database.close();
  }
}

/** Asks the database that is there, else those that were replaced, else the newest backup later than this one. */
async function goneSince(
  needs: RestoreNeeds,
  before: People,
  live: Live | undefined,
  madeAt: Date,
): Promise<readonly string[] | undefined> {
  const fromLive = live && erasedSince(before, live.people);
  if (fromLive !== undefined) return fromLive;
  for (const folder of asides(needs.data)) {
    const people = await peopleAside(folder);
    const gone = people && erasedSince(before, people);
    if (gone !== undefined) return gone;
  }
  for (const { file, madeAt: at } of listBackups(needs.backups)) {
    if (at <= madeAt) return undefined;
    const people = await peopleInBackup(needs, file);
    const gone = people && erasedSince(before, people);
    if (gone !== undefined) return gone;
  }
  return undefined;
}

/** Undefined where it can no longer be read: that may be why it was replaced. */
async function peopleAside(folder: string): Promise<People | undefined> {
  if (!existsSync(join(folder, "lindung.db"))) return undefined;
  try {
    const database = await openDatabase({ folder });
    try {
      return await peopleIn(database.read);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (isOutOfRoom(error)) throw error;
    return undefined;
  }
}

async function peopleInBackup(needs: RestoreNeeds, file: string): Promise<People | undefined> {
  const folder = partName(needs.data, "later");
  try {
    const later = unpack(file, folder, needs.roots, () => undefined);
    if (later.kind !== "unpacked") return undefined;
    const database = await openDatabase({ folder });
    try {
      return await peopleIn(database.read);
    } finally {
      await database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The database that is there, held so that no program starts on it meanwhile. Undefined when there is none, or none
 * that can be read.
 */
async function openLive(data: string): Promise<Live | "running" | undefined> {
  if (!existsSync(join(data, "lindung.db"))) return undefined;
  let database: Database | undefined;
  let lease: HeldLease | undefined;
  const close = async () => {
    const [held, open] = [lease, database];
    [lease, database] = [undefined, undefined];
    await held?.release().catch(() => undefined);
    await open?.close();
  };
  try {
    database = await openDatabase({ folder: data });
    lease = await holdLease({ database, name: "background", log: { error: () => undefined } });
    if (lease === undefined) {
      await close();
      return "running";
    }
    return { people: await peopleIn(database.read), close };
  } catch (error) {
    await close();
    if (isBusy(error)) return "running";
    if (isDamaged(error) || isWithoutTables(error)) return undefined;
    throw error;
  }
}

/** A database that was made and never got its tables: a first start that was killed. */
function isWithoutTables(error: unknown): boolean {
  return error instanceof Error && /^no such table: /.test(error.message);
}
