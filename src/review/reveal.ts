/** What is masked, shown in full: never without an entry in the audit that says who looked at whom. */
import { record } from "../audit/record.ts";
import type { Registration } from "../enrolment/registration.ts";
import { type LookNeeds, openUp } from "./look.ts";

export type Revealing = {
  readonly id: string;
  readonly by: string;
  readonly now: string;
  /** A code; needed by nobody who has it in hand. */
  readonly reason?: string;
};

export async function reveal(
  needs: LookNeeds,
  { id, by, now, reason }: Revealing,
): Promise<Registration | undefined> {
  const opened = await openUp(needs, id);
  if (opened === undefined) return undefined;
  const { revision, registration } = opened;
  const detail = reason === undefined ? { revision } : { revision, reason };
  await needs.database.grouped((db) =>
    record(db, needs.vault, { who: by, action: "submission.revealed", about: id, detail, at: now }),
  );
  return registration;
}
