import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { change, statement } from "../../src/database/statement.ts";
import { eachDatabase } from "../databases.ts";
import { addContact, hashOf } from "./people.ts";

const findContact = statement<{ hash: Buffer; says: number }>()((db, param) =>
  db
    .selectFrom("contact")
    .select(["id", "says"])
    .where("channel", "=", "web-chat")
    .where("external_hash", "=", param("hash"))
    .where("says", ">=", param("says")),
);

const addSays = change<{ id: string; more: number }>()((db, param) =>
  db
    .updateTable("contact")
    .set(({ eb }) => ({ says: eb("says", "+", param("more")) }))
    .where("id", "=", param("id")),
);

const newest = statement<{ most: number }>()((db, param) =>
  db.selectFrom("contact").select("id").orderBy("id", "desc").limit(param("most")),
);

describe.each(eachDatabase)("statements on $kind", ({ fresh }) => {
  test("are filled in anew at each call, inside a transaction and outside", async () => {
    const { database } = await fresh();
    const [siti, budi] = await database.grouped(async (db) => {
      const ids = [await addContact(db, "Siti"), await addContact(db, "Budi")];
      expect(await findContact(db, { hash: hashOf("Siti"), says: 0 })).toEqual([
        { id: ids[0], says: 0 },
      ]);
      expect(await addSays(db, { id: String(ids[0]), more: 3 })).toBe(1);
      return ids;
    });
    expect(await findContact(database.read, { hash: hashOf("Siti"), says: 0 })).toEqual([
      { id: siti, says: 3 },
    ]);
    expect(await findContact(database.read, { hash: hashOf("Siti"), says: 4 })).toEqual([]);
    expect(await newest(database.read, { most: 1 })).toEqual([{ id: budi }]);
    expect(await database.grouped((db) => addSays(db, { id: "c-nobody", more: 1 }))).toBe(0);
  });

  test("refuse an input that is missing instead of looking for nothing", async () => {
    const { database } = await fresh();
    const forgetful = {} as { hash: Buffer; says: number };
    await expect(findContact(database.read, forgetful)).rejects.toThrow("no value for hash");
  });
});

test("one statement serves two databases, each in its own SQL, built once for each", async () => {
  const [sqlite, postgres] = await Promise.all(eachDatabase.map(({ fresh }) => fresh()));
  let built = 0;
  const count = statement<{ id: string }>()((db, param) => {
    built += 1;
    return db
      .selectFrom("contact")
      .select(sql<number>`count(*)`.as("contacts"))
      .where("id", "=", param("id"));
  });
  for (const opened of [sqlite, postgres, sqlite, postgres]) {
    const id = await opened?.database.grouped((db) => addContact(db, crypto.randomUUID()));
    const found = opened && (await count(opened.database.read, { id: String(id) }));
    expect(found).toEqual([{ contacts: 1 }]);
  }
  expect(built).toBe(2);
});

test("a database that is opened again is a new one", async () => {
  const { where } = await eachDatabase[0].fresh();
  for (const _again of [1, 2]) {
    const database = await openDatabase(where);
    expect(await newest(database.read, { most: 1 })).toEqual([]);
    await database.close();
  }
});
