/**
 * Going on in another place: what a code opens, and moving a registration from contact to contact. Both contacts are
 * locked, ids ascending, before anything is moved: where a turn finds out that it needs the other one too, it throws
 * `NeedsBoth` and is taken again from the start with both locks.
 */
import { saysNotMe } from "../conversation/besides/take-up.ts";
import type { Heard } from "../conversation/heard.ts";
import type { CodeFault, Gone, Handover, Moment, Person } from "../conversation/moment.ts";
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import { todayIn } from "../enrolment/calendar.ts";
import { handing, handoverCodeIn } from "../enrolment/handover-code.ts";
import {
  addHandover,
  addTry,
  type HandoverRow,
  handoverById,
  handoverOfCode,
  lastGone,
  triesSince,
} from "../people/handover-store.ts";
import { submissionsOfApplicant } from "../submissions/store.ts";
import type { InboxNeeds } from "./needs.ts";
import { type Seat, seatOfEnrolment } from "./seat.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** So many wrong codes on one channel within the hour are told to whoever watches; and again at each multiple. */
const manyWrong = 50;

/** What the talk must know of it in this turn. Asks the database only where the text, or where the talk stands, calls for it. */
export async function elsewhereOf(
  db: Db,
  needs: InboxNeeds,
  seat: Seat,
  heard: Heard,
): Promise<Pick<Moment, "code" | "offered" | "gone">> {
  const typed = heard.kind === "text" ? handoverCodeIn(heard.text) : undefined;
  const { aside, phase } = seat.session;
  const code = typed && (await openedBy(db, needs, seat, typed));
  const offered =
    aside?.kind === "take-up" ? await offeredAt(db, needs, seat, aside.handover) : undefined;
  const isOffered =
    aside?.kind === "offered" && aside.options.some(({ value }) => value === "not-me");
  const mayBeLeft = isOffered || saysNotMe({ material: needs.material() }, heard);
  const gone =
    mayBeLeft || (phase === "new" && seat.isShared) ? await goneFrom(db, needs, seat) : undefined;
  return {
    ...(code === undefined ? {} : { code }),
    ...(offered === undefined ? {} : { offered }),
    ...(gone === undefined ? {} : { gone }),
  };
}

/** Who tried too many is told to wait before it is looked at whether this one is right. */
async function openedBy(
  db: Db,
  needs: InboxNeeds,
  seat: Seat,
  code: string,
): Promise<Handover | CodeFault> {
  if (code === "mistyped") return code;
  const { contactId: contact_id } = seat;
  const tries = await triesSince(db, { contact_id }, agoOf(needs, handing.waitMinutes * minuteMs));
  if (tries >= handing.tries) return "wait";
  const [row] = await handoverOfCode(db, { code_hash: needs.vault.hash("handover", code) });
  if (row === undefined || !isLiving(needs, row)) return "unknown";
  if (row.contact_id === seat.contactId) return "from-here";
  return (await handoverIn(db, needs, row)) ?? "unknown";
}

async function offeredAt(
  db: Db,
  needs: InboxNeeds,
  seat: Seat,
  id: string,
): Promise<Handover | undefined> {
  const [row] = await handoverById(db, { id });
  if (row === undefined || !isLiving(needs, row) || row.contact_id === seat.contactId) return;
  return handoverIn(db, needs, row);
}

async function goneFrom(
  db: Db,
  needs: InboxNeeds,
  { contactId: contact_id }: Seat,
): Promise<Gone | undefined> {
  const since = agoOf(needs, handing.backHours * hourMs);
  const [row] = await lastGone(db, { contact_id, since });
  const person = row && (await personOf(db, needs, row));
  if (row?.used_at == null || person === undefined) return undefined;
  return { id: row.id, person, channel: row.channel, at: row.used_at };
}

function isLiving(needs: InboxNeeds, { used_at, expires_at }: HandoverRow): boolean {
  return used_at === null && expires_at > agoOf(needs, 0);
}

async function handoverIn(
  db: Db,
  needs: InboxNeeds,
  row: HandoverRow,
): Promise<Handover | undefined> {
  const person = await personOf(db, needs, row);
  return person && { id: row.id, person, begun: todayIn(row.begun_at) };
}

type Whose = Pick<HandoverRow, "applicant_id" | "enrolment_id" | "contact_id">;

async function personOf(
  db: Db,
  needs: InboxNeeds,
  { applicant_id, enrolment_id }: Omit<Whose, "contact_id">,
): Promise<Person | undefined> {
  // Where they sit is of no account for looking at them.
  const seat = await seatOfEnrolment(db, needs, "", enrolment_id);
  if (seat === undefined) return undefined;
  const submissions = await submissionsOfApplicant(db, applicant_id);
  return { id: enrolment_id, session: seat.session, submissions };
}

/** From now on the code opens this registration, and no earlier one does. */
export async function handOver(db: Db, needs: InboxNeeds, seat: Seat, code: string): Promise<void> {
  await addHandover(db, {
    id: newId("g"),
    code_hash: needs.vault.hash("handover", code),
    applicant_id: seat.applicantId,
    enrolment_id: seat.enrolmentId,
    contact_id: seat.contactId,
    expires_at: agoOf(needs, -handing.minutes * minuteMs),
  });
}

/** Many within an hour on one channel are somebody who guesses. */
export async function noteWrongCode(
  db: Db,
  needs: InboxNeeds,
  { contactId, channel, now }: { contactId: string; channel: string; now: string },
): Promise<void> {
  await addTry(db, { id: newId("w"), contact_id: contactId, channel, at: now });
  const count = await triesSince(db, { channel }, agoOf(needs, hourMs));
  if (count % manyWrong === 0) needs.guessed(channel, count);
}

/** UTC; a time to come where `ms` is below 0. */
function agoOf({ clock }: InboxNeeds, ms: number): string {
  return new Date(clock().getTime() - ms).toISOString();
}
