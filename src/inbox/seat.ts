/** Who sits at the phone now: the applicant a contact speaks for, with data key and session. */
import { newSession, parseSession, type Session } from "../conversation/session.ts";
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import type { Sealed } from "../database/schema.ts";
import {
  addApplicant,
  currentEnrolment,
  type EnrolmentState,
  enrolmentById,
  saveSession,
  seatedAt,
  setEnrolmentState,
} from "../people/enrolment-store.ts";
import { dataKeysOf } from "../people/store.ts";
import type { DataKey } from "../vault/vault.ts";
import type { InboxNeeds } from "./needs.ts";

export type Seat = {
  readonly contactId: string;
  readonly applicantId: string;
  readonly enrolmentId: string;
  readonly dataKey: DataKey;
  readonly session: Session;
  readonly link: string | null;
  /** Others have spoken from this contact too. */
  readonly isShared: boolean;
  /** The version that was loaded; a seat that was never saved carries the wrapped key to save. */
  readonly saved:
    | { readonly version: number; readonly state: EnrolmentState }
    | { readonly wrapped: Sealed; readonly since: string };
};

/** The seat that is taken now, or undefined when nobody has sat there (or was erased). */
export async function seatOf(
  db: Db,
  needs: InboxNeeds,
  contactId: string,
): Promise<Seat | undefined> {
  const [row] = await currentEnrolment(db, { contact_id: contactId });
  return row && { ...opened(needs, contactId, row), isShared: Number(row.people) > 1 };
}

/** The seat of one enrolment, whoever sits at the phone now; undefined when the person was erased. */
export async function seatOfEnrolment(
  db: Db,
  needs: InboxNeeds,
  contactId: string,
  enrolmentId: string,
): Promise<Seat | undefined> {
  const [row] = await enrolmentById(db, { id: enrolmentId });
  return row && opened(needs, contactId, row);
}

/** Whether it is the seat at the phone now. */
export async function isTaken(db: Db, seat: Seat): Promise<boolean> {
  const [row] = await seatedAt(db, { contact_id: seat.contactId });
  return row?.applicant_id === seat.applicantId;
}

type Row = Awaited<ReturnType<typeof enrolmentById>>[number];

function opened(needs: InboxNeeds, contactId: string, row: Row): Seat {
  const dataKey = needs.vault.dataKey(row.applicant_id, row.data_key);
  const session = sessionIn(needs, dataKey, row);
  return {
    contactId,
    applicantId: row.applicant_id,
    enrolmentId: row.enrolment_id,
    dataKey,
    // A session of a shape this program does not know starts over rather than locking the person out.
    session: session ?? newSession(needs.clock().toISOString()),
    link: row.link,
    isShared: false,
    saved: { version: row.version, state: row.state },
  };
}

function sessionIn(needs: InboxNeeds, dataKey: DataKey, row: Row): Session | undefined {
  const material = needs.material();
  const known = needs.recent.in(row.enrolment_id, row.session, material);
  if (known !== undefined) return known;
  const json = needs.vault.open(dataKey, sessionPlace(row.enrolment_id), row.session);
  return parseSession(JSON.parse(json), material);
}

/** A seat for whoever writes where nobody sits; others may have sat there before. */
export async function seatFor(
  db: Db,
  needs: InboxNeeds,
  contact: { readonly id: string; readonly says: number },
  link: string | null,
  since: string,
): Promise<Seat> {
  // Who comes for the first time was told nothing yet.
  const people = contact.says === 0 ? [] : await dataKeysOf(db, { contact_id: contact.id });
  return { ...firstSeat(needs, contact.id, link, since), isShared: people.length > 0 };
}

/** A seat for a new person. */
export function firstSeat(
  needs: InboxNeeds,
  contactId: string,
  link: string | null,
  since: string,
): Seat {
  const applicantId = newId("a");
  const { key, wrapped } = needs.vault.newDataKey(applicantId);
  return {
    contactId,
    applicantId,
    enrolmentId: newId("e"),
    dataKey: key,
    session: newSession(since),
    link,
    isShared: false,
    saved: { wrapped, since },
  };
}

/** Saves the session. Rejects when another process saved since it was loaded: the message is then taken again. */
export async function saveSeat(db: Db, needs: InboxNeeds, seat: Seat): Promise<void> {
  const session = needs.vault.seal(
    seat.dataKey,
    sessionPlace(seat.enrolmentId),
    JSON.stringify(seat.session),
  );
  const material = needs.material();
  const { hash, flow } = material;
  needs.recent.keep(seat.enrolmentId, session, seat.session, material);
  const now = needs.clock().toISOString();
  if ("wrapped" in seat.saved) {
    const enrolment = {
      id: seat.enrolmentId,
      applicant_id: seat.applicantId,
      contact_id: seat.contactId,
      flow: flow.name,
      content_hash: hash,
      session,
      link: seat.link,
      created_at: seat.saved.since,
      updated_at: seat.saved.since,
    };
    return addApplicant(db, enrolment, seat.saved.wrapped);
  }
  const { version, state: before } = seat.saved;
  const { enrolmentId: id } = seat;
  const saved = await saveSession(db, {
    id,
    version,
    next: version + 1,
    session,
    content_hash: hash,
    now,
  });
  if (saved === 0) throw new Error("inbox: the session was saved by somebody else meanwhile");
  const state = seat.session.phase === "submitted" ? "submitted" : "draft";
  if (state !== before) await setEnrolmentState(db, { id, state });
}

function sessionPlace(enrolmentId: string) {
  return { table: "enrolment", row: enrolmentId, column: "session" } as const;
}
