/** Work that one turn asks for again and again with the same few texts. What people wrote goes when the turn is over. */
const remembered: Map<string, unknown>[] = [];

/** Texts in one memory: a turn has few, and a long one is taken apart into many. */
const mostTexts = 32;

/** The same work, done once for a text until `forgetTexts`. Never undefined. */
export function onceForText<V extends {}>(work: (text: string) => V): (text: string) => V {
  const done = new Map<string, V>();
  remembered.push(done);
  return (text) => {
    const before = done.get(text);
    if (before !== undefined) return before;
    const value = work(text);
    if (done.size >= mostTexts) done.clear();
    done.set(text, value);
    return value;
  };
}

/** At the end of a turn, so that nobody's words outlast it: not the turn of the next person, nor an erasure. */
export function forgetTexts(): void {
  for (const done of remembered) done.clear();
}
