import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { newId } from "../../src/database/ids.ts";
import { migrate, migrations, schemaVersion } from "../../src/database/migrate.ts";
import type { Migration } from "../../src/database/migrations/migration.ts";
import { eachDatabase, openForTest } from "../databases.ts";
import { startChild } from "./child.ts";
import { addContact, contactIds, hashOf, sealed } from "./people.ts";

const now = new Date("2026-11-25T02:00:00.000Z");

const known = migrations.length;

/** A step after all this program has; `minProgram` counts on from there too. */
const next = (after: number, minProgram: number): Migration => ({
  version: known + after,
  name: `step-${after}`,
  minProgram: minProgram === 1 ? 1 : known + minProgram,
  up: async (db) => {
    await sql.raw(`create table step_${after} (id text)`).execute(db);
  },
});

test("the steps count from 1 without gaps", () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
});

describe.each(eachDatabase)("migrating $kind", ({ fresh, bare }) => {
  test("a new database gets all tables, and a second time changes nothing", async () => {
    const database = await openForTest(await bare());
    expect(await schemaVersion(database)).toBe(0);
    expect(await migrate(database, now)).toEqual({ from: 0, to: migrations.length });
    expect(await migrate(database, now)).toEqual({
      from: migrations.length,
      to: migrations.length,
    });
    expect(await contactIds(database.read)).toEqual([]);
  });

  test("two programs that start at once do not meet", async () => {
    const where = await bare();
    const children = [0, 1, 2].map(() =>
      startChild(new URL("./migrating-child.ts", import.meta.url), where),
    );
    const said = await Promise.all(children.map(({ says }) => says("migrated")));
    expect(said.every((line) => line.endsWith(` ${migrations.length}`))).toBe(true);
    const database = await openForTest(where);
    const rows = await database.read.selectFrom("schema_version").select("version").execute();
    expect(rows).toHaveLength(migrations.length);
  });

  test("a program killed half-way leaves the old shape and all rows; the next one begins again", async () => {
    const where = await bare();
    const database = await openForTest(where);
    await migrate(database, now);
    const siti = await database.grouped((db) => addContact(db, "Siti"));
    const child = startChild(new URL("./migrating-child.ts", import.meta.url), where, "half");
    await child.says("half-way");
    await child.kill();
    expect(await schemaVersion(database)).toBe(migrations.length);
    expect(await contactIds(database.read)).toEqual([siti]);
    const again: Migration = {
      ...next(1, 1),
      up: async (db) => {
        // The table of the killed attempt is not there.
        await sql`create table half_way (id text)`.execute(db);
        await sql`drop table half_way`.execute(db);
      },
    };
    expect(await migrate(database, now, [...migrations, again])).toEqual({
      from: known,
      to: known + 1,
    });
  });

  test("a step that fails leaves nothing of itself", async () => {
    const { database } = await fresh();
    const failing: Migration = {
      ...next(1, 1),
      up: async (db) => {
        await sql`create table left_over (id text)`.execute(db);
        throw new Error("this step does not work");
      },
    };
    await expect(migrate(database, now, [...migrations, failing])).rejects.toThrow("does not work");
    expect(await schemaVersion(database)).toBe(migrations.length);
    await expect(sql`select * from left_over`.execute(database.read)).rejects.toThrow(/left_over/);
  });

  test("what was counted is there after all steps", async () => {
    const database = await openForTest(await bare());
    await migrate(database, now, migrations.slice(0, 1));
    const event = { id: "f-1", day: "2026-11-25", flow: "enrolment", step: "consent" };
    await database.grouped((db) =>
      db
        .insertInto("funnel")
        .values({ ...event, event: "reached", channel: "web-chat", link: null })
        .execute(),
    );
    expect(await migrate(database, now)).toEqual({ from: 1, to: known });
    expect(await database.read.selectFrom("funnel").selectAll().execute()).toEqual([
      { ...event, event: "reached", channel: "web-chat", link: null },
    ]);
  });

  test("what was said is there after all steps, and what was under way knows its channel", async () => {
    const database = await openForTest(await bare());
    await migrate(database, now, migrations.slice(0, 4));
    const contact = newId("c");
    const at = now.toISOString();
    const states = ["sent", "read", "given-up", "due", "sending"];
    await database.grouped(async (db) => {
      await sql`insert into contact (id, channel, account, external_hash, address, says, created_at, seen_at)
        values (${contact}, 'telegram', 'bot', ${hashOf("Siti")}, ${sealed()}, 5, ${at}, ${at})`.execute(
        db,
      );
      for (const [index, state] of states.entries()) {
        await sql`insert into outbox (contact_id, says_id, body, state, due_at, attempts, created_at)
          values (${contact}, ${index + 1}, ${hashOf(state)}, ${state}, ${at}, 0, ${at})`.execute(
          db,
        );
      }
    });
    await migrate(database, now);
    const rows = await database.read
      .selectFrom("outbox")
      .select(["says_id", "state", "channel", "body"])
      .orderBy("says_id")
      .execute();
    expect(rows).toEqual(
      states.map((state, index) => ({
        ...{ says_id: index + 1, state, body: hashOf(state) },
        channel: index < 3 ? "" : "telegram",
      })),
    );
    await database.grouped((db) => db.updateTable("outbox").set({ state: "parked" }).execute());
    expect(
      await database.read.selectFrom("contact").select(["blocked_at", "parked"]).execute(),
    ).toEqual([{ blocked_at: null, parked: 0 }]);
    // Who is deleted takes along what they were told, as before.
    await database.grouped((db) => db.deleteFrom("contact").execute());
    expect(await database.read.selectFrom("outbox").select("says_id").execute()).toEqual([]);
  });

  test("a program that does not count questions yet runs on a database in which they are counted", async () => {
    const { database } = await fresh();
    const older = migrations.slice(0, 3);
    expect(await migrate(database, now, older)).toEqual({ from: known, to: known });
  });

  test("an older program runs on a newer database as long as that allows it", async () => {
    const database = await openForTest(await bare());
    await migrate(database, now, [...migrations, next(1, 1)]);
    expect(await migrate(database, now)).toEqual({ from: known + 1, to: known + 1 });
    await migrate(database, now, [...migrations, next(1, 1), next(2, 2)]);
    await expect(migrate(database, now)).rejects.toThrow(
      `this database needs Lindung schema ≥ ${known + 2}, this program knows ${known}: update the program`,
    );
  });
});

test("a SQLite database that holds data is copied beside itself first", async () => {
  const { database, where } = await eachDatabase[0].fresh();
  const siti = await database.grouped((db) => addContact(db, "Siti"));
  await migrate(database, now, [...migrations, next(1, 1)]);
  const [copy = ""] = readdirSync(where.folder).filter((name) =>
    new RegExp(`before-${known + 1}-\\d+$`).test(name),
  );
  expect(statSync(join(where.folder, copy)).mode & 0o777).toBe(0o600);
  const { rows } = await sql<{ id: string }>`select id from contact`.execute(database.read);
  expect(rows).toEqual([{ id: siti }]);
});
