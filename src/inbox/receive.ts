/**
 * A MESSAGE ARRIVES. Seen before? Then what was said is said again and nothing changes. Else one transaction: load the
 * session, advance, save session, sayings and (after the last answer) the submission together. Nothing is answered
 * and nobody is rung before the commit.
 */
import type { Inbound, Says } from "../channels/channel.ts";
import { advance, open } from "../conversation/advance.ts";
import type { Language } from "../conversation/wording/wording.ts";
import type { Db } from "../database/open.ts";
import { sayingsBetween } from "../outbox/say.ts";
import { markRead } from "../outbox/store.ts";
import { findInbound, keepInbound } from "../people/heard-store.ts";
import { findContact } from "../people/store.ts";
import { NumberTaken } from "../submissions/submit.ts";
import { heardIn, linkOf } from "./arriving.ts";
import { type Address, contactOf, hashed, nameOf } from "./contact.ts";
import { carryOut } from "./effects.ts";
import { momentOf } from "./moment.ts";
import { lockTogether, NeedsBoth } from "./move.ts";
import type { InboxNeeds } from "./needs.ts";
import { firstSeat, saveSeat, seatFor, seatOf } from "./seat.ts";
import { sitDown } from "./sit-down.ts";
import { letGo, type Spoken, speak } from "./speak.ts";

export type Received =
  | { readonly kind: "says"; readonly says: readonly Says[] }
  | { readonly kind: "erased" };

/** Handles one message. Rejects when it could not be kept: the channel then lets it be sent again. */
export async function receive(needs: InboxNeeds, inbound: Inbound): Promise<Received> {
  return needs.inOrder(nameOf(inbound), async () => {
    const done = await untilItCan((together) =>
      needs.database.grouped((db) => takeTurn(db, needs, inbound, together)),
    );
    if (done.isCutOff === true) needs.lanes?.giveBack(String(done.told));
    if (done.told !== undefined) needs.announce(done.told);
    if (done.submitted !== undefined) needs.ring();
    if (done.isErased === true) {
      needs.lanes?.giveBack(done.contactId);
      needs.tidy();
    }
    if (done.spoken !== undefined) letGo(needs, inbound, done.spoken);
    return done.received;
  });
}

/** Makes the contact and lets the bot greet, in the language asked for, where somebody can come without a word. */
export async function meet(
  needs: InboxNeeds,
  address: Address,
  link: string | undefined,
  language?: Language,
): Promise<void> {
  const spoken = await needs.database.grouped(async (db) => {
    const contact = await contactOf(db, needs, address);
    if (contact.says > 0) return undefined;
    const now = needs.clock().toISOString();
    const seat = firstSeat(needs, contact.id, linkOf(link), now);
    const moment = await momentOf(db, needs, seat, undefined, address.channel);
    const turn = open({ ...seat.session, ...(language && { language }) }, moment);
    await saveSeat(db, needs, { ...seat, session: turn.session });
    return speak(db, needs, address, {
      contact,
      about: seat,
      bodies: turn.says,
      language: turn.session.language,
      now,
    });
  });
  if (spoken !== undefined) letGo(needs, address, spoken);
}

/** Whether the channel knows somebody there. */
export async function knows(needs: InboxNeeds, address: Address): Promise<boolean> {
  const rows = await findContact(needs.database.read, hashed(needs, address));
  return rows.length > 0;
}

/** The contact's id, for listening. */
export async function contactIdOf(
  needs: InboxNeeds,
  address: Address,
): Promise<string | undefined> {
  const [row] = await findContact(needs.database.read, hashed(needs, address));
  return row?.id;
}

/** What was said after the saying `after`; what lies before it counts as read. */
export async function saysAfter(
  needs: InboxNeeds,
  address: Address,
  after: number,
): Promise<Received> {
  const { read } = needs.database;
  const [contact] = await findContact(read, hashed(needs, address));
  if (contact === undefined) return { kind: "says", says: [] };
  const says = await sayingsBetween(read, needs.vault, contact.id, after + 1, contact.says);
  if (after > 0) {
    const now = needs.clock().toISOString();
    await needs.database.grouped((db) =>
      markRead(db, { contact_id: contact.id, up_to: after, now }),
    );
  }
  return { kind: "says", says };
}

/**
 * Two people may draw the same number in the same moment: the later one's whole turn is taken again with another. So is
 * a turn that moves somebody from one contact to another, with both locked from its beginning.
 */
async function untilItCan<T>(take: (together: readonly string[]) => Promise<T>): Promise<T> {
  let together: readonly string[] = [];
  for (let tries = 1; ; tries += 1) {
    try {
      return await take(together);
    } catch (error) {
      const isToRepeat = error instanceof NumberTaken || error instanceof NeedsBoth;
      if (!isToRepeat || tries >= 5) throw error;
      if (error instanceof NeedsBoth) together = error.contacts;
    }
  }
}

type Done = {
  readonly contactId: string;
  readonly received: Received;
  /** Nothing when it was said before. */
  readonly spoken?: Spoken;
  readonly submitted?: string;
  readonly isErased?: true;
  readonly told?: string;
  readonly isCutOff?: boolean;
};

async function takeTurn(
  db: Db,
  needs: InboxNeeds,
  inbound: Inbound,
  together: readonly string[],
): Promise<Done> {
  await lockTogether(db, together);
  const contact = await contactOf(db, needs, inbound);
  const external_hash = needs.vault.hash("inbound", contact.id, inbound.id);
  const [before] = await findInbound(db, { contact_id: contact.id, external_hash });
  if (before !== undefined) {
    if (before.erased === 1) return { contactId: contact.id, received: { kind: "erased" } };
    const says = await sayingsBetween(
      db,
      needs.vault,
      contact.id,
      before.says_from,
      before.says_to,
    );
    return { contactId: contact.id, received: { kind: "says", says } };
  }
  const now = needs.clock().toISOString();
  const tapped = await heardIn(db, needs, contact.id, inbound);
  const heard = await sitDown(db, contact.id, tapped);
  const seated = await seatOf(db, needs, contact.id);
  const seat = seated ?? (await seatFor(db, needs, contact, linkOf(inbound.link), now));
  const elsewhere = needs.elsewhere(inbound.channel);
  const moment = { ...(await momentOf(db, needs, seat, heard, inbound.channel)), elsewhere };
  const turn = advance(seat.session, heard, moment);
  const { channel } = inbound;
  const done = { seat, turn, contactId: contact.id, channel, now, together };
  const { seat: about, ...after } = await carryOut(db, needs, done);
  const saying = {
    contact,
    about,
    bodies: turn.says,
    language: turn.session.language,
    now,
  };
  const spoken = await speak(db, needs, inbound, saying);
  const { says } = spoken;
  await keepInbound(db, {
    contact_id: contact.id,
    external_hash,
    applicant_id: about?.applicantId ?? null,
    says_from: contact.says + 1,
    says_to: contact.says + says.length,
    now,
  });
  return {
    contactId: contact.id,
    received: { kind: "says", says },
    spoken,
    ...after,
  };
}
