/** What a turn asks the house to do, done in the turn's own transaction. */
import { createHash, randomUUID } from "node:crypto";
import { hereOf } from "../conversation/here.ts";
import { registrationOf } from "../conversation/registration.ts";
import type { Effect, Turn } from "../conversation/turn.ts";
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import { todayIn } from "../enrolment/calendar.ts";
import { askForStaff } from "../people/staff-request-store.ts";
import { erasePerson } from "../privacy/erase.ts";
import { recordConsent } from "../privacy/store.ts";
import { countQuestion } from "../reports/question-store.ts";
import { countEvent } from "../reports/store.ts";
import { submit } from "../submissions/submit.ts";
import { handOver, noteWrongCode } from "./elsewhere.ts";
import { momentOf } from "./moment.ts";
import { moveHere } from "./move.ts";
import type { InboxNeeds } from "./needs.ts";
import { seatPerson } from "./others.ts";
import { firstSeat, type Seat, saveSeat } from "./seat.ts";

export type Done = {
  readonly seat: Seat;
  readonly turn: Turn;
  readonly contactId: string;
  readonly channel: string;
  readonly now: string;
  /** The contacts that are locked together. */
  readonly together: readonly string[];
};

type After = {
  readonly seat: Seat | undefined;
  readonly submitted?: string;
  readonly isErased?: true;
  /** Another contact that was told something, and whether what was about to be sent there is gone. */
  readonly told?: string;
  readonly isCutOff?: boolean;
};

/** Saves the session and carries the effects out. The seat that comes back is the one the sayings belong to. */
export async function carryOut(db: Db, needs: InboxNeeds, done: Done): Promise<After> {
  const erase = done.turn.effects.find((effect) => effect.kind === "erase");
  if (erase !== undefined) return eraseSeat(db, needs, done, erase.next);
  const moving = done.turn.effects.find(
    (effect) => effect.kind === "take-up" || effect.kind === "take-back",
  );
  const { seat, ...moved } =
    moving === undefined
      ? { seat: await seatAfter(db, needs, done) }
      : await moveHere(db, needs, done, moving);
  let submitted: string | undefined;
  for (const effect of done.turn.effects) {
    submitted = (await carryOutOne(db, needs, { ...done, seat }, effect)) ?? submitted;
  }
  return { seat, ...moved, ...(submitted === undefined ? {} : { submitted }) };
}

/** Destroys the person; who is next on the phone sits there again, and the sayings are theirs. */
async function eraseSeat(
  db: Db,
  needs: InboxNeeds,
  done: Done,
  next: string | undefined,
): Promise<After> {
  const { seat, turn, contactId, now } = done;
  for (const effect of turn.effects) {
    if (effect.kind === "passed" || effect.kind === "asked")
      await carryOutOne(db, needs, done, effect);
  }
  if ("version" in seat.saved)
    await erasePerson(db, needs.vault, seat.applicantId, now, "applicant");
  needs.recent.forget(seat.enrolmentId);
  if (next === undefined) return { seat: undefined, isErased: true };
  const other = { ...(await seatPerson(db, needs, contactId, next)), session: turn.session };
  await saveSeat(db, needs, other);
  return { seat: other, isErased: true };
}

async function seatAfter(db: Db, needs: InboxNeeds, done: Done): Promise<Seat> {
  const { session, effects } = done.turn;
  const moved = effects.find((effect) => effect.kind === "seat");
  if (moved !== undefined) {
    await saveSeat(db, needs, { ...done.seat, session: moved.left });
    const other = await seatPerson(db, needs, done.contactId, moved.person);
    const seat = { ...other, session };
    await saveSeat(db, needs, seat);
    return seat;
  }
  if (!effects.some(({ kind }) => kind === "new-person")) {
    const seat = { ...done.seat, session };
    await saveSeat(db, needs, seat);
    return seat;
  }
  if ("wrapped" in done.seat.saved) await saveSeat(db, needs, done.seat);
  const seat = { ...firstSeat(needs, done.contactId, done.seat.link, done.now), session };
  await saveSeat(db, needs, seat);
  return seat;
}

async function carryOutOne(
  db: Db,
  needs: InboxNeeds,
  { seat, contactId, channel, now }: Done,
  effect: Effect,
): Promise<string | undefined> {
  const { applicantId, enrolmentId, link } = seat;
  switch (effect.kind) {
    case "consent":
      await recordConsent(db, {
        id: newId("k"),
        applicant_id: applicantId,
        enrolment_id: enrolmentId,
        purpose: "enrolment",
        text_hash: createHash("sha256").update(effect.shown).digest("hex"),
        content_hash: needs.material().hash,
        answer: effect.answer,
        channel,
        at: now,
      });
      return undefined;
    case "staff":
      await askForStaff(db, { id: newId("h"), contactId, applicantId, why: effect.why, now });
      return undefined;
    case "passed":
      await countEvent(db, {
        id: newId("f"),
        day: todayIn(now),
        flow: needs.material().flow.name,
        step: effect.step,
        event: effect.event,
        channel,
        link,
      });
      return undefined;
    case "submit": {
      const moment = await momentOf(db, needs, seat, undefined, channel);
      return submit(db, needs.vault, {
        ...registrationOf(hereOf(seat.session, moment)),
        applicantId,
        enrolmentId,
        contactId,
        dataKey: seat.dataKey,
        number: effect.number,
        contentHash: needs.material().hash,
        channel,
        link,
        now,
      });
    }
    case "asked":
      await countQuestion(db, {
        // One that tells the time would tell who asked: of each message it is kept when it came.
        id: `u-${randomUUID()}`,
        day: todayIn(now),
        flow: needs.material().flow.name,
        outcome: effect.outcome,
        topic: effect.topic ?? null,
        step: effect.step ?? null,
        channel,
        link,
      });
      return undefined;
    case "hand-over":
      await handOver(db, needs, seat, effect.code);
      return undefined;
    case "wrong-code":
      await noteWrongCode(db, needs, { contactId, channel, now });
      return undefined;
    case "erase":
    case "new-person":
    case "seat":
    case "take-up":
    case "take-back":
      return undefined;
  }
}
