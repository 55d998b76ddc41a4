/**
 * The chain of the audit, under a key of its own: whoever verifies it (a thread that looks through a copy) needs no
 * other.
 */
import { createHmac, createSecretKey } from "node:crypto";
import type { Hash } from "../database/schema.ts";
import { deriveKey } from "./key-ring.ts";

export type Chaining = {
  /** For the audit: a hash that covers the one before, under a key that nothing else uses. */
  readonly chain: (before: Buffer, text: string) => Hash;
};

/** `key`: 32 bytes, of `chainKeyOf`. */
export function chainingUnder(key: Buffer): Chaining {
  const auditKey = createSecretKey(key);
  return {
    chain: (before, text) => createHmac("sha256", auditKey).update(before).update(text).digest(),
  };
}

/** Of the key that stays (`index-key-store.ts`): the chain of what was done is whole under another root, too. */
export function chainKeyOf(index: Buffer): Buffer {
  return deriveKey(index, "audit");
}
