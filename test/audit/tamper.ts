/** Deeds that are recorded, and what is done to them behind the program's back. */
import { sql } from "kysely";
import { type Deed, record } from "../../src/audit/record.ts";
import type { Database, Db } from "../../src/database/open.ts";
import type { Vault } from "../../src/vault/vault.ts";

export const deed = (about: string): Deed => ({
  who: "token:t-1",
  action: "submission.accepted",
  about,
  detail: { revision: 1, reasons: ["complete"] },
  at: "2026-11-25T02:00:00.000Z",
});

export async function fill(database: Database, vault: Vault, count: number): Promise<void> {
  await database.grouped(async (db) => {
    for (let at = 1; at <= count; at += 1) await record(db, vault, deed(`s-${at}`));
  });
}

/** As somebody would who has the file or the server in hand: the guards are off. */
export function behindItsBack<T>(database: Database, tamper: (db: Db) => Promise<T>): Promise<T> {
  const unguard =
    database.kind === "sqlite"
      ? ["audit_no_update", "audit_no_delete", "decision_append_only"].map(
          (guard) => `drop trigger if exists ${guard}`,
        )
      : ["set local session_replication_role = replica"];
  return database.grouped(async (db) => {
    for (const text of unguard) await sql.raw(text).execute(db);
    return tamper(db);
  });
}
