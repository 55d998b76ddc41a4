/** What is asked in free words is counted for staff: by class and by day, of nobody, and never the words. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Database } from "../../src/database/open.ts";
import { parseCalendarDate } from "../../src/enrolment/calendar.ts";
import { lastDays } from "../../src/reports/days.ts";
import { questionsAsked } from "../../src/reports/question-store.ts";
import { talk } from "../conversation/talk.ts";
import { eachDatabase } from "../databases.ts";
import { answer, deliver, idOf, say, siti, webPhone, whatsAppPhone } from "../whole/person.ts";
import { tablesOf, tablesWith } from "../whole/tables.ts";
import { openWorld } from "../world.ts";

const today = parseCalendarDate("2026-11-25") ?? expect.fail();
const asked = ({ read }: Database) => questionsAsked(read, lastDays(today));
const rowsOf = async (database: Database) => (await tablesOf(database)).get("question") ?? [];

const told = "apa itu jht?";
const unknown = "siapa presiden sekarang?";

/** Which question is unclear changes with every word that authors write: the first of those lists that is today. */
function firstUnsure(at: string) {
  const lists = ["on-topic", "off-topic"].map((name) =>
    readFileSync(`test/conversation/free-questions/${name}.yaml`, "utf8"),
  );
  for (const { asks } of lists.flatMap((list): { readonly asks: string }[] => parse(list))) {
    const effect = talk(at)
      .say(asks)
      .effects.find(({ kind }) => kind === "asked");
    if (effect?.kind === "asked" && effect.outcome === "unsure")
      return { text: asks, topic: effect.topic };
  }
  throw new Error("nothing is unclear any more");
}

describe.each(eachDatabase)("on $kind", ({ fresh }) => {
  test("counted with the question that waited; most often first", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = webPhone("siti");
    await say(world, phone, "halo");
    await say(world, phone, told);
    await answer(world, phone, siti, "income");
    const unsure = firstUnsure("income");
    for (const text of [told, unknown, told, unsure.text, unknown, unknown])
      await say(world, phone, text);
    await answer(world, phone, siti, "nik");
    await say(world, phone, unknown);
    expect(await asked(database)).toEqual([
      { outcome: "unknown", topic: null, step: "income", count: 3 },
      { outcome: "told", topic: "jht", step: "income", count: 2 },
      { outcome: "told", topic: "jht", step: null, count: 1 },
      { outcome: "unknown", topic: null, step: "nik", count: 1 },
      { outcome: "unsure", topic: unsure.topic, step: "income", count: 1 },
    ]);
  });

  test("a message that comes again is not asked again", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = webPhone("siti");
    await answer(world, phone, siti, "income");
    const id = idOf(phone, phone.sent.length);
    await Promise.all(Array.from({ length: 8 }, () => deliver(world, phone, unknown, id)));
    await deliver(world, phone, unknown, id);
    expect(await rowsOf(database)).toHaveLength(1);
  });

  test("whoever only answers has asked nothing", async () => {
    const { database } = await fresh();
    await answer(openWorld(database), webPhone("siti"), siti);
    expect(await rowsOf(database)).toEqual([]);
  });

  test("nothing tells who asked or in which words, and an erasure leaves the count", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti, "phone");
    await say(world, phone, `kata Siti Qonawati 1699016711710007, ${unknown}`);
    await answer(world, phone, siti);
    const rows = await database.read.selectFrom("question").selectAll().execute();
    expect(rows).toEqual([
      {
        // By chance alone: an id that holds the time would lead to the message that came then.
        id: expect.stringMatching(/^u-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/),
        ...{ day: today, flow: "enrolment", outcome: "unknown", topic: null, step: "phone" },
        ...{ channel: "whatsapp-web", link: null },
      },
    ]);
    const people = await database.read
      .selectFrom("enrolment")
      .select(["id", "applicant_id", "contact_id"])
      .executeTakeFirstOrThrow();
    const marks = ["Qonawati", "1699", "2091", "6281234567890", "presiden", "sekarang"];
    for (const mark of [...marks, ...Object.values(people)])
      expect(await tablesWith(database, mark), mark).not.toContain("question");

    const before = await rowsOf(database);
    await say(world, phone, "hapus data");
    await say(world, phone, "ya");
    expect(await rowsOf(database)).toEqual(before);
  });
});
