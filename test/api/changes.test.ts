/** A program asks for what is new since it last asked: nothing is left out, whatever happens between two pages. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePage } from "../../src/api/body.ts";
import { needsAttention } from "../../src/submissions/received-store.ts";
import { eachDatabase } from "../databases.ts";
import { answerAll, type asking, budi, first, handIn, openHouse, type Person } from "./house.ts";

const wayan: Person = { from: "wayan", nik: "1699010503800003", name: "Wayan Sudarma" };
const accepted = { revision: 1, verdict: "accepted" };

type Ask = ReturnType<typeof asking>;

/** Ids in the order of the list, and what the next question is to begin from. */
async function changed(ask: Ask, after: string, more = "") {
  const { body } = await ask(`submissions?changed_after=${encodeURIComponent(after)}${more}`);
  return { ids: body.submissions.map(({ id }) => id), asOf: String(body["asOf"]), next: body.next };
}

describe.each(eachDatabase)("on $kind", ({ fresh }) => {
  test("what was handed in, looked at, decided, or given up by the machines has changed; the rest has not", async () => {
    const { database } = await fresh();
    const { ask, world } = await openHouse(database);
    const { id: sitis } = await first(ask);
    world.pass(1);
    const one = await changed(ask, world.clock().toISOString());
    expect(one.ids).toEqual([]);
    world.pass(1);
    await answerAll(world, budi);
    const two = await changed(ask, one.asOf);
    const [budis = ""] = two.ids;
    expect(two.ids).toHaveLength(1);
    expect(budis).not.toBe(sitis);

    world.pass(1);
    const at = world.clock().toISOString();
    await database.grouped((db) => needsAttention(db, { id: budis, revision: 1 }, at));
    expect((await changed(ask, two.asOf)).ids).toEqual([budis]);

    world.pass(1);
    const three = await changed(ask, world.clock().toISOString());
    world.pass(1);
    await ask(`submissions/${sitis}/decision`, accepted);
    expect((await changed(ask, three.asOf)).ids).toEqual([sitis]);
    expect((await changed(ask, three.asOf, "&state=awaiting-review")).ids).toEqual([]);
    expect((await changed(ask, "2000-01-01T00:00:00Z")).ids).toEqual([sitis, budis]);
  });
});

test("what changes while a program turns the pages is on a later page, or in the next answer", async () => {
  const { database } = await eachDatabase[0].fresh();
  const { ask, world } = await openHouse(database);
  await handIn(world, budi);
  await handIn(world, wayan);
  const all = await changed(ask, "2000-01-01T00:00:00Z");
  world.pass(2);
  for (const id of all.ids) await ask(`submissions/${id}/decision`, accepted);
  world.pass(2);

  const since = all.asOf;
  const page = await changed(ask, since, "&limit=1");
  expect(page.ids).toEqual(all.ids.slice(0, 1));
  world.pass(1);
  await database.grouped(async (db) => {
    const at = world.clock().toISOString();
    await db.updateTable("submission").set({ updated_at: at }).execute();
  });
  const rest = await changed(ask, since, `&limit=2&after=${page.next}`);
  expect(rest.ids).toEqual(all.ids.slice(1));
  expect(rest.next).toBeNull();
  expect((await changed(ask, page.asOf)).ids).toEqual(all.ids);
});

test("what is written at the same moment and seen later is not left out", async () => {
  const { database } = await eachDatabase[0].fresh();
  const { ask, world } = await openHouse(database);
  const { asOf } = await changed(ask, "2000-01-01T00:00:00Z");
  const slow = new Date(world.clock().getTime() - 30_000).toISOString();
  await database.grouped((db) => db.updateTable("submission").set({ updated_at: slow }).execute());
  expect((await changed(ask, asOf)).ids).toHaveLength(1);
});

describe("a time of change", () => {
  test.each([
    ["in UTC", "2026-11-25T02:00:00Z", "2026-11-25T02:00:00.000Z"],
    ["with milliseconds", "2026-11-25T02:00:00.007Z", "2026-11-25T02:00:00.007Z"],
    ["as on a clock in Palembang", "2026-11-25T09:00:00+07:00", "2026-11-25T02:00:00.000Z"],
    ["finer than is kept", "2026-11-25T02:00:00.0079999Z", "2026-11-25T02:00:00.007Z"],
  ])("is read: %s", (_what, given, instant) => {
    expect(parsePage({ changed_after: [given] })).toEqual({ limit: 50, changedAfter: instant });
  });

  test.each([
    ["a date alone", "2026-11-25"],
    ["without a zone it would be another time elsewhere", "2026-11-25T02:00:00"],
    ["a plus that came as a blank, not as %2B", "2026-11-25T09:00:00 07:00"],
    ["a day that does not exist", "2026-02-30T02:00:00Z"],
    ["a year of five digits once it is UTC", "9999-12-31T23:59:59-23:00"],
    ["seconds since 1970", "1764036000"],
    ["nothing", ""],
  ])("is refused: %s", async (_what, given) => {
    const { database } = await eachDatabase[0].fresh();
    const { ask } = await openHouse(database);
    expect(await ask(`submissions?changed_after=${encodeURIComponent(given)}`)).toMatchObject({
      status: 400,
      body: { type: "urn:lindung:problem:bad-query" },
    });
  });

  test("whatever else is given is a time or is refused, and throws never", () => {
    const part = fc.constantFrom("2026", "-02-", "29", "T", "24:00", ":59.9", "Z", "+23:59", "e");
    const given = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(given, (text) => {
        const parsed = parsePage({ changed_after: [text] });
        if ("fault" in parsed) expect(parsed.fault).toBe("bad-query");
        else expect(parsed.changedAfter).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
