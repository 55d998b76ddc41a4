/** A line of progress that is written over itself, on a terminal only: in a file it would be a thousand lines. */

export type Progress = {
  readonly show: (line: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
};

type Screen = Pick<NodeJS.WriteStream, "isTTY" | "write">;

/** `everyMs`: what comes sooner after the line before is left out. */
export function openProgress(screen: Screen, now: () => number, everyMs = 100): Progress {
  let shownAt = -everyMs;
  let isShown = false;
  return {
    show: (line) => {
      if (!screen.isTTY || now() - shownAt < everyMs) return;
      shownAt = now();
      isShown = true;
      screen.write(`\r${line}\u001b[K`);
    },
    end: () => {
      if (isShown) screen.write("\r\u001b[K");
      isShown = false;
    },
  };
}
