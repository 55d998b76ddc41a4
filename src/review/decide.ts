/**
 * STAFF DECIDE, AND THE PERSON IS TOLD. The decision, the reopened questions and the notice are one transaction:
 * nobody is decided about without a word, and nobody gets a word about a decision that was not taken.
 */
import { type Decision, tellDecision } from "../conversation/besides/decided.ts";
import type { Db } from "../database/open.ts";
import type { Reason } from "../enrolment/submission.ts";
import { momentOf } from "../inbox/moment.ts";
import type { InboxNeeds } from "../inbox/needs.ts";
import { isTaken, saveSeat, seatOfEnrolment } from "../inbox/seat.ts";
import { stateFor } from "../inbox/speak.ts";
import { say } from "../outbox/say.ts";
import { lockContactById } from "../people/store.ts";
import { type Decided, type Deciding, decide } from "../submissions/decide.ts";
import { contactOf, type Decidable } from "../submissions/decision-store.ts";
import { decisionsTaken } from "./look.ts";

export type Reviewing = Omit<Deciding, "now">;

export type Reviewed =
  | { readonly kind: "decided" }
  | { readonly kind: "unknown" }
  /** Somebody else was quicker, or it was handed in again; `taken` is the last decision about it. */
  | { readonly kind: "moved-on"; readonly taken: Taken | undefined }
  /** The machines have not looked yet. */
  | { readonly kind: "not-checked-yet" }
  | { readonly kind: "claimed" }
  /** A return without reasons, a reason that is none of the list, or a reason for an acceptance. */
  | { readonly kind: "bad-reasons" };

type Taken = Awaited<ReturnType<typeof decisionsTaken>>[number];

/** The same decision again, by the same one, is answered as the first time: an answer may get lost on its way. */
export async function review(needs: InboxNeeds, reviewing: Reviewing): Promise<Reviewed> {
  if (!areFitting(needs, reviewing)) return { kind: "bad-reasons" };
  const now = needs.clock().toISOString();
  const contactId = await contactOf(needs.database.read, reviewing.id);
  if (contactId === undefined) return { kind: "unknown" };
  const decided = await needs.database.grouped(async (db) => {
    // In the order in which everybody locks: the contact, then what it handed in.
    const [contact] = await lockContactById(db, { id: contactId });
    // They went on elsewhere since it was looked up.
    if ((await contactOf(db, reviewing.id)) !== contactId) return undefined;
    const decided = await decide(db, needs.vault, { ...reviewing, now });
    if (decided.kind === "decided" && contact !== undefined) {
      await tell(db, needs, contact, decided.submission, reviewing, now);
    }
    return decided;
  });
  if (decided === undefined) return review(needs, reviewing);
  if (decided.kind === "decided") needs.announce(contactId);
  return outcome(needs, reviewing, decided);
}

async function outcome(
  needs: InboxNeeds,
  reviewing: Reviewing,
  decided: Decided,
): Promise<Reviewed> {
  if (decided.kind !== "moved") return { kind: decided.kind };
  if (decided.state === "received" && decided.revision === reviewing.revision) {
    return { kind: "not-checked-yet" };
  }
  const taken = await decisionsTaken(needs.database.read, reviewing.id);
  const { revision, verdict, by, reasons } = reviewing;
  const isTheSame = taken.some(
    (one) =>
      one.revision === revision &&
      one.verdict === verdict &&
      one.by === by &&
      inOrder(one.reasons) === inOrder(reasons),
  );
  return isTheSame ? { kind: "decided" } : { kind: "moved-on", taken: taken.at(-1) };
}

/** In whatever order they were given. */
function inOrder(reasons: readonly Reason[]): string {
  return reasons
    .map(({ about, code }) => `${about}:${code}`)
    .toSorted()
    .join(" ");
}

/** Each datum once, with a reason that stands in `flows/reasons.yaml`. */
function areFitting(needs: InboxNeeds, { verdict, reasons }: Reviewing): boolean {
  const { return: returned, reject } = needs.material().reasons;
  const abouts = reasons.map(({ about }) => about);
  if (new Set(abouts).size < abouts.length) return false;
  switch (verdict) {
    case "accepted":
      return reasons.length === 0;
    case "returned":
      return (
        reasons.length > 0 &&
        reasons.every(({ about, code }) => returned[about]?.includes(code) ?? false)
      );
    case "rejected":
      return (
        reasons.length === 1 &&
        reasons.every(({ about, code }) => about === "all" && reject.includes(code))
      );
  }
}

/** The words in the chat, and the session as it is after them. */
async function tell(
  db: Db,
  needs: InboxNeeds,
  contact: { readonly id: string; readonly channel: string; readonly says: number },
  submission: Decidable,
  { verdict, reasons }: Reviewing,
  now: string,
): Promise<void> {
  const seat = await seatOfEnrolment(db, needs, contact.id, submission.enrolment_id);
  if (seat === undefined) return;
  const isAtPhone = await isTaken(db, seat);
  const decision: Decision = { verdict, reasons, number: submission.number, isAtPhone };
  const moment = await momentOf(db, needs, seat, undefined);
  const turn = tellDecision(seat.session, moment, decision);
  await saveSeat(db, needs, { ...seat, session: turn.session });
  const state = stateFor(needs, contact.channel);
  await say(db, needs.vault, {
    contact,
    about: seat,
    bodies: turn.says,
    language: turn.session.language,
    state,
    isAnswer: false,
    now,
  });
}
