/**
 * What stands before each person, as far as this program has put it there; forgotten when it stops. Whose keys are
 * forgotten gets rid of them by using them, and a tap nobody knows anything of is taken for one on the newest buttons.
 */
export type Shown = ReturnType<typeof openShown>;

/** People remembered, some hundred bytes each: more than talk within the same hours. */
const most = 20_000;

export function openShown() {
  /** The last message with buttons. */
  const buttons = new Map<string, number>();
  /** Before whom the keys stand that ask for the own number. */
  const keys = new Map<string, true>();

  return {
    hasKeys: (to: string) => keys.has(to),
    keysAreThere: (to: string) => remember(keys, to, true),
    keysAreGone: (to: string) => keys.delete(to),
    buttonsAreUnder: (to: string, message: number) => remember(buttons, to, message),
    /** Whether newer buttons have been shown since. */
    isOld: (to: string, message: number) => (buttons.get(to) ?? message) !== message,
  };
}

/** Who was shown something longest ago is forgotten first. */
function remember<T>(map: Map<string, T>, to: string, value: T): void {
  map.delete(to);
  map.set(to, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
