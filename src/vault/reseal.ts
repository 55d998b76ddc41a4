/** From one root key to another: what is sealed under the root itself, and the applicants' keys, which it wraps. */
import { createSecretKey } from "node:crypto";
import type { Sealed } from "../database/schema.ts";
import { deriveKey } from "./key-ring.ts";
import { openBytes, type Place, sealBytes } from "./seal.ts";
import { placeOfKey } from "./vault.ts";

export type Reseal = {
  /** Both throw when the value was not sealed under the old root. */
  readonly wrapped: (applicantId: string, sealed: Sealed) => Sealed;
  readonly sealed: (place: Place, sealed: Sealed) => Sealed;
};

export function resealing(from: Buffer, to: Buffer): Reseal {
  const keys = (label: "wrap" | "root") => ({
    old: createSecretKey(deriveKey(from, label)),
    fresh: createSecretKey(deriveKey(to, label)),
  });
  const [wrap, root] = [keys("wrap"), keys("root")];
  const again = ({ old, fresh }: typeof wrap, place: Place, sealed: Sealed) => {
    const plain = openBytes(old, place, sealed);
    try {
      return sealBytes(fresh, place, plain);
    } finally {
      plain.fill(0);
    }
  };
  return {
    wrapped: (applicantId, sealed) => again(wrap, placeOfKey(applicantId), sealed),
    sealed: (place, sealed) => again(root, place, sealed),
  };
}
