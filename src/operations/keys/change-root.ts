/**
 * THE ROOT KEY IS CHANGED. Everything under it is sealed again in one transaction, so a program killed at any moment
 * leaves all of it under the old key or all of it under the new one. What people told us is not touched: it lies under
 * keys of their own, which the root only wraps.
 */
import { record } from "../../audit/record.ts";
import type { Database, Db } from "../../database/open.ts";
import { bodyPlace } from "../../outbox/body.ts";
import { farewells, setFarewell } from "../../outbox/root-store.ts";
import {
  addressesAfter,
  countPeople,
  setAddress,
  setWrappedKey,
  wrappedKeysAfter,
} from "../../people/root-store.ts";
import {
  secretsHeld,
  secretsOffered,
  setSecret,
  setSecretOffered,
} from "../../staff/root-store.ts";
import { secretPlace } from "../../staff/secrets.ts";
import { keepIndexKey, readIndexKey } from "../../vault/index-key-store.ts";
import { renewKeyCheck } from "../../vault/key-check.ts";
import { type Reseal, resealing } from "../../vault/reseal.ts";
import { openVault } from "../../vault/vault.ts";

export type Roots = { readonly from: Buffer; readonly to: Buffer; readonly now: Date };
export type TellRows = (done: number, total: number) => void;

/** Returns how many values were sealed again. Throws, with nothing changed, when one is not under the old root. */
export async function changeRoot(
  database: Database,
  { from, to, now }: Roots,
  tell: TellRows,
): Promise<number> {
  const total = await countPeople(database.read);
  const done = await database.grouped(async (db) => {
    const reseal = resealing(from, to);
    const index = await readIndexKey(db, from);
    let done = 0;
    const count = (rows: number) => {
      done += rows;
      tell(done, total);
    };
    await resealKeys(db, reseal, count);
    await resealAddresses(db, reseal, count);
    const said = await farewells(db);
    for (const { contact_id, says_id, body } of said) {
      const fresh = reseal.sealed(bodyPlace(contact_id, says_id), body);
      await setFarewell(db, { contact_id, says_id, body: fresh });
    }
    const secrets = await resealSecrets(db, reseal);
    await keepIndexKey(db, to, index);
    const vault = openVault(to, index);
    await renewKeyCheck(db, vault);
    const values = done + said.length + secrets;
    await record(db, vault, {
      ...{ who: "operator", action: "key.rotated", detail: { values }, at: now.toISOString() },
    });
    return values;
  });
  // What was overwritten is gone from the log beside the file as well.
  await database.checkpoint();
  return done;
}

/** Of staff; they are few. */
async function resealSecrets(db: Db, reseal: Reseal): Promise<number> {
  const [held, offered] = [await secretsHeld(db), await secretsOffered(db)];
  const fresh = ({ id, totp }: (typeof held)[number]) => ({
    id,
    totp: reseal.sealed(secretPlace(id), totp),
  });
  for (const secret of held) await setSecret(db, fresh(secret));
  for (const secret of offered) await setSecretOffered(db, fresh(secret));
  return held.length + offered.length;
}

const page = 500;

async function resealKeys(db: Db, reseal: Reseal, count: (rows: number) => void): Promise<void> {
  for (let after = ""; ; ) {
    const rows = await wrappedKeysAfter(db, after, page);
    for (const { id, data_key } of rows) await setWrappedKey(db, id, reseal.wrapped(id, data_key));
    count(rows.length);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

async function resealAddresses(
  db: Db,
  reseal: Reseal,
  count: (rows: number) => void,
): Promise<void> {
  for (let after = ""; ; ) {
    const rows = await addressesAfter(db, after, page);
    for (const { id, address } of rows) {
      const place = { table: "contact", row: id, column: "address" };
      await setAddress(db, id, reseal.sealed(place, address));
    }
    count(rows.length);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
