/** How the channel is, and since when: what its parts notice becomes one answer. */
import { openHealth } from "../health.ts";
import { type Fault, wordsFor } from "./client.ts";
import type { TelegramNeeds } from "./needs.ts";
import { isTokenRefused } from "./outcome.ts";

export type State = ReturnType<typeof openState>;

export function openState({ clock, log }: Pick<TelegramNeeds, "clock" | "log">) {
  const { now, become } = openHealth({ state: "off" }, clock, ({ state, why }) => {
    const note = { event: `telegram.${state}`, ...(why === undefined ? {} : { why }) };
    if (state === "ready" || state === "starting" || state === "off") log.info(note);
    else log.warn(note);
  });

  return {
    health: now,
    starting: () => become("starting"),
    ready: () => become("ready"),
    off: () => become("off"),
    /** Something keeps the channel from hearing; after `off` nobody is interested any more. */
    fault: (fault: Fault) => {
      if (now().state === "off" || fault.kind === "stopped") return;
      if (isTokenRefused(fault)) become("down", "telegram-token");
      else if (fault.kind === "refused" && fault.code === 409)
        become("degraded", "telegram-conflict");
      else if (fault.kind === "unreachable") become("degraded", "telegram-away");
      else {
        become("degraded", "telegram-refused");
        log.warn({ event: "telegram.refused", ...wordsFor(fault) });
      }
    },
    /** What a sending met: only a refused token says something of the whole account. */
    noticed: (fault: Fault) => {
      if (now().state !== "off" && isTokenRefused(fault)) become("down", "telegram-token");
    },
  };
}
