/** Tells whoever sits at the terminal when a channel begins to ail, and when it is well again; the log has it as well. */
import type { Channel, Health } from "./channels/channel.ts";

const everyMs = 2_000;

export type News = {
  readonly channel: string;
  readonly state: Health["state"];
  readonly why: string;
};

/** Calls `tell` at each change that a person should know of. */
export function watchChannels(
  channels: readonly Pick<Channel, "name" | "health">[],
  tell: (news: News) => void,
): { readonly stop: () => void } {
  const told = new Map<string, string>();
  const look = () => {
    for (const { name, health } of channels) {
      const { state, why = "none" } = health();
      // Nothing is told of a beginning that goes well, and nothing twice.
      const isNews = why !== "none" || (state === "ready" && told.has(name));
      const now = `${state} ${why}`;
      if (!isNews || told.get(name) === now) continue;
      told.set(name, now);
      tell({ channel: name, state, why });
    }
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
