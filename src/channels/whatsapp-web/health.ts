/** How the channel is, as people who run it are told; `why` is the text `operator.channels.why.<why>`. */
import type { Health } from "../channel.ts";
import type { Cause } from "./process/protocol.ts";

export type HealthOf = {
  readonly now: () => Health;
  /** Nothing happens where it is the same already. */
  readonly become: (state: Health["state"], why?: string) => void;
};

export function openHealth(clock: () => Date, changed: (health: Health) => void): HealthOf {
  let health: Health = { state: "down", since: clock().toISOString(), why: "not-open" };
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

/** What is wrong while a new start is waited for. */
export function healthAfter(cause: Cause | undefined): readonly [Health["state"], string] {
  switch (cause) {
    case "no-chromium":
      return ["down", "no-chromium"];
    case "browser-fails":
    case "profile-in-use":
      return ["down", "browser-fails"];
    case "refused":
      return ["down", "shut-out"];
    case "outdated":
      return ["down", "outdated"];
    case "no-network":
    case "no-connection":
      return ["degraded", "no-connection"];
    case "logged-out":
    case "qr-expired":
      return ["needs-pairing", "not-paired"];
    case "conflict":
      return ["degraded", "used-elsewhere"];
    default:
      return ["degraded", "starts-again"];
  }
}
