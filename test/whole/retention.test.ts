/** What is kept too long goes by itself, to the minute that was promised; what is younger stays. */
import { describe, expect, test } from "vitest";
import { forgetOld } from "../../src/privacy/retention.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld, type World } from "../world.ts";
import { answer, budi, deliver, type Phone, say, siti, whatsAppPhone } from "./person.ts";
import { countsOf, tablesOf } from "./tables.ts";

const minuteHours = 1 / 60;
const monthHours = 30 * 24;
const yearHours = 365 * 24;

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test.each([
    ["a draft of 30 days less a minute stays", "nik", monthHours - minuteHours, 0],
    ["a draft of 30 days and a minute goes", "nik", monthHours + minuteHours, 1],
    ["who was only greeted goes as well", "consent", monthHours + minuteHours, 1],
    ["a submission of 365 days less a minute stays", undefined, yearHours - minuteHours, 0],
    ["a submission of 365 days and a minute goes", undefined, yearHours + minuteHours, 1],
  ])("%s", async (_what, upTo, hours, gone) => {
    const { database } = await fresh();
    const world = openWorld(database);
    await answer(world, whatsAppPhone(), siti, upTo);
    const before = await tablesOf(database);
    world.pass(hours);
    expect(await forgetOld(world, world.clock())).toBe(gone);
    const after = await tablesOf(database);
    if (gone === 0) expect(after).toEqual(before);
    else
      expect(holding(await countsOf(database))).toEqual([
        "audit",
        "erasure",
        "funnel",
        "schema_version",
      ]);
  });

  test("who has gone on meanwhile stays, also when it was seen too late", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti, "nik");
    world.pass(monthHours + 1);
    // The message comes after the look at what is old, and before anybody is erased.
    const { read, grouped } = database;
    let message: Promise<unknown> | undefined;
    const late: typeof grouped = async (work) => {
      message ??= say(world, phone, "lanjut");
      await message;
      return grouped(work);
    };
    const slow = { ...world, database: { ...database, read, grouped: late } };
    expect(await forgetOld(slow, world.clock())).toBe(0);
    expect(await people(world)).toHaveLength(1);
  });

  test("of two people on a phone the old draft goes and the submission stays, and can be asked for", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti);
    const handedIn = lastSent(phone);
    const thanks = await deliver(world, phone, "", handedIn);
    await say(world, phone, "daftarkan orang lain");
    await answer(world, phone, budi, "nik");
    world.pass(monthHours + 1);
    expect(await forgetOld(world, world.clock())).toBe(1);
    expect(await people(world)).toHaveLength(1);
    expect(await deliver(world, phone, "", handedIn)).toEqual(thanks);
    expect(await deliver(world, phone, "", lastSent(phone))).toEqual({ kind: "erased" });
    await say(world, phone, "sampai mana");
    expect(phone.heard.at(-1)?.text).toMatch(/LD-\w{4}-\w{2}/);
  });

  test("an address that nobody writes from any more goes 30 days after the erasure", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti);
    await say(world, phone, "hapus data");
    await say(world, phone, "ya");
    world.pass(monthHours - minuteHours);
    await forgetOld(world, world.clock());
    expect((await countsOf(database))["contact"]).toBe(1);
    world.pass(2 * minuteHours);
    await forgetOld(world, world.clock());
    expect(holding(await countsOf(database))).toEqual([
      "audit",
      "erasure",
      "funnel",
      "schema_version",
    ]);
  });
});

/** Tables that hold anything. */
function holding(counts: Readonly<Record<string, number>>): readonly string[] {
  return Object.keys(counts).filter((table) => counts[table] !== 0);
}

function lastSent({ sent }: Phone): string {
  const id = sent.at(-1);
  if (id === undefined) throw new Error("nothing was sent");
  return id;
}

async function people({ database }: World) {
  return database.read.selectFrom("applicant").select("id").execute();
}
