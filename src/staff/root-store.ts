/** What staff's rows hold under the root key: the secrets of their codes, in accounts and in links that wait. */
import type { Db } from "../database/open.ts";
import type { Sealed } from "../database/schema.ts";

type Held = { readonly id: string; readonly totp: Sealed };

export async function secretsHeld(db: Db): Promise<readonly Held[]> {
  const rows = await db.selectFrom("staff").select(["id", "totp"]).execute();
  return rows.flatMap(({ id, totp }) => (totp === null ? [] : [{ id, totp }]));
}

export async function setSecret(db: Db, { id, totp }: Held): Promise<void> {
  await db.updateTable("staff").set({ totp }).where("id", "=", id).execute();
}

/** By the account that they open: each has one at most. */
export function secretsOffered(db: Db): Promise<readonly Held[]> {
  return db.selectFrom("staff_link").select(["staff_id as id", "totp"]).execute();
}

export async function setSecretOffered(db: Db, { id, totp }: Held): Promise<void> {
  await db.updateTable("staff_link").set({ totp }).where("staff_id", "=", id).execute();
}
