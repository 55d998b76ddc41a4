/**
 * Messages that wait in the table: those that were not sent straight away, or are to be tried again. A row is leased, sent outside of any transaction, and marked: a
 * crash in between sends it twice and never drops it. Each contact's messages go in order, one at a time; a message
 * ends as sent, or as given up with the reason.
 */
import type { Sender, SendOutcome } from "../channels/channel.ts";
import type { Database } from "../database/open.ts";
import { contactById } from "../people/store.ts";
import type { Vault } from "../vault/vault.ts";
import { claim, dueMessages } from "./due-store.ts";
import { keyOf } from "./key.ts";
import { leasedUntil } from "./lease.ts";
import { spokenBetween } from "./say.ts";
import { settle } from "./settle.ts";

export type DeliveryNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  readonly channels: ReadonlyMap<string, Sender>;
  readonly clock: () => Date;
  /** Ids and reasons, never an address or a text. */
  readonly log: { readonly warn: (event: object) => void };
  /** Contacts whose messages leave straight from memory now (`lanes.ts`); theirs are not touched here. */
  readonly inHand?: ReadonlyMap<string, unknown>;
};

/** As many as share a commit. */
const atOnce = 64;

type Due = Awaited<ReturnType<typeof dueMessages>>[number];

/** Sends what is due now, at most one message a contact; returns how many were taken in hand. */
export async function deliver(needs: DeliveryNeeds): Promise<number> {
  const now = needs.clock().toISOString();
  const { inHand } = needs;
  const limit = atOnce + (inHand?.size ?? 0);
  const found = await dueMessages(needs.database.read, { now, limit });
  const due = found.filter(({ contact_id }) => inHand?.has(contact_id) !== true).slice(0, atOnce);
  const done = await Promise.all(
    due.map((message) =>
      // One bad message must neither hold up the rest nor stay due for ever.
      deliverOne(needs, message).catch((err: unknown) => {
        needs.log.warn({ event: "outbox.failed", contact: message.contact_id, err });
        return false;
      }),
    ),
  );
  return done.filter(Boolean).length;
}

async function deliverOne(needs: DeliveryNeeds, message: Due): Promise<boolean> {
  const { database, clock } = needs;
  const { contact_id, says_id, due_at } = message;
  const until = leasedUntil(clock());
  const isMine = await database.grouped((db) => claim(db, { contact_id, says_id, due_at, until }));
  if (isMine === 0) return false;
  const outcome = await send(needs, message).catch((err: unknown): SendOutcome => {
    needs.log.warn({ event: "outbox.send-failed", contact: contact_id, err });
    return { kind: "later", afterMs: 0, cause: "failed" };
  });
  await database.grouped((db) => settle(db, message, outcome, clock()));
  return true;
}

async function send(needs: DeliveryNeeds, { contact_id, says_id }: Due): Promise<SendOutcome> {
  const { database, vault, channels } = needs;
  const [contact] = await contactById(database.read, { id: contact_id });
  const channel = contact && channels.get(contact.channel);
  if (contact === undefined || channel === undefined)
    return { kind: "refused", why: "channel-closed" };
  const [spoken] = await spokenBetween(database.read, vault, contact_id, says_id, says_id);
  if (spoken === undefined) return { kind: "refused", why: "erased" };
  const place = { table: "contact", row: contact_id, column: "address" };
  const to = vault.open(vault.rootKey, place, contact.address);
  const key = keyOf(contact_id, says_id);
  return channel.send({ account: contact.account, to, key, ...spoken });
}
