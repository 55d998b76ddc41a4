/**
 * WHAT WAS DONE, BY WHOM. The entry is written in the transaction of the deed: neither is there without the other.
 * Each row's hash covers the row before under a key of its own, so an edit, a swap or a gap shows (`verify.ts`).
 */
import { alone } from "../database/alone.ts";
import type { Db } from "../database/open.ts";
import type { Chaining } from "../vault/chain.ts";
import { type AuditRow, append, newest } from "./store.ts";

/** Everything that is recorded. A deed that has no name here does not compile. */
export type Action =
  | "submission.accepted"
  | "submission.returned"
  | "submission.rejected"
  | "submission.revealed"
  | "person.erased"
  | "staff.added"
  | "staff.opened"
  | "staff.placed"
  | "staff.reset"
  | "staff.disabled"
  | "staff.enabled"
  | "staff.signed-in"
  | "staff.signed-out"
  | "staff.sign-ins-ended"
  | "token.added"
  | "token.revoked"
  | "key.rotated"
  | "backup.restored";

export type Deed = {
  /** `staff:<id>`, `token:<id>`, `applicant`, `operator` or `program`. */
  readonly who: string;
  readonly action: Action;
  /** Id of what it was done to; absent where that is gone, or there is none. */
  readonly about?: string;
  /** Classes, codes, counts and ids; never a value that a person gave. */
  readonly detail?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly at: string;
};

export async function record(db: Db, { chain }: Chaining, deed: Deed): Promise<void> {
  await alone(db, "audit");
  const [before] = await newest(db, {});
  const row = {
    seq: (before?.seq ?? 0) + 1,
    at: deed.at,
    who: deed.who,
    action: deed.action,
    about: deed.about ?? null,
    detail: JSON.stringify(deed.detail ?? {}),
  };
  await append(db, { ...row, hash: linkOf(chain, before?.hash ?? start, row) });
}

/** What stands before the first row. */
export const start = Buffer.alloc(32);

/** The hash a row must have after the row whose hash is `before`. */
export function linkOf(
  chain: Chaining["chain"],
  before: Buffer,
  row: Omit<AuditRow, "hash">,
): Buffer {
  const { seq, at, who, action, about, detail } = row;
  return chain(before, JSON.stringify([seq, at, who, action, about, detail]));
}
