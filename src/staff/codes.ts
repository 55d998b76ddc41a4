/** The second thing that signs in: a code of the telephone (TOTP, RFC 6238), or one of ten that were written down. */
import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";

/** 160 bits, in Base32, as an application on the telephone takes it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code holds. */
export function addressOfSecret(secret: string, login: string, issuer: string): string {
  return totpOf(secret, login, issuer).toString();
}

/** The half minute the code is of, one before or after included; undefined where it is of none. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(secret, "", "").validate({ token, window: 1, timestamp });
  return delta === null ? undefined : Math.floor(timestamp / 30_000) + delta;
}

function totpOf(secret: string, label: string, issuer: string): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret) });
}

/** No letter that is taken for another. */
const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const count = 10;

/** Ten, of 54 bits each: `7KQM-2FWD-XPA`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: count }, () => {
    const code = Array.from({ length: 11 }, () => letters[randomInt(letters.length)]).join("");
    return code.replace(/^(.{4})(.{4})/, "$1-$2-");
  });
}

/** As it is compared: however it was typed. Undefined where it is no such code. */
export function recoveryCodeIn(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  return code.length === 11 && [...code].every((letter) => letters.includes(letter))
    ? code
    : undefined;
}
