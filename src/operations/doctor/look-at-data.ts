/** The database as the doctor sees it: whole, of a known shape, under this key, not ahead of the clock. */
import { isBusy, isDamaged } from "../../database/faults.ts";
import { migrations, schemaVersion } from "../../database/migrate.ts";
import { type Database, openDatabase, type Where } from "../../database/open.ts";
import { quickFaults } from "../../database/quick-look.ts";
import { lastHeard } from "../../people/last-seen-store.ts";
import { attention } from "../../submissions/attention-store.ts";
import { keyFits } from "../../vault/key-check.ts";
import { openVault } from "../../vault/vault.ts";
import type { Seen } from "../backup/seen.ts";
import { lookAtAudit } from "./look-at-audit.ts";
import type { Remark } from "./remark.ts";

export type DataNeeds = {
  readonly where: Where;
  /** Undefined when there is none that may be used; that is a remark of its own. */
  readonly root: Buffer | undefined;
  /** The end of the audit that a backup noted. */
  readonly seen: Seen | undefined;
  readonly now: Date;
};

/** Changes nothing, and never throws what the database says. */
export async function lookAtData(needs: DataNeeds): Promise<readonly Remark[]> {
  let database: Database | undefined;
  try {
    database = await openDatabase(needs.where);
    const version = await schemaVersion(database);
    if (version === 0) return [{ state: "well", key: "data.none" }];
    const faults = await quickFaults(database);
    const [fault] = faults;
    if (fault !== undefined) return [{ state: "bad", key: "data.damaged", values: { fault } }];
    return [
      shapeOf(version),
      ...(await keyOf(database, needs, version)),
      ...(await clockOf(database, needs.now)),
      ...(await workOf(database, needs.now)),
    ];
  } catch (error) {
    return [failing(error)];
  } finally {
    await database?.close();
  }
}

function failing(error: unknown): Remark {
  const why = error instanceof Error ? error.message : String(error);
  if (isDamaged(error)) return { state: "bad", key: "data.damaged", values: { fault: why } };
  if (isBusy(error)) return { state: "bad", key: "data.busy" };
  return { state: "bad", key: "data.unreachable", error };
}

function shapeOf(version: number): Remark {
  const values = { version, known: migrations.length };
  if (version < migrations.length) return { state: "look", key: "data.older", values };
  if (version > migrations.length) return { state: "look", key: "data.newer", values };
  return { state: "well", key: "data.well" };
}

/** Whether the key fits, and what can be looked at with it. */
async function keyOf(
  { read }: Database,
  { root, seen }: DataNeeds,
  version: number,
): Promise<readonly Remark[]> {
  if (root === undefined) return [];
  if ((await keyFits(read, openVault(root))) === false) return [{ state: "bad", key: "key.other" }];
  // A database of an older shape may have no audit yet; the next start brings it on.
  return version < migrations.length ? [] : [await lookAtAudit(read, root, seen)];
}

/** Clocks of two machines may differ by this much. */
const slackMs = 5 * 60_000;

async function clockOf({ read }: Database, now: Date): Promise<readonly Remark[]> {
  const heard = await lastHeard(read);
  return heard !== undefined && Date.parse(heard) > now.getTime() + slackMs
    ? [{ state: "bad", key: "clock.behind", values: { heard, now: now.toISOString() } }]
    : [{ state: "well", key: "clock.well", values: { now: now.toISOString() } }];
}

/** So long the machines may take for a submission. */
const patienceMs = 10 * 60_000;

async function workOf({ read }: Database, now: Date): Promise<readonly Remark[]> {
  const since = new Date(now.getTime() - patienceMs).toISOString();
  const { stuck, late } = await attention(read, since);
  return [
    ...(stuck > 0 ? [{ state: "look", key: "work.stuck", values: { count: stuck } } as const] : []),
    ...(late > 0 ? [{ state: "look", key: "work.late", values: { count: late } } as const] : []),
  ];
}
