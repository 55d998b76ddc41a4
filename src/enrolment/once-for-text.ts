/** So few texts are remembered: those of one turn. What people wrote shall not stay. */
const mostTexts = 32;

/** Work that one turn asks for again and again with the same few texts. Never undefined. */
export function onceForText<V extends {}>(work: (text: string) => V): (text: string) => V {
  const done = new Map<string, V>();
  return (text) => {
    const before = done.get(text);
    if (before !== undefined) return before;
    const value = work(text);
    if (done.size >= mostTexts) done.clear();
    done.set(text, value);
    return value;
  };
}
