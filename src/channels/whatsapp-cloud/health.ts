/** How the channel is, by what Meta says. */
import { openHealth } from "../health.ts";
import type { CloudNeeds } from "./needs.ts";
import type { Trouble } from "./sending/outcome.ts";

/** Texts `operator.channels.why.<why>`. */
export type Why = "token-refused" | "wrong-id" | "account-restricted" | "not-reachable";

export type CloudHealth = ReturnType<typeof openCloudHealth>;

export function openCloudHealth({ clock, log }: Pick<CloudNeeds, "clock" | "log">) {
  const health = openHealth({ state: "starting" }, clock, ({ state, why }) => {
    const level = state === "down" || state === "degraded" ? "warn" : "info";
    log[level]({ event: "whatsapp-cloud.health", state, ...(why === undefined ? {} : { why }) });
  });
  return {
    now: health.now,
    ready: () => health.become("ready"),
    // Away, we still hear what is delivered.
    troubled: (why: Why) => health.become(why === "not-reachable" ? "degraded" : "down", why),
    off: () => health.become("off"),
  };
}

/** What a refusal says of the whole channel, where it says anything. */
export function whyOf(trouble: Trouble): Why | undefined {
  const isOfAll =
    trouble === "token-refused" || trouble === "wrong-id" || trouble === "account-restricted";
  return isOfAll ? trouble : undefined;
}
