/** An update that arrived, by whichever way: given to the house, and what goes with it is done. */
import type { Inward } from "../channel.ts";
import type { Call } from "./client.ts";
import { leave } from "./groups.ts";
import type { TelegramNeeds } from "./needs.ts";
import type { Taps } from "./taps.ts";
import { type Happening, happeningIn } from "./translate.ts";
import { numberOf, updateSchema } from "./update.ts";

type Needs = Pick<TelegramNeeds, "log" | "texts"> & {
  readonly account: string;
  readonly call: Call;
  readonly taps: Taps;
  readonly inward: Inward;
};

/** What is there to be kept of an update; undefined where nothing is. */
export type Hearing = {
  /** Works on those of one name go one after another. */
  readonly name: string;
  /** Resolves when it is kept; rejects when it is not, and may be tried again. */
  readonly keep: () => Promise<void>;
};

export function openHearing(needs: Needs) {
  const { account, log, taps, inward } = needs;

  return (raw: unknown): Hearing | undefined => {
    const parsed = updateSchema.safeParse(raw);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const at = issue?.path.join(".");
      log.warn({ event: "telegram.unreadable", update: numberOf(raw), at, why: issue?.code });
      return undefined;
    }
    return hearingOf(happeningIn(parsed.data, account), parsed.data.update_id);
  };

  function hearingOf(happening: Happening, update: number): Hearing | undefined {
    switch (happening.kind) {
      case "inbound": {
        const { inbound, tap } = happening;
        const name = inbound.from;
        if (tap === undefined) return { name, keep: () => inward.receive(inbound) };
        // The little wheel on the button stops at once; what was chosen is marked when it is kept.
        return {
          name,
          keep: async () => {
            taps.answer(tap);
            await inward.receive(inbound);
            taps.mark(tap);
          },
        };
      }
      case "reach": {
        const { from, reach } = happening;
        const address = { channel: "telegram", account, from };
        return { name: from, keep: () => inward.reach(address, reach) };
      }
      case "group": {
        const { chat } = happening;
        return { name: String(chat), keep: () => leave(needs, chat) };
      }
      case "tap":
        taps.answer(happening.tap);
        return undefined;
      case "nothing":
        log.info({ event: "telegram.passed", update, why: happening.why });
        return undefined;
    }
  }
}
