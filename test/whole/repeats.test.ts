/** The same message again, at any time and in any number; many at once; and in the order in which they were sent. */
import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Database } from "../../src/database/open.ts";
import type { Registration } from "../../src/enrolment/registration.ts";
import { newSpokenNumber } from "../../src/enrolment/spoken-number.ts";
import type { Received } from "../../src/inbox/receive.ts";
import { wrappedKeyOf } from "../../src/people/store.ts";
import { loadSubmission } from "../../src/submissions/load.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld, type World } from "../world.ts";
import { answer, deliver, idOf, say, siti, wayan, webPhone, whatsAppPhone } from "./person.ts";
import { countsOf, tablesOf } from "./tables.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test.each([
    ["an answer, twice at once", "birth_date", "5 Maret 1980", 2],
    ["an answer, twenty times at once", "village", "Sungai Rengit, Talang Kelapa", 20],
    ["a wrong answer, twice at once", "nik", "1699 0167", 2],
    ["the last answer, twenty times at once", "confirm", "ya, benar", 20],
    ["a call for staff, twice at once", "phone", "petugas", 2],
  ])("%s, counts once and is answered alike", async (_what, upTo, text, times) => {
    const { database } = await fresh();
    const world = openWorld(database);
    const [one, two] = [webPhone("one"), webPhone("two")];
    await answer(world, one, wayan(1), upTo);
    await answer(world, two, wayan(2), upTo);
    const once = await growth(database, () => say(world, one, text));

    const id = idOf(two, two.sent.length);
    const answers: Received[] = [];
    const repeated = await growth(database, async () => {
      const all = Array.from({ length: times }, () => deliver(world, two, text, id));
      answers.push(...(await Promise.all(all)));
    });
    expect(new Set(answers.map((told) => JSON.stringify(told))).size).toBe(1);
    expect(repeated).toEqual(once);

    const before = await tablesOf(database);
    expect(await deliver(world, two, text, id)).toEqual(answers[0]);
    expect(await tablesOf(database)).toEqual(before);
  });

  test("every message of a whole conversation again, after it was handed in and looked at", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const phone = whatsAppPhone();
    await answer(world, phone, siti);
    const said = [...phone.heard];
    await world.machineLooks();

    const before = await tablesOf(database);
    const again = [];
    for (const id of phone.sent) again.push(await deliver(world, phone, "apa pun", id));
    expect(again.flatMap((told) => (told.kind === "says" ? told.says : []))).toEqual(said);
    expect(await tablesOf(database)).toEqual(before);
  });

  test("two people's phones may give their messages the same ids", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const [one, two] = [webPhone("one"), webPhone("two")];
    await answer(world, one, wayan(1), "income");
    await answer(world, two, wayan(2), "phone");
    expect(one.sent).toEqual(two.sent.slice(0, one.sent.length));
    await answer(world, one, wayan(1));
    await answer(world, two, wayan(2));
    expect(await registrations(world)).toMatchObject([1, 2].map(registered));
  });

  test("fourteen messages sent without waiting are taken in the order in which they were sent", async () => {
    const { database } = await fresh();
    const world = openWorld(database);
    const people = [3, 4, 5].map((number) => ({ number, phone: webPhone(`phone ${number}`) }));
    await Promise.all(
      people.map(({ phone, number }) => answer(world, phone, wayan(number), "segment")),
    );
    const names = "segment birth_date occupation income programs period village address phone nik";
    const sent = people.map(async ({ phone, number }) => {
      const texts = [...names.split(" "), "nik-again", "name", "help", "confirm"].map(
        (name) =>
          ({ "nik-again": "data saya", help: "bantuan" })[name] ?? wayan(number)[name] ?? "",
      );
      const answers = await Promise.all(texts.map((text) => say(world, phone, text)));
      expect(answers).toHaveLength(14);
      const ids = answers
        .flatMap((told) => (told.kind === "says" ? told.says : []))
        .map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    });
    await Promise.all(sent);
    expect(await registrations(world)).toMatchObject([3, 4, 5].map(registered));
  });

  test("sixty-four people at once are each registered with their own answers", async () => {
    const { database } = await fresh();
    const world = openWorld(database, { newNumber: () => newSpokenNumber(randomInt) });
    const people = Array.from({ length: 64 }, (_, number) => number);
    const phones = await Promise.all(
      people.map(async (number) => {
        const phone = webPhone(`phone ${number}`);
        await answer(world, phone, wayan(number));
        return phone;
      }),
    );
    const handed = await registrations(world);
    const byName = people
      .map(registered)
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    expect(handed).toMatchObject(byName);
    for (const { heard } of phones) {
      expect(heard.map(({ id }) => id)).toEqual(heard.map((_, index) => index + 1));
      expect(heard.at(-1)?.asks).toBeUndefined();
    }
    const numbers = phones.map(
      ({ heard }) => /LD-\w{4}-\w{2}/.exec(heard.map(({ text }) => text).join())?.[0],
    );
    expect(new Set(numbers).size).toBe(64);
  });
});

/** How many rows more each table has after the work. */
async function growth(database: Database, work: () => Promise<unknown>) {
  const before = await countsOf(database);
  await work();
  const after = await countsOf(database);
  return Object.fromEntries(
    Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]),
  );
}

/** What was handed in, by name. */
async function registrations({ database, vault }: World): Promise<readonly Registration[]> {
  const rows = await database.read.selectFrom("submission").select("id").execute();
  const loaded = await Promise.all(
    rows.map(async ({ id }) => {
      const submission = await loadSubmission(database.read, id);
      if (submission === undefined) throw new Error("a submission without a revision");
      const { applicantId, registration } = submission;
      const wrapped = await wrappedKeyOf(database.read, applicantId);
      if (wrapped === undefined) throw new Error("an applicant without a key");
      return registration(vault, vault.dataKey(applicantId, wrapped));
    }),
  );
  return loaded.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** As it is to be found in the registration of that person. */
function registered(number: number) {
  const { name = "", address = "", nik = "", phone = "" } = wayan(number);
  const digits = phone.replaceAll(" ", "");
  return { name, address, nik, phone: `+62${digits.slice(1)}`, birth_date: "1980-03-05" };
}
