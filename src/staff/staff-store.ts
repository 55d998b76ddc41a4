/** Accounts of people who review, the links by which they are opened, and their recovery codes. */
import type { Db } from "../database/open.ts";
import type { Hash, Instant, Schema } from "../database/schema.ts";
import { change, statement, underLock } from "../database/statement.ts";

export type StaffRow = Schema["staff"];

export const staffById = statement<{ id: string }>()((db, param) =>
  db.selectFrom("staff").selectAll().where("id", "=", param("id")),
);

export const staffByLogin = statement<{ login: string }>()((db, param) =>
  db.selectFrom("staff").selectAll().where("login", "=", param("login")),
);

/** Locked until the transaction ends. */
export const lockStaff = statement<{ id: string }>()((db, param) =>
  underLock(db, db.selectFrom("staff").selectAll().where("id", "=", param("id"))),
);

/** By name. */
export function allStaff(db: Db): Promise<StaffRow[]> {
  return db.selectFrom("staff").selectAll().orderBy("name").orderBy("id").execute();
}

export async function insertStaff(db: Db, row: StaffRow): Promise<void> {
  await db.insertInto("staff").values(row).execute();
}

type Changed = Partial<Pick<StaffRow, "name" | "role" | "branches" | "password" | "disabled_at">>;

export async function changeStaff(db: Db, id: string, changed: Changed): Promise<void> {
  await db.updateTable("staff").set(changed).where("id", "=", id).execute();
}

/** Password and secret as they are from now on. */
export const openAccount = change<Pick<StaffRow, "id" | "password" | "totp" | "totp_step">>()(
  (db, param) =>
    db
      .updateTable("staff")
      .set({
        password: param("password"),
        totp: param("totp"),
        totp_step: param("totp_step"),
      })
      .where("id", "=", param("id")),
);

/** 0 where a code of this half minute, or of a later one, was taken before. */
export const takeStep = change<{ id: string; step: number }>()((db, param) =>
  db
    .updateTable("staff")
    .set({ totp_step: param("step") })
    .where("id", "=", param("id"))
    .where("totp_step", "<", param("step")),
);

/** How many leads can sign in. */
export async function leadsLeft(db: Db): Promise<number> {
  const row = await db
    .selectFrom("staff")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("role", "=", "lead")
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** The link before ends. */
export async function putLink(db: Db, row: Schema["staff_link"]): Promise<void> {
  await endLinks(db, row.staff_id);
  await db.insertInto("staff_link").values(row).execute();
}

export async function endLinks(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom("staff_link").where("staff_id", "=", staffId).execute();
}

export const linkByHash = statement<{ hash: Hash; now: Instant }>()((db, param) =>
  db
    .selectFrom("staff_link")
    .innerJoin("staff", "staff.id", "staff_link.staff_id")
    .select(["staff_link.totp", "staff_link.expires_at", "staff.id", "staff.login", "staff.name"])
    .where("staff_link.hash", "=", param("hash"))
    .where("staff_link.expires_at", ">", param("now"))
    .where("staff.disabled_at", "is", null),
);

/** 0 where it was used meanwhile. */
export const useLink = change<{ hash: Hash; now: Instant }>()((db, param) =>
  db
    .deleteFrom("staff_link")
    .where("hash", "=", param("hash"))
    .where("expires_at", ">", param("now")),
);

export async function putRecoveryCodes(
  db: Db,
  staffId: string,
  hashes: readonly Hash[],
): Promise<void> {
  await db.deleteFrom("recovery_code").where("staff_id", "=", staffId).execute();
  if (hashes.length === 0) return;
  const rows = hashes.map((hash) => ({ staff_id: staffId, hash }));
  await db.insertInto("recovery_code").values(rows).execute();
}

/** 0 where there is none like it any more. */
export const useRecoveryCode = change<Schema["recovery_code"]>()((db, param) =>
  db
    .deleteFrom("recovery_code")
    .where("staff_id", "=", param("staff_id"))
    .where("hash", "=", param("hash")),
);
