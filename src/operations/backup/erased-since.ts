/**
 * Who was erased after a backup was made. A backup still holds them, and what people were promised is gone must not
 * come back with it.
 */
import type { Db } from "../../database/open.ts";
import { applicantIds } from "../../people/root-store.ts";
import { erasureIds } from "../../privacy/store.ts";

/** Who is in a database, and which erasures it notes; an erasure's note does not say whose it was. */
export type People = {
  readonly applicants: readonly string[];
  readonly erasures: readonly string[];
};

export async function peopleIn(db: Db): Promise<People> {
  return { applicants: await applicantIds(db), erasures: await erasureIds(db) };
}

/**
 * The people of `before` who are no longer in `after`, a later state of the same database. Undefined when it is none,
 * or when more people are missing than erasures were noted (some were lost, not erased): then nobody can be told.
 */
export function erasedSince(before: People, after: People): readonly string[] | undefined {
  const [alive, noted] = [new Set(after.applicants), new Set(after.erasures)];
  const isLater = before.erasures.every((id) => noted.has(id));
  const gone = before.applicants.filter((id) => !alive.has(id));
  const newNotes = noted.size - before.erasures.length;
  return isLater && gone.length <= newNotes ? gone : undefined;
}
