/** The way of what a turn says: read where it lies, sent straight away after the commit, or sent from the table. */
import type { Inbound, Says } from "../channels/channel.ts";
import type { Language } from "../conversation/wording/wording.ts";
import type { Db } from "../database/open.ts";
import { hasten } from "../outbox/due-store.ts";
import { keyOf } from "../outbox/key.ts";
import type { Lane } from "../outbox/lanes.ts";
import { soonAfterWord } from "../outbox/retry.ts";
import { type Saying, say } from "../outbox/say.ts";
import { unpark } from "../outbox/waiting-store.ts";
import type { InboxNeeds } from "./needs.ts";

export type Spoken = {
  readonly contactId: string;
  readonly says: readonly Says[];
  readonly language: Language;
  /** When the person wrote what this answers (UTC). */
  readonly heardAt: string;
  readonly lane: Lane | undefined;
};

type Answer = Omit<Saying, "state" | "isAnswer" | "contact"> & {
  readonly contact: Omit<Saying["contact"], "channel"> & { readonly parked: number };
};

/** In the turn's transaction, under the contact's lock. */
export async function speak(
  db: Db,
  needs: InboxNeeds,
  { channel }: Pick<Inbound, "channel">,
  saying: Answer,
): Promise<Spoken> {
  const contact = { ...saying.contact, channel };
  const { language, now } = saying;
  // What waited for the person to write goes first, and by the table so does what follows it.
  const hasWaited = contact.parked === 1;
  if (hasWaited) await unpark(db, { contact_id: contact.id, now });
  const lane = hasWaited ? undefined : await needs.lanes?.laneFor(db, contact);
  const state = lane === undefined ? stateFor(needs, channel) : "sending";
  // The answer goes behind what failed before, and must not wait as long as that was to.
  if (state === "due")
    await hasten(db, { contact_id: contact.id, soon: soonAfterWord(new Date(now)).toISOString() });
  const says = await say(db, needs.vault, { ...saying, contact, state, isAnswer: true });
  return { contactId: contact.id, says, language, heardAt: now, lane };
}

/** After the commit: hands over what may leave, and tells of the rest. */
export function letGo(
  needs: InboxNeeds,
  { account, from }: Pick<Inbound, "account" | "from">,
  { contactId, says, language, heardAt, lane }: Spoken,
): void {
  if (lane === undefined) needs.announce(contactId);
  else
    needs.lanes?.hand(
      lane,
      says.map((said) => ({
        account,
        to: from,
        says: said,
        key: keyOf(contactId, said.id),
        language,
        heardAt,
      })),
    );
}

/** Messages of a channel that pulls are read where they are; others are sent. */
export function stateFor(needs: Pick<InboxNeeds, "pulls">, channel: string): "readable" | "due" {
  return needs.pulls.has(channel) ? "readable" : "due";
}
