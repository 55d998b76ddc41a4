/** A button that says whose it is: under a notice to somebody who is not at the phone now. */
import type { Heard } from "../conversation/heard.ts";
import type { Db } from "../database/open.ts";
import { seatAgain, speaksFor } from "../people/enrolment-store.ts";
import { ownerOf } from "../submissions/store.ts";

/**
 * `resume:LD-7K3M-92` seats the person of that number, where this phone spoke for them before, and is then an ordinary
 * button. Anybody else's number seats nobody.
 */
export async function sitDown(db: Db, contact_id: string, heard: Heard): Promise<Heard> {
  const [, value, number] =
    heard.kind === "choice" ? (/^([a-z-]+):(.+)$/.exec(heard.value) ?? []) : [];
  if (value === undefined || number === undefined) return heard;
  const [owner] = await ownerOf(db, { number });
  if (owner === undefined) return heard;
  const { applicant_id } = owner;
  if ((await speaksFor(db, { contact_id, applicant_id })).length === 0) return heard;
  await seatAgain(db, contact_id, applicant_id);
  return { kind: "choice", value };
}
