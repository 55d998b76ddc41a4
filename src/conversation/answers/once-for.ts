/** Work that is done once for each object and then known: vocabularies live as long as the program. */
export function onceFor<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const done = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const before = done.get(key);
    if (before !== undefined) return before.value;
    const value = work(key);
    done.set(key, { value });
    return value;
  };
}
