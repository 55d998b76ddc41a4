/** Sayings under the root key: farewells, which are about nobody. */
import type { Db } from "../database/open.ts";
import type { Sealed } from "../database/schema.ts";

export type Farewell = {
  readonly contact_id: string;
  readonly says_id: number;
  readonly body: Sealed;
};

/** All of them: there is at most one for each erasure of the last weeks. */
export async function farewells(db: Db): Promise<readonly Farewell[]> {
  return db
    .selectFrom("outbox")
    .select(["contact_id", "says_id", "body"])
    .where("applicant_id", "is", null)
    .execute();
}

export async function setFarewell(db: Db, { contact_id, says_id, body }: Farewell): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ body })
    .where("contact_id", "=", contact_id)
    .where("says_id", "=", says_id)
    .execute();
}
