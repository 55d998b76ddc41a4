/** The moment of a turn: the time, the settings, and what was handed in before. */

import type { Heard } from "../conversation/heard.ts";
import { hereOf, nextStep } from "../conversation/here.ts";
import type { Moment, SubmissionView } from "../conversation/moment.ts";
import type { Db } from "../database/open.ts";
import { todayIn } from "../enrolment/calendar.ts";
import { spokenNumberIn } from "../enrolment/spoken-number.ts";
import { findByNumber, submissionsOfApplicant } from "../submissions/store.ts";
import { elsewhereOf } from "./elsewhere.ts";
import type { InboxNeeds } from "./needs.ts";
import { othersBeside } from "./others.ts";
import type { Seat } from "./seat.ts";

export async function momentOf(
  db: Db,
  needs: InboxNeeds,
  seat: Seat,
  heard: Heard | undefined,
  channel?: string,
): Promise<Moment> {
  const now = needs.clock().toISOString();
  const hasHandedIn = seat.session.number !== undefined;
  const lookedUp = heard?.kind === "text" ? await lookUp(db, heard.text) : undefined;
  const moment: Moment = {
    now,
    today: todayIn(now),
    material: needs.material(),
    operator: needs.operator,
    trial: needs.trial,
    keeping: needs.keeping,
    abilities: channel === undefined ? [] : needs.abilitiesOf(channel),
    ...(needs.reviewDays === undefined ? {} : { reviewDays: needs.reviewDays }),
    // Asked of the database only once something was handed in.
    submissions: hasHandedIn ? await submissionsOfApplicant(db, seat.applicantId) : [],
    ...(lookedUp === undefined ? {} : { lookedUp }),
    ...(seat.isShared ? await othersBeside(db, needs, seat) : {}),
    newNumber: needs.newNumber,
    newCode: needs.newCode,
    ...(heard === undefined ? {} : await elsewhereOf(db, needs, seat, heard)),
  };
  const step = nextStep(hereOf(seat.session, moment));
  const isLast = step?.type === "ask" && step.datum === "confirm";
  if (!isLast || seat.session.number !== undefined) return moment;
  const number = await freeNumber(db, needs);
  return { ...moment, newNumber: () => number };
}

/** Several numbers in a row that are all taken do not happen by chance. */
async function freeNumber(db: Db, needs: InboxNeeds): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    const number = needs.newNumber();
    if ((await findByNumber(db, number)) === undefined) return number;
  }
  throw new Error("inbox: no free number in twenty tries");
}

/** What the number in a text stands for; undefined when the text holds none. */
async function lookUp(db: Db, text: string): Promise<SubmissionView | "unknown" | undefined> {
  const number = spokenNumberIn(text);
  if (number === undefined) return undefined;
  return (await findByNumber(db, number)) ?? "unknown";
}
