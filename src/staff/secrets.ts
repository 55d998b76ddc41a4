/** What staff prove themselves by, as it is kept: random tokens as hashes, secrets of codes sealed under the root key. */
import { createHash } from "node:crypto";
import type { Hash, Sealed } from "../database/schema.ts";
import type { Vault } from "../vault/vault.ts";
import { recoveryCodeIn } from "./codes.ts";

/** Of what is random and 256 bits long: nothing can be tried against it. */
export function tokenHash(token: string): Hash {
  return createHash("sha256").update(token).digest();
}

/** However it was typed. */
export function recoveryHash(vault: Vault, staffId: string, code: string): Hash {
  return vault.hash("recovery-code", staffId, recoveryCodeIn(code) ?? code);
}

export function sealSecret(vault: Vault, staffId: string, secret: string): Sealed {
  return vault.seal(vault.rootKey, secretPlace(staffId), secret);
}

export function openSecret(vault: Vault, staffId: string, sealed: Sealed): string {
  return vault.open(vault.rootKey, secretPlace(staffId), sealed);
}

export function secretPlace(staffId: string) {
  return { table: "staff", row: staffId, column: "totp" };
}
