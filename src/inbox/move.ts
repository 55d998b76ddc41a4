/**
 * A registration moves from contact to contact: the rows, the seat, and a word in the place that is left. Both contacts
 * are locked, ids ascending, before the turn looks at anything: one that finds out that it needs another contact throws
 * `NeedsBoth`, and is taken again from the start with both locks.
 */
import { tellMoved, tellTakenBack } from "../conversation/besides/take-up.ts";
import type { Effect, Say } from "../conversation/turn.ts";
import type { Db } from "../database/open.ts";
import { say } from "../outbox/say.ts";
import { eraseSaid } from "../outbox/store.ts";
import { lockContacts } from "../people/erase-store.ts";
import {
  endHandoversOf,
  handoverById,
  takenBySince,
  useHandover,
} from "../people/handover-store.ts";
import { contactOfEnrolment, detach, moveApplicant } from "../people/moving-store.ts";
import { lockContactById } from "../people/store.ts";
import { moveSubmissions } from "../submissions/store.ts";
import type { Done } from "./effects.ts";
import { momentOf } from "./moment.ts";
import type { InboxNeeds } from "./needs.ts";
import { type Seat, saveSeat, seatOfEnrolment } from "./seat.ts";
import { stateFor } from "./speak.ts";

/** The turn is to be taken again, with these contacts locked first. */
export class NeedsBoth extends Error {
  readonly contacts: readonly string[];

  constructor(contacts: readonly string[]) {
    super("inbox: another contact is to be locked first");
    this.name = "NeedsBoth";
    this.contacts = contacts;
  }
}

/** In the order in which everybody locks them. */
export async function lockTogether(db: Db, contacts: readonly string[]): Promise<void> {
  await lockContacts(db, contacts.toSorted());
}

export type Moving = Effect & { readonly kind: "take-up" | "take-back" };

type Moved = {
  /** Of the person who came. */
  readonly seat: Seat;
  /** The contact that was left, and has something new. */
  readonly told: string;
  /** What was about to be sent there is not to be. */
  readonly isCutOff: boolean;
};

/** Seats the person here, with the session that came out of the turn. */
export async function moveHere(
  db: Db,
  needs: InboxNeeds,
  done: Done,
  moving: Moving,
): Promise<Moved> {
  const [row] = await handoverById(db, { id: moving.handover });
  const from = row && (await contactOfEnrolment(db, { id: row.enrolment_id }))[0]?.contact_id;
  // Under both locks it is as the turn saw it; without them it is looked at again.
  if (row === undefined || from === undefined || !done.together.includes(from)) {
    throw new NeedsBoth([done.contactId, ...(from === undefined ? [] : [from])]);
  }
  const { contactId: to, now } = done;
  const seat = await seatOfEnrolment(db, needs, to, row.enrolment_id);
  if (seat === undefined) throw new Error("inbox: nobody has that seat any more");
  if ("version" in done.seat.saved)
    await saveSeat(db, needs, { ...done.seat, session: moving.left });

  const { applicantId } = seat;
  const isBack = moving.kind === "take-back";
  if (isBack) await cutOff(db, applicantId, row.id, to);
  else if ((await useHandover(db, { id: row.id, now, taken_by: to })) === 0) {
    throw new Error("inbox: the code was used by somebody else meanwhile");
  }
  await moveApplicant(db, { applicantId, from, to, now });
  await moveSubmissions(db, { applicantId, contactId: to });
  const here = { ...seat, session: done.turn.session };
  await saveSeat(db, needs, here);

  const moment = await momentOf(db, needs, here, undefined);
  const told = isBack
    ? { about: undefined, bodies: tellTakenBack(here.session, moment) }
    : { about: here, bodies: tellMoved(here.session, moment, done.channel) };
  await tell(db, needs, from, { ...told, language: here.session.language, now });
  return { seat: here, told: from, isCutOff: isBack };
}

/** Nobody who came to it by this code, or by one after it, sees anything of the person any more. */
async function cutOff(db: Db, applicantId: string, handover: string, to: string): Promise<void> {
  const reached = await takenBySince(db, applicantId, handover);
  const contacts = [...new Set(reached)].filter((contact) => contact !== to);
  await eraseSaid(db, applicantId, contacts);
  for (const contact of contacts) await detach(db, contact, applicantId);
  await endHandoversOf(db, applicantId);
}

type Word = {
  readonly about: Seat | undefined;
  readonly bodies: readonly Say[];
  readonly language: Seat["session"]["language"];
  readonly now: string;
};

async function tell(db: Db, needs: InboxNeeds, contactId: string, word: Word): Promise<void> {
  const [contact] = await lockContactById(db, { id: contactId });
  if (contact === undefined) return;
  const state = stateFor(needs, contact.channel);
  await say(db, needs.vault, { ...word, contact, state, isAnswer: false });
}
