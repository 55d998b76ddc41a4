/** Things that come of age, the soonest first: a heap, so that thousands of them cost little. */
export type Soonest<T> = {
  readonly add: (at: number, what: T) => void;
  /** When the soonest comes of age. */
  readonly at: () => number | undefined;
  /** The soonest, if it is of age by `now`. */
  readonly takeBy: (now: number) => T | undefined;
};

export function soonestFirst<T>(): Soonest<T> {
  const heap: { readonly at: number; readonly order: number; readonly what: T }[] = [];
  let added = 0;

  const isBefore = (one: number, other: number): boolean => {
    const [a, b] = [heap[one], heap[other]];
    if (a === undefined || b === undefined) return a !== undefined;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  };
  const swap = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]];
    if (a === undefined || b === undefined) return;
    heap[one] = b;
    heap[other] = a;
  };
  const rise = (from: number) => {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!isBefore(at, above)) return;
      swap(at, above);
      at = above;
    }
  };
  const sink = () => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const sooner = isBefore(left + 1, left) ? left + 1 : left;
      if (!isBefore(sooner, at)) return;
      swap(sooner, at);
      at = sooner;
    }
  };

  return {
    add: (at, what) => {
      heap.push({ at, order: added, what });
      added += 1;
      rise(heap.length - 1);
    },
    at: () => heap[0]?.at,
    takeBy: (now) => {
      const [first] = heap;
      if (first === undefined || first.at > now) return undefined;
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return first.what;
    },
  };
}
