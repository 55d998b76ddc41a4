/** Anybody may put anything behind `?l=`: who comes by it is welcome, and only what can be a code is kept. */
import { describe, expect, test } from "vitest";
import { meet, receive } from "../../src/inbox/receive.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld } from "../world.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test.each([
    ["a code is kept", "SPK7", "SPK7"],
    ["no link is none", undefined, null],
    ["a zero, which one of the databases refuses", "\u0000", null],
    ["a person's number", "1699016711710007", null],
    ["a telephone number", "081377552091", null],
    ["a sentence", "saya Siti", null],
    ["half a letter", "\ud800", null],
    ["longer than any code", "SPK7-SPK7-SPK7-SPK7", null],
  ])("%s", async (_what, link, kept) => {
    const { database } = await fresh();
    const world = openWorld(database);
    const at = (from: string) => ({ channel: "web-chat", account: "web", from });
    await meet(world, at("siti"), link);
    const heard = { kind: "text", text: "halo" } as const;
    await receive(world, {
      ...at("budi"),
      id: "1",
      heard,
      ...(link === undefined ? {} : { link }),
    });
    const rows = await database.read.selectFrom("enrolment").select("link").execute();
    expect(rows).toEqual([{ link: kept }, { link: kept }]);
  });
});
