/** Who wants to be forgotten is: at once, wholly, and nobody else with them. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld, type World } from "../world.ts";
import { marksIn } from "./marks.ts";
import { answer, budi, deliver, type Phone, say, siti, whatsAppPhone } from "./person.ts";
import { bytesOf, tablesOf, tablesWith } from "./tables.ts";

/** What was told, and what the telephone itself tells. */
const marks = {
  name: ["Qonawati", "Siti"],
  nik: ["1699"],
  phone: ["2091"],
  from: ["6281234567890"],
};

async function erase(world: World, phone: Phone) {
  await say(world, phone, "hapus data");
  return say(world, phone, "ya");
}

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("nothing refers to her any more, the farewell tells nothing of her, and old messages change nothing", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti, "name");
    await say(world, phone, "petugas");
    await answer(world, phone, siti);
    await world.machineLooks();
    const ids = await idsOf(database);
    expect(ids).toHaveLength(4);
    for (const id of ids) expect(await tablesWith(database, id)).not.toEqual([]);

    const farewell = await erase(world, phone);
    expect(farewell).toMatchObject({ kind: "says", says: [{}, {}] });
    expect(marksIn(Buffer.from(JSON.stringify(farewell)), marks)).toEqual([]);
    for (const id of ids) expect(await tablesWith(database, id)).toEqual([]);

    const after = await tablesOf(database);
    const asked = phone.sent.slice(0, -1);
    for (const id of asked) {
      expect(await deliver(world, phone, "Siti Qonawati", id)).toEqual({ kind: "erased" });
    }
    expect(await deliver(world, phone, "ya", phone.sent.at(-1) ?? "")).toEqual(farewell);
    expect(await tablesOf(database)).toEqual(after);
  });

  test("what was sealed is gone from the files, and a copy of it cannot be opened", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti);
    await world.machineLooks();
    const sealed = await sealedOf(database);
    const place = { table: "enrolment", row: sealed.enrolment, column: "session" };
    expect(
      world.vault.open(world.vault.dataKey(sealed.applicant, sealed.key), place, sealed.session),
    ).toContain("Qonawati");

    await erase(world, phone);
    await database.checkpoint();
    const left = await bytesOf(database);
    for (const bytes of [sealed.key, sealed.session, ...sealed.bodies, sealed.registration]) {
      expect(left.includes(bytes)).toBe(false);
    }
    // Whoever has an older copy of the rows and today's keys: none of them opens it.
    expect(() => world.vault.open(world.vault.rootKey, place, sealed.session)).toThrow(
      /sealed value/,
    );
    await answer(world, phone, siti);
    const { applicant, key } = await sealedOf(database);
    expect(() =>
      world.vault.open(world.vault.dataKey(applicant, key), place, sealed.session),
    ).toThrow(/sealed value/);
  });

  test("an erasure that cannot be finished has not begun", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti);
    await say(world, phone, "hapus data");
    const before = await tablesOf(database);
    const mend = await breakLastStep(database);
    await expect(deliver(world, phone, "ya", "the last word")).rejects.toThrow(/stopped here/);
    await mend();
    expect(await tablesOf(database)).toEqual(before);
    expect(await deliver(world, phone, "ya", "the last word")).toMatchObject({ kind: "says" });
    expect(await tablesOf(database)).not.toEqual(before);
  });

  test("who shares the phone stays whole, and sits there again", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti);
    const hers = [...phone.sent];
    const thanks = await deliver(world, phone, "", hers.at(-1) ?? "");
    const number = numberIn(JSON.stringify(thanks));
    await say(world, phone, "daftarkan orang lain");
    await answer(world, phone, budi);
    const [one, two] = await idsOfApplicants(database);
    await erase(world, phone);

    expect(await idsOfApplicants(database)).toEqual([one]);
    expect(await tablesWith(database, String(two))).toEqual([]);
    for (const id of hers)
      expect(await deliver(world, phone, "", id)).toMatchObject({ kind: "says" });
    expect(await deliver(world, phone, "", hers.at(-1) ?? "")).toEqual(thanks);
    await say(world, phone, "sampai mana");
    expect(numberIn(phone.heard.at(-1)?.text ?? "")).toBe(number);
    await say(world, phone, "data saya");
    expect(phone.heard.map(({ text }) => text).findLast((text) => text.includes("NIK"))).toContain(
      "Qonawati",
    );
  });

  test("who comes back after the erasure is somebody new", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti);
    await erase(world, phone);
    const before = phone.heard.length;
    await say(world, phone, "data saya");
    await answer(world, phone, { ...siti, name: "Siti Baru" });
    const told = JSON.stringify(phone.heard.slice(before));
    expect(marksIn(Buffer.from(told), { name: ["Qonawati"] })).toEqual([]);
    expect(phone.heard.map(({ id }) => id)).toEqual(phone.heard.map((_, index) => index + 1));
  });
});

/** Of the one person there: applicant, enrolment, submission, call for staff. */
async function idsOf({ read }: Database): Promise<readonly string[]> {
  const tables = ["applicant", "enrolment", "submission", "staff_request"] as const;
  const rows = await Promise.all(
    tables.map((table) => read.selectFrom(table).select("id").execute()),
  );
  return rows.flat().map(({ id }) => id);
}

/** In the order in which they came. */
async function idsOfApplicants({ read }: Database): Promise<readonly string[]> {
  const rows = await read.selectFrom("applicant").select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

async function sealedOf({ read }: Database) {
  const { id: applicant, data_key } = await read
    .selectFrom("applicant")
    .selectAll()
    .executeTakeFirstOrThrow();
  const enrolment = await read.selectFrom("enrolment").selectAll().executeTakeFirstOrThrow();
  const revision = await read
    .selectFrom("submission_revision")
    .selectAll()
    .executeTakeFirstOrThrow();
  const said = await read
    .selectFrom("outbox")
    .select("body")
    .where("applicant_id", "=", applicant)
    .execute();
  return {
    applicant,
    enrolment: enrolment.id,
    key: data_key,
    session: enrolment.session,
    registration: revision.registration,
    bodies: said.map(({ body }) => body),
  };
}

/** The note that somebody was erased cannot be written; gives the way to mend it. */
async function breakLastStep({ kind, grouped }: Database): Promise<() => Promise<void>> {
  const run = (texts: readonly string[]) =>
    grouped(async (db) => {
      for (const text of texts) await sql.raw(text).execute(db);
    });
  if (kind === "sqlite") {
    await run([
      "create trigger stop before insert on erasure begin select raise(abort, 'stopped here'); end",
    ]);
    return () => run(["drop trigger stop"]);
  }
  await run([
    "create function stop() returns trigger language plpgsql as $$ begin raise 'stopped here'; end $$",
    "create trigger stop before insert on erasure for each row execute function stop()",
  ]);
  return () => run(["drop trigger stop on erasure", "drop function stop"]);
}

function numberIn(text: string): string | undefined {
  return /LD-\w{4}-\w{2}/.exec(text)?.[0];
}
