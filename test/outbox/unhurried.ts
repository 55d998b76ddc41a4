/** What a channel of tests has beside its `send`: no limits, and leave to write whenever. */
import type { Sender } from "../../src/channels/channel.ts";

export const unhurried: Omit<Sender, "send"> = {
  pace: {
    perSecond: 1_000_000,
    burst: 1_000_000,
    perContact: { burst: 1_000_000, everyMs: 0 },
  },
  mayStart: () => true,
};
