/** The way out of the table by one channel: another that hangs, is down or has thousands waiting is no matter to it. */
import { type Due, deliver } from "./deliver.ts";
import { dueMessages } from "./due-store.ts";
import type { SendingNeeds } from "./needs.ts";

export type Way = {
  /** Something may be due; neither waits nor throws. */
  readonly wake: () => void;
  /** Waits for what is on its way. */
  readonly close: () => Promise<void>;
};

export type WayNeeds = SendingNeeds & {
  /** Contacts whose messages leave straight from memory now (`lanes.ts`); theirs are not touched here. */
  readonly inHand: { readonly has: (contactId: string) => boolean };
};

/** So many contacts are sent to side by side. */
const atOnce = 64;

export function openWay(needs: WayNeeds, channel: string): Way {
  const { gates, inHand, log } = needs;
  const underWay = new Map<string, Promise<void>>();
  let looking: Promise<void> | undefined;
  let isAsked = false;
  let isClosed = false;

  const look = async (): Promise<void> => {
    while (isAsked && !isClosed && gates.of(channel)?.isPassable() !== false) {
      isAsked = false;
      const free = atOnce - underWay.size;
      if (free <= 0) return;
      const isTaken = (id: string) => underWay.has(id) || inHand.has(id);
      for (const due of (await dueBy(needs, channel, isTaken)).slice(0, free)) start(due);
    }
  };
  const wake = () => {
    isAsked = true;
    if (isClosed || looking !== undefined) return;
    looking = look()
      .catch((err: unknown) => log.warn({ event: "outbox.unreadable", channel, err }))
      .finally(() => {
        looking = undefined;
      });
  };
  const start = (due: Due) => {
    const { contact_id } = due;
    const done = deliver(needs, due)
      // One bad message must not hold up the rest.
      .catch((err: unknown) => {
        log.warn({ event: "outbox.failed", contact: contact_id, err });
        return false;
      })
      .then((isDone) => {
        underWay.delete(contact_id);
        // There may be a next one of the same contact.
        if (isDone) wake();
      });
    underWay.set(contact_id, done);
  };
  return {
    wake,
    close: async () => {
      isClosed = true;
      await looking;
      await Promise.all(underWay.values());
    },
  };
}

/** What is due and in nobody's hand; looks further where all that it sees is. */
export async function dueBy(
  { database, clock }: Pick<SendingNeeds, "database" | "clock">,
  channel: string,
  isTaken: (contactId: string) => boolean,
): Promise<readonly Due[]> {
  const now = clock().toISOString();
  for (let limit = 2 * atOnce; ; limit *= 4) {
    const found = await dueMessages(database.read, { channel, now, limit });
    const free = found.filter(({ contact_id }) => !isTaken(contact_id));
    if (free.length > 0 || found.length < limit) return free;
  }
}
