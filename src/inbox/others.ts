/** Who else has a registration on the same phone. */
import type { Moment, Person } from "../conversation/moment.ts";
import type { Db } from "../database/open.ts";
import { enrolmentsAt, seatAgain } from "../people/enrolment-store.ts";
import { submissionsOfApplicant } from "../submissions/store.ts";
import type { InboxNeeds } from "./needs.ts";
import { type Seat, seatOfEnrolment } from "./seat.ts";

/** So many are opened in a turn at most: a phone of a family, not of a village. */
const mostOpened = 8;

/** The others at the phone of this seat, who spoke last first. Whoever has answered nothing is nobody there yet. */
export async function othersBeside(
  db: Db,
  needs: InboxNeeds,
  { contactId, applicantId }: Seat,
): Promise<Pick<Moment, "others">> {
  const rows = await enrolmentsAt(db, { contact_id: contactId });
  const latest = rows.filter(
    (row, index) =>
      row.applicant_id !== applicantId &&
      rows.findIndex((other) => other.applicant_id === row.applicant_id) === index,
  );
  const others: Person[] = [];
  for (const { id } of latest.slice(0, mostOpened)) {
    const seat = await seatOfEnrolment(db, needs, contactId, id);
    if (seat === undefined || Object.keys(seat.session.answers).length === 0) continue;
    const { session } = seat;
    const submissions =
      session.number === undefined ? [] : await submissionsOfApplicant(db, seat.applicantId);
    others.push({ id, session, submissions });
  }
  others.sort((one, other) => other.session.heardAt.localeCompare(one.session.heardAt));
  return others.length === 0 ? {} : { others };
}

/** Seats whose enrolment it is; rejects when they are gone, which no talk proposes. */
export async function seatPerson(
  db: Db,
  needs: InboxNeeds,
  contactId: string,
  enrolmentId: string,
): Promise<Seat> {
  const seat = await seatOfEnrolment(db, needs, contactId, enrolmentId);
  if (seat === undefined) throw new Error("inbox: nobody has that seat any more");
  await seatAgain(db, contactId, seat.applicantId);
  return seat;
}
