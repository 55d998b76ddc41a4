/**
 * The vault: what a person told us is sealed under that person's own key, which is kept wrapped by the root key.
 * Destroying the wrapped key makes everything of that person unreadable, in every copy. What must be found again
 * is found by keyed hash. The vault knows no table and nothing of what it seals.
 */
import { createHmac, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import type { Hash, Sealed } from "../database/schema.ts";
import { type Chaining, chainingUnder, chainKeyOf } from "./chain.ts";
import { deriveKey } from "./key-ring.ts";
import { openBytes, type Place, sealBytes } from "./seal.ts";

/** A key that can be used and not looked at. */
export type DataKey = { readonly key: KeyObject };

export type Vault = Chaining & {
  /** For what belongs to no applicant: addresses of contacts. */
  readonly rootKey: DataKey;
  /** `wrapped` is to be kept in `applicant.data_key`. */
  readonly newDataKey: (applicantId: string) => { readonly key: DataKey; readonly wrapped: Sealed };
  /** Throws when `wrapped` is not this applicant's. */
  readonly dataKey: (applicantId: string, wrapped: Sealed) => DataKey;
  readonly seal: (key: DataKey, place: Place, text: string) => Sealed;
  /** Throws, without a word of the content, when the value was changed, moved, or sealed under another key. */
  readonly open: (key: DataKey, place: Place, sealed: Sealed) => string;
  /** For look-up: the same parts under the same label give the same hash, and nothing else does. */
  readonly hash: (label: string, ...parts: readonly string[]) => Hash;
  /** After an erasure: the applicant's key is no longer kept in memory. */
  readonly forget: (applicantId: string) => void;
};

/** `index` is the key of what is looked up by hash: it outlives a change of the root (`index-key-store.ts`). */
export function openVault(root: Buffer, index: Buffer = deriveKey(root, "index")): Vault {
  const wrapKey = createSecretKey(deriveKey(root, "wrap"));
  const indexKey = createSecretKey(index);
  const kept = new Map<string, { readonly wrapped: Sealed; readonly key: DataKey }>();

  const keep = (applicantId: string, wrapped: Sealed, key: DataKey): DataKey => {
    kept.delete(applicantId);
    kept.set(applicantId, { wrapped, key });
    if (kept.size > mostKept)
      for (const eldest of kept.keys()) return kept.delete(eldest) ? key : key;
    return key;
  };

  return {
    ...chainingUnder(chainKeyOf(index)),
    rootKey: { key: createSecretKey(deriveKey(root, "root")) },
    newDataKey: (applicantId) => {
      const bytes = randomBytes(32);
      const key = { key: createSecretKey(bytes) };
      const wrapped = sealBytes(wrapKey, placeOfKey(applicantId), bytes);
      return { key: keep(applicantId, wrapped, key), wrapped };
    },
    dataKey: (applicantId, wrapped) => {
      const found = kept.get(applicantId);
      // The same person under another key is a person who was erased and came back.
      if (found?.wrapped.equals(wrapped)) return keep(applicantId, wrapped, found.key);
      const bytes = openBytes(wrapKey, placeOfKey(applicantId), wrapped);
      return keep(applicantId, wrapped, { key: createSecretKey(bytes) });
    },
    seal: ({ key }, place, text) => sealBytes(key, place, text),
    open: ({ key }, place, sealed) => openBytes(key, place, sealed).toString("utf8"),
    // JSON keeps the parts apart: ("ab", "c") and ("a", "bc") differ.
    hash: (label, ...parts) =>
      createHmac("sha256", indexKey)
        .update(JSON.stringify([label, ...parts]))
        .digest(),
    forget: (applicantId) => {
      kept.delete(applicantId);
    },
  };
}

/** As many people as are likely to be talking within the same minutes. */
const mostKept = 10_000;

export function placeOfKey(applicantId: string): Place {
  return { table: "applicant", row: applicantId, column: "data_key" };
}
