/**
 * Knocks at the door of somebody who may not be written to any more: an approved template asks them to write. Once until
 * they wrote; after a restart it may be done a second time, as it is kept in memory only.
 */
import { addressOf } from "../hearing/who.ts";
import { openRecent } from "../recent.ts";
import type { SendNeeds } from "./send.ts";
import { templateOf } from "./shape.ts";

export type Knocks = {
  /** `heardAt`: when they last wrote (UTC), where it is known. Never rejects. */
  readonly at: (to: string, heardAt?: string) => Promise<void>;
  /** They wrote: the next time may be knocked again. */
  readonly answered: (from: string) => void;
};

export function openKnocks({ settings, graph, clock, log }: SendNeeds): Knocks {
  /** When it was done, UTC. */
  const done = openRecent<string>();
  const { template } = settings;

  async function at(to: string, heardAt?: string): Promise<void> {
    const address = addressOf(to);
    const before = done.get(to);
    if (template === undefined || address === undefined) return;
    if (before !== undefined && (heardAt === undefined || before >= heardAt)) return;
    done.set(to, clock().toISOString());
    const head = { messaging_product: "whatsapp", recipient_type: "individual", ...address };
    const reply = await graph.post(`${settings.phoneId}/messages`, {
      ...head,
      ...templateOf(template),
    });
    if (reply.kind === "taken") {
      log.info({ event: "whatsapp-cloud.knocked" });
      return;
    }
    // What surely did not go out may be tried again with the next message.
    if (reply.kind === "refused") done.delete(to);
    const code = reply.kind === "refused" ? reply.refusal.code : reply.why;
    log.warn({ event: "whatsapp-cloud.not-knocked", code });
  }

  return { at, answered: done.delete };
}
