import { sql } from "kysely";
import { describe, expect, test, vi } from "vitest";
import { openDatabase } from "../../src/database/open.ts";
import { eachDatabase } from "../databases.ts";
import { startChild } from "./child.ts";
import { addContact, addSubmission, contactIds } from "./people.ts";

const [sqlite, postgres] = eachDatabase;

describe.each(eachDatabase)("work on $kind", ({ fresh }) => {
  test("a poisoned piece among 64 is undone alone", async () => {
    const { database } = await fresh();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, (_, at) =>
        database.grouped(async (db) => {
          const id = await addContact(db, `contact ${at}`);
          if (at === 17) throw new Error("poison");
          return id;
        }),
      ),
    );
    const kept = outcomes.flatMap((outcome) =>
      outcome.status === "fulfilled" ? [outcome.value] : [],
    );
    expect(kept).toHaveLength(63);
    expect(outcomes[17]).toEqual({ status: "rejected", reason: new Error("poison") });
    expect(await contactIds(database.read)).toEqual(kept.sort());
  });

  test("a statement that failed harms only its piece", async () => {
    const { database } = await fresh();
    const [good, twice, also] = await Promise.allSettled([
      database.grouped((db) => addContact(db, "Siti")),
      database.grouped((db) => addContact(db, "Siti")),
      database.grouped((db) => addContact(db, "Budi")),
    ]);
    const refused = [good, twice].filter(({ status }) => status === "rejected");
    expect([refused.length, also.status, (await contactIds(database.read)).length]).toEqual([
      1,
      "fulfilled",
      2,
    ]);
  });

  test("who is told of success can already read it", async () => {
    const { database } = await fresh();
    await Promise.all(
      Array.from({ length: 100 }, async (_, at) => {
        const id = await database.grouped((db) => addContact(db, `contact ${at}`));
        expect(await contactIds(database.read)).toContain(id);
      }),
    );
  });

  test("readers see what was before while work is under way", async () => {
    const { database } = await fresh();
    let seen: readonly string[] | undefined;
    const id = await database.grouped(async (db) => {
      const id = await addContact(db, "Siti");
      seen = await contactIds(database.read);
      return id;
    });
    expect([seen, await contactIds(database.read)]).toEqual([[], [id]]);
  });

  test("all that was acknowledged survives a killed program", async () => {
    const { database, where } = await fresh();
    const child = startChild(new URL("./writing-child.ts", import.meta.url), where);
    await vi.waitFor(() => expect(child.lines.length).toBeGreaterThan(100), { timeout: 15_000 });
    await child.kill();
    // What was under way when it died is undone before others may look.
    await database.grouped((db) => addContact(db, "after"));
    const kept = new Set(await contactIds(database.read));
    const acknowledged = child.lines.filter((line) => line.startsWith("c-"));
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  test("closing waits for what was asked for, and refuses what comes after", async () => {
    const { database, where } = await fresh();
    const asked = Array.from({ length: 100 }, (_, at) =>
      database.grouped((db) => addContact(db, `contact ${at}`)),
    );
    await database.close();
    await expect(database.grouped((db) => addContact(db, "late"))).rejects.toThrow();
    const again = await openDatabase(where);
    expect(await contactIds(again.read)).toEqual((await Promise.all(asked)).sort());
    await again.close();
  });
});

describe("work on SQLite, which shares commits", () => {
  const { fresh } = sqlite;

  test("pieces run in the order they were asked for, one after another", async () => {
    const { database } = await fresh();
    const steps: string[] = [];
    await Promise.all(
      Array.from({ length: 150 }, (_, at) =>
        database.grouped(async (db) => {
          steps.push(`${at} begins`);
          await addContact(db, `contact ${at}`);
          await new Promise(setImmediate);
          steps.push(`${at} ends`);
        }),
      ),
    );
    expect(steps).toEqual(
      Array.from({ length: 150 }, (_, at) => [`${at} begins`, `${at} ends`]).flat(),
    );
  });

  test("a commit that fails is told to all who shared it, and the next one passes", async () => {
    const { database } = await fresh();
    const siti = await database.grouped((db) => addSubmission(db, "Siti"));
    const outcomes = await Promise.allSettled([
      database.grouped((db) => addContact(db, "Budi")),
      database.grouped(async (db) => {
        // Looked at by the commit only, as a disk is.
        await sql`pragma defer_foreign_keys = on`.execute(db);
        await db.updateTable("submission").set({ contact_id: "c-nobody" }).execute();
      }),
      database.grouped((db) => addContact(db, "Wayan")),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await contactIds(database.read)).toEqual([siti.contact]);
    await database.grouped((db) => addContact(db, "Budi"));
    expect(await contactIds(database.read)).toHaveLength(2);
  });
});

describe("work on PostgreSQL, which goes on side by side", () => {
  const { fresh } = postgres;

  test("two pieces that wait for each other both come through", async () => {
    const { database } = await fresh();
    const [first, second] = await Promise.all(
      ["Siti", "Budi"].map((name) => database.grouped((db) => addContact(db, name))),
    );
    const meeting = Promise.withResolvers<void>();
    let arrived = 0;
    const crosswise = (ids: readonly (string | undefined)[]) =>
      database.grouped(async (db) => {
        for (const id of ids) {
          await db
            .updateTable("contact")
            .set(({ eb }) => ({ says: eb("says", "+", 1) }))
            .where("id", "=", String(id))
            .execute();
          arrived += 1;
          if (arrived === 2) meeting.resolve();
          await meeting.promise;
        }
      });
    await Promise.all([crosswise([first, second]), crosswise([second, first])]);
    const said = await database.read.selectFrom("contact").select("says").execute();
    expect(said).toEqual([{ says: 2 }, { says: 2 }]);
    // More than four updates: one of the two was begun again.
    expect(arrived).toBeGreaterThan(4);
  });
});
