/**
 * Who is waiting for news of which contact, inside this process. It carries no content: whoever is woken looks into
 * the database. What another process wrote is noticed by the slow beat.
 */
export type Bulletin = {
  readonly announce: (contactId: string) => void;
  /** Calls `wake` at each announcement and at each beat; returns the way to stop. */
  readonly listen: (contactId: string, wake: () => void) => () => void;
  /** The same for a contact whose id is still being looked up. */
  readonly listenWhenKnown: (
    contactId: Promise<string | undefined>,
    wake: () => void,
  ) => () => void;
  readonly close: () => void;
};

export function openBulletin(beatMs = 2_000): Bulletin {
  const waiting = new Map<string, Set<() => void>>();
  const wakeAll = () => {
    for (const wakes of waiting.values()) for (const wake of wakes) wake();
  };
  const beat = setInterval(wakeAll, beatMs);
  beat.unref();
  const listen: Bulletin["listen"] = (contactId, wake) => {
    const wakes = waiting.get(contactId) ?? new Set();
    wakes.add(wake);
    waiting.set(contactId, wakes);
    return () => {
      wakes.delete(wake);
      if (wakes.size === 0) waiting.delete(contactId);
    };
  };
  return {
    announce: (contactId) => {
      for (const wake of waiting.get(contactId) ?? []) wake();
    },
    listen,
    listenWhenKnown: (contactId, wake) => {
      let isOver = false;
      let stop = () => {
        isOver = true;
      };
      contactId.then(
        (id) => {
          if (isOver || id === undefined) return;
          stop = listen(id, wake);
          // What came between the look-up and now is not missed.
          wake();
        },
        () => undefined,
      );
      return () => stop();
    },
    close: () => clearInterval(beat),
  };
}
