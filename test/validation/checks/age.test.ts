import fc from "fast-check";
import { expect, test } from "vitest";
import { age } from "../../../src/validation/checks/age.ts";
import { needs, type Row, remarks } from "./look.ts";

const under = (birth_date: string) => ({ "age-under-minimum": { birth_date } });
const toCheck = (birth_date: string) => ({ "age-to-check": { birth_date } });

test.each<Row>([
  ["a grown-up", {}, {}],
  ["eighteen today", { birth_date: "2008-11-25" }, {}],
  ["eighteen tomorrow", { birth_date: "2008-11-26" }, under("2008-11-26")],
  ["born today", { birth_date: "2026-11-25" }, under("2026-11-25")],
  ["sixty tomorrow", { birth_date: "1966-11-26" }, {}],
  ["sixty today", { birth_date: "1966-11-25" }, toCheck("1966-11-25")],
  ["ninety", { birth_date: "1936-01-01" }, toCheck("1936-01-01")],
  ["a year in which one may be eighteen", { birth_date: "2008" }, {}],
  ["a year in which one is a child", { birth_date: "2009" }, under("2009")],
  ["born on 29 February", { birth_date: "1988-02-29" }, {}],
  ["a day that there was not", { birth_date: "1989-02-29" }, { "birth-date-impossible": {} }],
  ["tomorrow", { birth_date: "2026-11-26" }, { "birth-date-impossible": {} }],
  ["longer ago than anybody lives", { birth_date: "1900-01-01" }, { "birth-date-impossible": {} }],
  ["a year of two digits in four", { birth_date: "0090" }, { "birth-date-impossible": {} }],
  ["no year at all", { birth_date: "0000" }, { "birth-date-impossible": {} }],
])("an age: %s", async (_why, part, expected) => {
  expect(await remarks(age, part)).toEqual(expected);
});

test("a minimum that is not sure refuses nobody, nor does any age where there is no row", async () => {
  const eligibility = needs.rules.eligibility.map((row) => ({ ...row, sure: "C" as const }));
  for (const rows of [eligibility, []]) {
    const rules = { ...needs.rules, eligibility: rows };
    expect(await remarks(age, { birth_date: "2015-01-01" }, { rules })).toEqual({});
  }
});

test("whatever date is saved, there is one remark or none", async () => {
  const saved = fc.stringMatching(/^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$/);
  await fc.assert(
    fc.asyncProperty(saved, async (birth_date) => {
      expect(Object.keys(await remarks(age, { birth_date })).length).toBeLessThanOrEqual(1);
    }),
  );
});
