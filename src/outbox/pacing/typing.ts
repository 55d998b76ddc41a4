/** Shows people who wait that something is being written: after a moment, and again before the channel's sign fades. */

type Shown = { readonly since: number; readonly typing?: (() => void) | undefined };

const afterMs = 500;
const againMs = 4_000;
/** It costs the channel a request each; whoever has waited longest is next to be sent to, and is shown it. */
const atOnce = 4;

export function typingTo() {
  const shownAt = new WeakMap<Shown, number>();
  const show = (to: Shown | undefined, now: number): boolean => {
    if (to?.typing === undefined || now - (shownAt.get(to) ?? Number.NEGATIVE_INFINITY) < againMs)
      return false;
    shownAt.set(to, now);
    to.typing();
    return true;
  };
  return {
    show,
    /** In the order in which they came. */
    sweep: (waiting: Iterable<Shown>, now: number): void => {
      let left = atOnce;
      for (const to of waiting) {
        // Those behind have waited less.
        if (left === 0 || now - to.since < afterMs) return;
        if (show(to, now)) left -= 1;
      }
    },
  };
}
