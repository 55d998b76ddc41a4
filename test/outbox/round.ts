/** One look at the table: what is due now by any channel is sent, at most one message a contact. */
import { deliver as deliverOne } from "../../src/outbox/deliver.ts";
import { channelsUnderWay } from "../../src/outbox/due-store.ts";
import type { SendingNeeds } from "../../src/outbox/needs.ts";
import { dueBy } from "../../src/outbox/way.ts";

type Needs = SendingNeeds & { readonly inHand?: { readonly has: (contactId: string) => boolean } };

/** Returns how many were taken in hand. */
export async function deliver(needs: Needs): Promise<number> {
  const channels = await channelsUnderWay(needs.database.read);
  const isTaken = (id: string) => needs.inHand?.has(id) === true;
  const due = await Promise.all(channels.map((channel) => dueBy(needs, channel, isTaken)));
  const done = await Promise.all(due.flat().map((message) => deliverOne(needs, message)));
  return done.filter(Boolean).length;
}

export async function drain(needs: Needs): Promise<void> {
  while ((await deliver(needs)) > 0);
}
