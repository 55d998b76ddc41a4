/** What people ask, as programs of staff read it: the days they mean, and only with a token for it. */
import { describe, expect, test } from "vitest";
import { addToken } from "../../src/api/tokens.ts";
import { eachDatabase } from "../databases.ts";
import type { World } from "../world.ts";
import { asking, openHouse, say } from "./house.ts";

/** The clock stands at nine in the morning, so that midnight in Palembang is fifteen hours away. */
const toMidnight = 15;
const minute = 1 / 60;

/** Budi asks once on 25 November, a minute before midnight, and twice a minute after it. */
async function ask25And26(world: World): Promise<void> {
  for (const [hours, text] of [
    [0, "halo"],
    [toMidnight - minute, "apa itu jht?"],
    [2 * minute, "siapa presiden sekarang?"],
    [0, "siapa presiden sekarang?"],
  ] as const) {
    world.pass(hours);
    await say(world, "budi", text);
  }
}

const told = { outcome: "told", topic: "jht", step: null, count: 1 };
const unknown = { outcome: "unknown", topic: null, step: null, count: 2 };

describe.each(eachDatabase)("on $kind", ({ fresh }) => {
  test("both days that are named belong to it, as they are in Palembang", async () => {
    const { database } = await fresh();
    const { world, ask } = await openHouse(database);
    await ask25And26(world);
    for (const [query, from, to, questions] of [
      ["?from=2026-11-25&to=2026-11-26", "2026-11-25", "2026-11-26", [unknown, told]],
      ["?from=2026-11-25&to=2026-11-25", "2026-11-25", "2026-11-25", [told]],
      ["?from=2026-11-26&to=2026-11-26", "2026-11-26", "2026-11-26", [unknown]],
      ["?from=2026-11-26", "2026-11-26", "2026-11-26", [unknown]],
      ["?to=2026-11-25", "2026-10-27", "2026-11-25", [told]],
      ["?from=2025-11-26&to=2026-11-26", "2025-11-26", "2026-11-26", [unknown, told]],
      ["", "2026-10-28", "2026-11-26", [unknown, told]],
    ] as const)
      expect(await ask(`reports/questions${query}`), query).toEqual({
        status: 200,
        body: { from, to, questions },
      });
  });

  test("without days it is the last thirty, of which today is one", async () => {
    const { database } = await fresh();
    const { world } = await openHouse(database);
    const kept = { name: "x", scopes: ["reports:read"], days: 90, now: world.clock() } as const;
    const ask = asking(world, (await addToken(world, kept)).token);
    await ask25And26(world);
    world.pass(28 * 24);
    expect((await ask("reports/questions")).body).toMatchObject({
      ...{ from: "2026-11-25", to: "2026-12-24", questions: [unknown, told] },
    });
    world.pass(24);
    expect((await ask("reports/questions")).body["questions"]).toEqual([unknown]);
    world.pass(24);
    expect((await ask("reports/questions")).body["questions"]).toEqual([]);
  });
});

const { fresh } = eachDatabase[0];

test.each([
  ["a day that does not exist", "from=2026-11-31", ["from"]],
  ["a day in words", "to=kemarin", ["to"]],
  ["a time", "from=2026-11-25T00:00:00Z", ["from"]],
  ["a day twice", "to=2026-11-25&to=2026-11-25", ["to"]],
  ["the last before the first", "from=2026-11-25&to=2026-11-24", ["from", "to"]],
  ["the first after today", "from=2026-11-26", ["from"]],
  ["more days than are read at once", "from=2025-11-24", ["from"]],
  ["a filter that does not exist", "person=siti", []],
])("refused: %s", async (_what, query, filters) => {
  const { database } = await fresh();
  const { ask } = await openHouse(database);
  expect(await ask(`reports/questions?${query}`)).toMatchObject({
    status: 400,
    body: { type: "urn:lindung:problem:bad-query", filters },
  });
});

test("a token for submissions tells nothing of it, and one for it nothing of submissions", async () => {
  const { database } = await fresh();
  const { ask } = await openHouse(database, ["submissions:read"]);
  expect(await ask("reports/questions")).toMatchObject({
    status: 403,
    body: { type: "urn:lindung:problem:no-scope", scope: "reports:read" },
  });
  const other = await openHouse((await fresh()).database, ["reports:read"]);
  expect((await other.ask("submissions")).status).toBe(403);
  expect((await other.ask("reports/questions")).status).toBe(200);
  expect((await asking(other.world, undefined)("reports/questions")).status).toBe(401);
});
