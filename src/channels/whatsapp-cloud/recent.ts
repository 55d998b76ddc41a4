/** A memory of the last so many, for what may be forgotten: it is gone at a restart. */

/** More people than talk within a day. */
const most = 10_000;

export type Recent<T> = {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
  readonly delete: (key: string) => void;
};

export function openRecent<T>(limit = most): Recent<T> {
  const kept = new Map<string, T>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    },
    delete: (key) => {
      kept.delete(key);
    },
  };
}
