/**
 * Which messages of a saying went out while the saying as a whole did not: when it is tried again they are not said a
 * second time. In memory only, so that after a restart one may be.
 */
import { createHash } from "node:crypto";

/** Sayings; each is forgotten when it is sent whole. */
const most = 1_000;

export type Gone = {
  /** For one attempt: whether such a message went out in an earlier one. Each counts once. */
  readonly before: (key: string) => (text: string) => boolean;
  readonly went: (key: string, text: string) => void;
  readonly forget: (key: string) => void;
};

export function openGone(): Gone {
  const gone = new Map<string, readonly string[]>();
  return {
    before: (key) => {
      const left = [...(gone.get(key) ?? [])];
      return (text) => {
        const at = left.indexOf(hashOf(text));
        if (at < 0) return false;
        left.splice(at, 1);
        return true;
      };
    },
    went: (key, text) => {
      gone.set(key, [...(gone.get(key) ?? []), hashOf(text)]);
      const [oldest] = gone.keys();
      if (gone.size > most && oldest !== undefined) gone.delete(oldest);
    },
    forget: (key) => {
      gone.delete(key);
    },
  };
}

/** Of what people are told nothing is kept here. */
function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
