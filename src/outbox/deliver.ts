/**
 * Messages that wait in the table: those that were not sent straight away, or are to be tried again. Each passes its
 * channel's gate, is leased, sent outside of any transaction, and marked: a crash in between sends it twice and never
 * drops it. Each contact's messages go in order, one at a time; a message ends as sent, or as given up with the reason.
 */
import type { Outbound, Sender, SendOutcome } from "../channels/channel.ts";
import { contactById } from "../people/store.ts";
import { claim, type dueMessages } from "./due-store.ts";
import { keyOf } from "./key.ts";
import { leasedUntil } from "./lease.ts";
import type { SendingNeeds } from "./needs.ts";
import { spokenBetween } from "./say.ts";
import { sendBy } from "./send.ts";
import { park, settle, shutOut } from "./settle.ts";

export type Due = Awaited<ReturnType<typeof dueMessages>>[number];

type Contact = Awaited<ReturnType<typeof contactById>>[number];

/** What is said later than this after the person wrote is no answer any more. */
const answerMs = 3_600_000;

/** Sends one message; whether there may be a next one of the contact now. */
export async function deliver(needs: SendingNeeds, message: Due): Promise<boolean> {
  const { database, channels, gates, clock } = needs;
  const { contact_id, says_id } = message;
  const [contact] = await contactById(database.read, { id: contact_id });
  const channel = contact && channels.get(contact.channel);
  const gate = contact && gates.of(contact.channel);
  if (contact === undefined || channel === undefined || gate === undefined) {
    return attempt(needs, message, "", async () => ({ kind: "refused", why: "channel-closed" }));
  }
  const heardAt = contact.seen_at;
  if (contact.blocked_at !== null) {
    const now = clock().toISOString();
    await database.grouped((db) => shutOut(db, { contact_id, says_id, heardAt }, now));
    return true;
  }
  if (!mayBeSent(message, contact, channel, clock())) {
    const now = clock().toISOString();
    await database.grouped((db) => park(db, { contact_id, says_id, heardAt }, now));
    return true;
  }
  const to = addressOf(needs, contact_id, contact);
  if (to === undefined) return attempt(needs, message, heardAt, async () => failed);
  // The lease runs from when it leaves, however long it waits before.
  const verdict = await gate.pass({ contactId: contact_id, typing: () => channel.typing?.(to) });
  if (verdict === "back") return false;
  let outcome: SendOutcome | undefined;
  const isMine = await attempt(needs, message, heardAt, async () => {
    outcome = await send(needs, channel, message, { ...to, heardAt });
    gate.ended(contact_id, outcome);
    return outcome;
  }).finally(() => outcome ?? gate.ended(contact_id, undefined));
  return isMine;
}

const failed: SendOutcome = { kind: "later", afterMs: 0, cause: "failed" };

/** Takes the row in hand, and writes down how it ended. */
async function attempt(
  { database, clock }: SendingNeeds,
  message: Due,
  heardAt: string,
  sending: () => Promise<SendOutcome>,
): Promise<boolean> {
  const { contact_id, says_id, due_at } = message;
  const until = leasedUntil(clock());
  const isMine = await database.grouped((db) => claim(db, { contact_id, says_id, due_at, until }));
  if (isMine === 0) return false;
  const outcome = await sending();
  await database.grouped((db) => settle(db, { ...message, heardAt }, outcome, clock()));
  return true;
}

/** An answer always; what nobody asked for, and what comes too late for an answer, where the channel allows it. */
function mayBeSent({ created_at }: Due, { seen_at }: Contact, channel: Sender, now: Date): boolean {
  const isAnswer = created_at <= seen_at && now.getTime() - Date.parse(seen_at) < answerMs;
  return isAnswer || channel.mayStart({ heardAt: seen_at }, now);
}

type To = Pick<Outbound, "account" | "to">;

/** Undefined where it cannot be opened: that must not stay due for ever. */
function addressOf(
  { vault, log }: SendingNeeds,
  row: string,
  { account, address }: Contact,
): To | undefined {
  try {
    const place = { table: "contact", row, column: "address" };
    return { account, to: vault.open(vault.rootKey, place, address) };
  } catch (err) {
    log.warn({ event: "outbox.unreadable-address", contact: row, err });
    return undefined;
  }
}

async function send(
  needs: SendingNeeds,
  channel: Sender,
  { contact_id, says_id }: Due,
  to: To & { readonly heardAt: string },
): Promise<SendOutcome> {
  const { database, vault, log } = needs;
  const found = await spokenBetween(database.read, vault, contact_id, says_id, says_id).catch(
    (err: unknown) => log.warn({ event: "outbox.unreadable-saying", contact: contact_id, err }),
  );
  if (found === undefined) return failed;
  const [spoken] = found;
  if (spoken === undefined) return { kind: "refused", why: "erased" };
  return sendBy(needs, channel, { ...to, ...spoken, key: keyOf(contact_id, says_id) });
}
