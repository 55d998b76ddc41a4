import { expect, test } from "vitest";
import type { CalendarDate } from "../../../src/enrolment/calendar.ts";
import { familyCard } from "../../../src/validation/checks/family-card.ts";
import { noThresholds, type Row, remarks } from "./look.ts";

const like = { "nik-like-family-card": {} };

test.each<Row>([
  ["her own NIK", {}, {}],
  ["a man's NIK", { nik: "1699011501900002" }, {}],
  ["the day a card was made, for somebody born long before", { nik: "1699011208150003" }, like],
  ["made today", { nik: "1699012511260003" }, like],
  ["made on the first day such cards were made", { nik: "1699010101050003" }, like],
  ["the day before: no such cards yet", { nik: "1699013112040003" }, {}],
  ["only the year of birth is known", { nik: "1699011208150003", birth_date: "1990" }, like],
  [
    "born in the year in which such cards began",
    { nik: "1699011208150003", birth_date: "2005" },
    {},
  ],
  ["a young man's own NIK", { nik: "1699011208070003", birth_date: "2007-08-12" }, {}],
  [
    "a young man's own NIK with a wrong year",
    { nik: "1699011208080003", birth_date: "2007-08-12" },
    {},
  ],
  ["a day with 40 added is a woman's: no card has that", { nik: "1699015208150003" }, {}],
  ["a day in the future is of the last century", { nik: "1699012611260003" }, {}],
  ["the date of the NIK is on the card", { nik: "1699011208150003", birth_date: "2015-08-12" }, {}],
  ["digits that are no NIK: another check's remark", { nik: "1699017208150003" }, {}],
])("the number of a family card: %s", async (_why, part, expected) => {
  expect(await remarks(familyCard, part)).toEqual(expected);
});

test("without a row, or before it holds, nothing is remarked", async () => {
  const part = { nik: "1699011208150003" };
  expect(await remarks(familyCard, part, noThresholds)).toEqual({});
  const earlier = { today: "2025-12-31" as CalendarDate };
  expect(await remarks(familyCard, part, earlier)).toEqual({});
});
