/** How the channel is, and since when. */
import type { Health } from "../channel.ts";
import type { CloudNeeds } from "./needs.ts";
import type { Trouble } from "./sending/outcome.ts";

/** Texts `operator.channels.why.<why>`. */
export type Why = "token-refused" | "wrong-id" | "account-restricted" | "not-reachable";

export type HealthRecord = {
  readonly now: () => Health;
  readonly ready: () => void;
  readonly troubled: (why: Why) => void;
  readonly off: () => void;
};

export function openHealth({ clock, log }: Pick<CloudNeeds, "clock" | "log">): HealthRecord {
  let health: Health = { state: "starting", since: clock().toISOString() };

  function become(state: Health["state"], why?: Why): void {
    if (health.state === state && health.why === why) return;
    health = { state, since: clock().toISOString(), ...(why === undefined ? {} : { why }) };
    const note = state === "down" || state === "degraded" ? log.warn : log.info;
    note({ event: "whatsapp-cloud.health", state, ...(why === undefined ? {} : { why }) });
  }

  return {
    now: () => health,
    ready: () => become("ready"),
    // Away, we still hear what is delivered.
    troubled: (why) => become(why === "not-reachable" ? "degraded" : "down", why),
    off: () => become("off"),
  };
}

/** What a refusal says of the whole channel, where it says anything. */
export function whyOf(trouble: Trouble): Why | undefined {
  const isOfAll =
    trouble === "token-refused" || trouble === "wrong-id" || trouble === "account-restricted";
  return isOfAll ? trouble : undefined;
}
