import { describe, expect, test } from "vitest";
import { newId } from "../../src/database/ids.ts";
import type { Db } from "../../src/database/open.ts";
import { eachDatabase } from "../databases.ts";
import { addContact, addSubmission, at, contactIds, hashOf, sealed } from "./people.ts";

describe.each(eachDatabase)("tables on $kind", ({ fresh }) => {
  test.each<readonly [string, (db: Db) => Promise<unknown>]>([
    [
      "a change of the history",
      (db) => db.updateTable("submission_history").set({ by: "x" }).execute(),
    ],
    [
      "a change of a revision",
      (db) => db.updateTable("submission_revision").set({ contribution: sealed() }).execute(),
    ],
    ["a change of a consent", (db) => db.updateTable("consent").set({ answer: "no" }).execute()],
    ["a second contact at one address", (db) => addContact(db, "Siti")],
    [
      "a state that does not exist",
      (db) => db.updateTable("submission").set({ state: "lost" }).execute(),
    ],
    [
      "a truth that is neither 0 nor 1",
      (db) => db.updateTable("contact_applicant").set({ current: 2 }).execute(),
    ],
    [
      "a hash that is none",
      (db) => db.updateTable("contact").set({ external_hash: sealed() }).execute(),
    ],
    [
      "plain text where a sealed value belongs",
      (db) =>
        db
          .updateTable("contact")
          .set({ address: Buffer.from("628120000") })
          .execute(),
    ],
    [
      "an outcome of a question that does not exist",
      (db) =>
        db
          .insertInto("question")
          .values({
            ...{ id: "u-1", day: "2026-11-25", flow: "enrolment", topic: null, step: null },
            ...{ channel: "web-chat", link: null, outcome: "laughed" as "told" },
          })
          .execute(),
    ],
    [
      "a saying to nobody",
      (db) =>
        db
          .insertInto("outbox")
          .values({
            contact_id: newId("c"),
            says_id: 1,
            applicant_id: null,
            body: sealed(),
            state: "due",
            channel: "post",
            due_at: at,
            attempts: 0,
            reason: null,
            created_at: at,
            done_at: null,
          })
          .execute(),
    ],
    [
      "a second current applicant of one contact",
      async (db) => {
        const [contact] = await contactIds(db);
        const applicant = newId("a");
        await db
          .insertInto("applicant")
          .values({ id: applicant, data_key: sealed(), created_at: at })
          .execute();
        await db
          .insertInto("contact_applicant")
          .values({ contact_id: String(contact), applicant_id: applicant, current: 1 })
          .execute();
      },
    ],
  ])("refused: %s", async (_what, deed) => {
    const { database } = await fresh();
    await database.grouped((db) => addSubmission(db, "Siti"));
    await expect(database.grouped(deed)).rejects.toThrow();
  });

  test("two people may have typed the same NIK: a finding for staff, not a refusal", async () => {
    const { database } = await fresh();
    await database.grouped((db) => addSubmission(db, "Siti"));
    await database.grouped((db) => addSubmission(db, "Budi"));
    const found = await database.read
      .selectFrom("submission")
      .select("number")
      .where("nik_hash", "=", hashOf("1699015501900001"))
      .execute();
    expect(found).toHaveLength(2);
  });

  test("a person's rows go with the person, and nobody else's", async () => {
    const { database } = await fresh();
    const siti = await database.grouped((db) => addSubmission(db, "Siti"));
    const budi = await database.grouped((db) => addSubmission(db, "Budi"));
    await database.grouped((db) =>
      db.deleteFrom("applicant").where("id", "=", siti.applicant).execute(),
    );
    const left = await Promise.all([
      ...(["contact_applicant", "enrolment", "consent", "submission"] as const).map((table) =>
        database.read.selectFrom(table).select("applicant_id as owner").execute(),
      ),
      ...(["submission_revision", "submission_history", "search_token"] as const).map((table) =>
        database.read.selectFrom(table).select("submission_id as owner").execute(),
      ),
    ]);
    expect(left.map((rows) => rows.map(({ owner }) => owner))).toEqual([
      ...Array(4).fill([budi.applicant]),
      ...Array(3).fill([budi.submission]),
    ]);
  });

  test("bytes, counts and sums come back as they are on the other database", async () => {
    const { database } = await fresh();
    await database.grouped((db) => addContact(db, "Siti"));
    const row = await database.read
      .selectFrom("contact")
      .select(({ fn }) => [
        fn.countAll().as("contacts"),
        fn.sum("says").as("says"),
        fn.max("external_hash").as("hash"),
      ])
      .executeTakeFirst();
    expect(row).toEqual({ contacts: 1, says: 0, hash: hashOf("Siti") });
  });

  test("nothing can be written where pages read", async () => {
    const { database } = await fresh();
    await expect(addContact(database.read, "Siti")).rejects.toThrow(/read-?only/);
  });
});
