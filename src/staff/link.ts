/**
 * The one-time link: its owner sees the secret of the codes, chooses a password, shows that the telephone makes the
 * right codes, and gets ten recovery codes. Then the account is open.
 */
import { record } from "../audit/record.ts";
import { newRecoveryCodes, stepOf } from "./codes.ts";
import type { StaffNeeds } from "./needs.ts";
import { faultOf, hashPassword, type PasswordFault } from "./password.ts";
import { openSecret, recoveryHash, sealSecret, tokenHash } from "./secrets.ts";
import { linkByHash, openAccount, putRecoveryCodes, useLink } from "./staff-store.ts";

export type Welcomed = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly secret: string;
};

/** Whom the link is for; undefined where it was used, has ended, or is none. */
export async function welcomedBy(needs: StaffNeeds, link: string): Promise<Welcomed | undefined> {
  const now = needs.clock().toISOString();
  const [row] = await linkByHash(needs.database.read, { hash: tokenHash(link), now });
  if (row === undefined) return undefined;
  const { id, login, name } = row;
  return { id, login, name, secret: openSecret(needs.vault, id, row.totp) };
}

export type Opening = {
  readonly link: string;
  readonly password: string;
  readonly again: string;
  readonly code: string;
};

export type Opened =
  | { readonly kind: "opened"; readonly id: string; readonly recoveryCodes: readonly string[] }
  | { readonly kind: "bad-link" }
  | { readonly kind: "bad-code" }
  | { readonly kind: "differ" }
  | { readonly kind: "bad-password"; readonly fault: PasswordFault };

export async function openByLink(needs: StaffNeeds, opening: Opening): Promise<Opened> {
  const welcomed = await welcomedBy(needs, opening.link);
  if (welcomed === undefined) return { kind: "bad-link" };
  const { id, login, name, secret } = welcomed;
  const fault = await faultOf(opening.password, [login, ...name.split(/\s+/)]);
  if (fault !== undefined) return { kind: "bad-password", fault };
  if (opening.password !== opening.again) return { kind: "differ" };
  const now = needs.clock();
  const step = stepOf(secret, opening.code, now);
  if (step === undefined) return { kind: "bad-code" };

  const password = await hashPassword(opening.password);
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryHash(needs.vault, id, code));
  const at = now.toISOString();
  const isDone = await needs.database.grouped(async (db) => {
    if ((await useLink(db, { hash: tokenHash(opening.link), now: at })) === 0) return false;
    const totp = sealSecret(needs.vault, id, secret);
    await openAccount(db, { id, password, totp, totp_step: step });
    await putRecoveryCodes(db, id, hashes);
    await record(db, needs.vault, { who: `staff:${id}`, action: "staff.opened", about: id, at });
    return true;
  });
  return isDone ? { kind: "opened", id, recoveryCodes: codes } : { kind: "bad-link" };
}
