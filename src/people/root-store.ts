/** What people's rows hold under the root key: the wrapped key of each applicant and the address of each contact. */
import type { Db } from "../database/open.ts";
import type { Sealed } from "../database/schema.ts";

/** In the order of their ids, so that a page begins after the last of the page before. */
export async function wrappedKeysAfter(
  db: Db,
  after: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly data_key: Sealed }[]> {
  return db
    .selectFrom("applicant")
    .select(["id", "data_key"])
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
}

export async function setWrappedKey(db: Db, id: string, data_key: Sealed): Promise<void> {
  await db.updateTable("applicant").set({ data_key }).where("id", "=", id).execute();
}

export async function addressesAfter(
  db: Db,
  after: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly address: Sealed }[]> {
  return db
    .selectFrom("contact")
    .select(["id", "address"])
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
}

export async function setAddress(db: Db, id: string, address: Sealed): Promise<void> {
  await db.updateTable("contact").set({ address }).where("id", "=", id).execute();
}

/** Everybody, for telling two databases apart. */
export async function applicantIds(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("applicant").select("id").execute();
  return rows.map(({ id }) => id);
}

/** How much there is to go through. */
export async function countPeople(db: Db): Promise<number> {
  const count = async (table: "applicant" | "contact") => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return row.count;
  };
  return (await count("applicant")) + (await count("contact"));
}
