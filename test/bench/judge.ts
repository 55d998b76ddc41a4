/** Holds what came out against the reference: a fast wrong run is no result. */
import { isDeepStrictEqual } from "node:util";
import type { Path } from "./path.ts";
import { expected } from "./reference.ts";
import type { Said } from "./said.ts";
import type { Contact } from "./workload.ts";

/** How many contacts were told something else than they should, or have another registration, or none, or two. */
export async function wrongContacts(
  path: Path,
  said: Said,
  contacts: readonly Contact[],
): Promise<number> {
  const unsent = await path.unsent();
  if (unsent > 0) throw new Error(`bench: ${unsent} messages have no end`);
  const kept = Map.groupBy(await path.kept(), ({ nik }) => nik);
  const isRight = (contact: Contact): boolean => {
    const [submission, ...others] = kept.get(contact.person.nik) ?? [];
    if (submission === undefined || others.length > 0) return false;
    const { texts, registration } = expected(contact);
    const told = texts.map((text) => text.replace("{number}", submission.number));
    return (
      isDeepStrictEqual(said.textsOf(contact.from), told) &&
      isDeepStrictEqual(submission.registration, registration)
    );
  };
  return contacts.filter((contact) => !isRight(contact)).length;
}
