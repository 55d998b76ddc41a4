import fc from "fast-check";
import { expect, test } from "vitest";
import { nikBirthDate } from "../../../src/validation/checks/nik-birth-date.ts";
import { budi } from "../../submissions/hand-in.ts";
import { type Row, remarks } from "./look.ts";

const other = { nik_date: "1990-01-15", birth_date: "1990-01-16" };

test.each<Row>([
  ["a woman's, with 40 added to the day", {}, {}],
  ["a man's, written plainly", { ...budi }, {}],
  ["the date on the card is that of the NIK", { card_date: "nik" }, {}],
  ["only the year is known, and it is that year", { birth_date: "1990" }, {}],
  ["a birth in this century", { birth_date: "2008-02-29", nik: "1699012902080003" }, {}],
  ["digits that are no NIK: another check's remark", { nik: "1699017201900001" }, {}],
  ["another day", { birth_date: "1990-01-16" }, { "nik-date-differs": other }],
  [
    "another day, and nobody looked at the card",
    { birth_date: "1990-01-16", card_date: "unknown" },
    { "nik-date-differs": other },
  ],
  [
    "another day, which the person says is on the card: may be genuine",
    { birth_date: "1990-01-16", card_date: "told" },
    { "nik-date-differs-as-said": other },
  ],
  [
    "day and month changed about",
    { birth_date: "1990-03-02", nik: "1699014303900001" },
    { "nik-date-differs": { nik_date: "1990-03-03", birth_date: "1990-03-02" } },
  ],
  [
    "the same day a hundred years apart",
    { birth_date: "1926-01-15", nik: "1699015501260001" },
    { "nik-date-differs": { nik_date: "2026-01-15", birth_date: "1926-01-15" } },
  ],
  [
    "only the year is known, and it is another",
    { birth_date: "1991" },
    { "nik-date-differs": { nik_date: "1990-01-15", birth_date: "1991" } },
  ],
])("the birth date in the NIK: %s", async (_why, part, expected) => {
  expect(await remarks(nikBirthDate, part)).toEqual(expected);
});

test("is never a reason to refuse: whatever the dates, there is at most one remark", async () => {
  const date = fc
    .date({ min: new Date("1930-01-01"), max: new Date("2026-11-25"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  await fc.assert(
    fc.asyncProperty(date, fc.stringMatching(/^1699[0-9]{12}$/), async (birth_date, nik) => {
      const found = await remarks(nikBirthDate, { birth_date, nik });
      expect(Object.keys(found).length).toBeLessThanOrEqual(1);
    }),
  );
});
