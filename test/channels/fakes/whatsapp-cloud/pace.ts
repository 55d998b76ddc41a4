/** The two limits on speed that Meta enforces on sending: of the whole number, and towards one person. */

export type PaceLimits = {
  /** Messages a second of the number. */
  readonly perSecond: number;
  /** To one person: so many at once, then one every so many milliseconds. */
  readonly pair: { readonly burst: number; readonly everyMs: number };
};

/** As documented: 80 messages a second; 45 at once to a person, paid back with one in six seconds. */
export const metaPace: PaceLimits = { perSecond: 80, pair: { burst: 45, everyMs: 6_000 } };

/** The code of the limit that this message would break; it counts where it breaks none. `now` in milliseconds. */
export function openPace(limits: () => PaceLimits) {
  const whole = { left: Number.NaN, at: 0 };
  const pairs = new Map<string, { left: number; at: number }>();
  return (to: string, now: number): 130429 | 131056 | undefined => {
    const { perSecond, pair } = limits();
    const one = pairs.get(to) ?? { left: Number.NaN, at: now };
    pairs.set(to, one);
    fill(whole, perSecond, 1_000 / perSecond, now);
    fill(one, pair.burst, pair.everyMs, now);
    if (whole.left < 1) return 130429;
    if (one.left < 1) return 131056;
    whole.left -= 1;
    one.left -= 1;
    return undefined;
  };
}

function fill(bucket: { left: number; at: number }, most: number, everyMs: number, now: number) {
  const more = everyMs > 0 ? (now - bucket.at) / everyMs : most;
  bucket.left = Number.isNaN(bucket.left) ? most : Math.min(most, bucket.left + more);
  bucket.at = now;
}
