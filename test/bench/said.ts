/** What arrived at the other end: the texts of every contact by their count, and who is waiting for one. */
export type Said = {
  /** The same text may come twice; another text under the same count is a fault that is kept. */
  readonly hear: (from: string, says: { readonly id: number; readonly text: string }) => void;
  /** Resolves once the text with that count has come. */
  readonly until: (from: string, id: number) => Promise<void>;
  /** In order; undefined where one was skipped or came out of order, or differed at the second time. */
  readonly textsOf: (from: string) => readonly string[] | undefined;
  readonly count: () => number;
};

type Listener = {
  readonly texts: string[];
  isWrong: boolean;
  waiting: { readonly id: number; readonly resolve: () => void } | undefined;
};

export function openSaid(): Said {
  const listeners = new Map<string, Listener>();
  const listenerOf = (from: string): Listener => {
    const known = listeners.get(from);
    if (known !== undefined) return known;
    const made: Listener = { texts: [], isWrong: false, waiting: undefined };
    listeners.set(from, made);
    return made;
  };
  return {
    hear: (from, { id, text }) => {
      const listener = listenerOf(from);
      const before = listener.texts[id - 1];
      if (before === undefined && id === listener.texts.length + 1) listener.texts.push(text);
      else if (before !== text) listener.isWrong = true;
      if (listener.waiting === undefined || listener.waiting.id > id) return;
      listener.waiting.resolve();
      listener.waiting = undefined;
    },
    until: (from, id) => {
      const listener = listenerOf(from);
      if (listener.texts.length >= id) return Promise.resolve();
      return new Promise((resolve) => {
        const others = listener.waiting;
        // In a burst several turns of a contact wait at once: the last text comes last.
        listener.waiting = {
          id: Math.max(id, others?.id ?? 0),
          resolve: () => {
            others?.resolve();
            resolve();
          },
        };
      });
    },
    textsOf: (from) => {
      const listener = listeners.get(from);
      return listener === undefined || listener.isWrong ? undefined : listener.texts;
    },
    count: () => [...listeners.values()].reduce((sum, { texts }) => sum + texts.length, 0),
  };
}
