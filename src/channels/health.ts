/** How a channel is, and since when. A channel says what that means of it; here it is kept, and a change told once. */
import type { Health } from "./channel.ts";

export type HealthRecord = {
  readonly now: () => Health;
  /** Nothing happens where it is the same already. */
  readonly become: (state: Health["state"], why?: string) => void;
};

/** `why` is the text `operator.channels.why.<why>`. */
export function openHealth(
  first: Omit<Health, "since">,
  clock: () => Date,
  changed: (health: Health) => void,
): HealthRecord {
  let health: Health = { ...first, since: clock().toISOString() };
  return {
    now: () => health,
    become: (state, why) => {
      if (health.state === state && health.why === why) return;
      const since = clock().toISOString();
      health = why === undefined ? { state, since } : { state, since, why };
      changed(health);
    },
  };
}
