/**
 * Text sealed with AES-256-GCM for one place in the database: moved to another row, changed or cut, it does not open.
 *
 *     version (1) | key id (1) | nonce (12) | tag (16) | ciphertext
 *
 * Authenticated beside the text: version, key id and `table:row:column`.
 */
import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from "node:crypto";
import type { Sealed } from "../database/schema.ts";

/** Where a value stands. Table and column are names without a colon. */
export type Place = { readonly table: string; readonly row: string; readonly column: string };

export function sealBytes(key: KeyObject, place: Place, plain: string | Buffer): Sealed {
  const nonce = nextNonce();
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(claim(place));
  const body = typeof plain === "string" ? cipher.update(plain, "utf8") : cipher.update(plain);
  cipher.final();
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

export function openBytes(key: KeyObject, place: Place, sealed: Sealed): Buffer {
  if (sealed.length < headBytes || sealed[0] !== version || sealed[1] !== keyId)
    throw refusal(place);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(2, 14), {
    authTagLength: 16,
  });
  decipher.setAAD(claim(place));
  decipher.setAuthTag(sealed.subarray(14, headBytes));
  const plain = decipher.update(sealed.subarray(headBytes));
  try {
    decipher.final();
  } catch (cause) {
    throw refusal(place, cause);
  }
  return plain;
}

const version = 1;
/** Which key: there is one until keys are changed. */
const keyId = 1;
const head = Buffer.from([version, keyId]);
const headBytes = 30;

function claim({ table, row, column }: Place): Buffer {
  return Buffer.from(`${version}:${keyId}:${table}:${row}:${column}`, "utf8");
}

/** Says where, never what. */
function refusal({ table, row, column }: Place, cause?: unknown): Error {
  const what = "sealed value damaged, moved or under another key";
  return new Error(`${what}: ${table}.${column} of ${row}`, { cause });
}

/** Random nonces are drawn by the page: one at a time would cost as much as the cipher. */
const nonces = Buffer.alloc(12 * 340);
let used = nonces.length;

function nextNonce(): Buffer {
  if (used === nonces.length) {
    randomFillSync(nonces);
    used = 0;
  }
  used += 12;
  return nonces.subarray(used - 12, used);
}
