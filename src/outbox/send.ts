/** One sending by a channel: whatever happens ends as an outcome, and within the time for which its row is in hand. */
import type { Outbound, Sender, SendOutcome } from "../channels/channel.ts";
import { rowOf } from "./key.ts";
import { leaseMs } from "./lease.ts";
import type { Time } from "./pacing/time.ts";

type SendNeeds = {
  readonly time: Time;
  readonly log: { readonly warn: (event: object) => void };
};

/** Never rejects. */
export async function sendBy(
  { time, log }: SendNeeds,
  channel: Sender,
  outbound: Outbound,
): Promise<SendOutcome> {
  const contact = rowOf(outbound.key)?.contact_id;
  const failed = (event: object): SendOutcome => {
    log.warn({ contact, ...event });
    return { kind: "later", afterMs: 0, cause: "failed" };
  };
  let off: () => void = () => undefined;
  const tooLong = new Promise<SendOutcome>((resolve) => {
    off = time.after(leaseMs, () => resolve(failed({ event: "outbox.send-hangs" })));
  });
  try {
    return await Promise.race([channel.send(outbound), tooLong]);
  } catch (err) {
    return failed({ event: "outbox.send-failed", err });
  } finally {
    off();
  }
}
