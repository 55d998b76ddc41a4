import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarDate, calendarDate } from "../../src/enrolment/calendar.ts";
import {
  birthDateInNik,
  maskNik,
  type Nik,
  parseNik,
  regionInNik,
  sexInNik,
} from "../../src/enrolment/nik.ts";
import { anyText } from "../readings.ts";

const today = "2026-11-25" as CalendarDate;

/** A NIK that the test knows to be one. */
function nik(digits: string): Nik {
  const found = parseNik(digits);
  if (typeof found !== "string") throw new Error(`${digits} is no NIK: ${found.fault}`);
  return found;
}

test.each([
  ["as printed on the card", "1699015501900001", "1699015501900001"],
  ["with the spaces people type", "1699 0155 0190 0001", "1699015501900001"],
  ["with dots", "1699.0155.0190.0001", "1699015501900001"],
  ["with dashes, long ones too", "1699-0155–0190—0001", "1699015501900001"],
  ["in parts, with slashes", "16/99/01/550190/0001", "1699015501900001"],
  ["Arabic digits", "١٦٩٩٠١٥٥٠١٩٠٠٠٠١", "1699015501900001"],
  ["wide digits", "１６９９０１５５０１９００００１", "1699015501900001"],
  ["a zero-width space in the middle", "16990155\u200b01900001", "1699015501900001"],
  ["a man's day is written plainly", "1699011501900001", "1699011501900001"],
  ["the first day of a month", "1699010112800001", "1699010112800001"],
  ["the last day of a month", "1699013112800001", "1699013112800001"],
  ["a woman of the 31st", "1699017112800001", "1699017112800001"],
  ["29 February of a leap year", "1699012902800001", "1699012902800001"],
  ["29 February 2000", "1699012902000001", "1699012902000001"],
  ["29 February of another year", "1699012902810001", { fault: "impossible" }],
  ["31 April", "1699013104800001", { fault: "impossible" }],
  ["day 72 is nobody's birthday", "1699017201900001", { fault: "impossible" }],
  ["day 40 is nobody's birthday", "1699014001900001", { fault: "impossible" }],
  ["day 00", "1699010001900001", { fault: "impossible" }],
  ["month 13", "1699011513900001", { fault: "impossible" }],
  ["month 00", "1699011500900001", { fault: "impossible" }],
  ["serial 0000 is never given", "1699011501900000", { fault: "impossible" }],
  ["fifteen digits", "169901550190000", { fault: "wrong-length", count: 15 }],
  ["seventeen digits", "16990155019000011", { fault: "wrong-length", count: 17 }],
  ["one digit", "7", { fault: "wrong-length", count: 1 }],
  ["the letter O for a zero", "16O9901501900001", { fault: "not-digits" }],
  ["words", "lupa", { fault: "not-digits" }],
  ["nothing", "", { fault: "not-digits" }],
  ["spaces alone", "   ", { fault: "not-digits" }],
  ["one digit sixteen times", "1111111111111111", { fault: "placeholder" }],
  ["zeros", "0000000000000000", { fault: "placeholder" }],
  ["digits in a row", "1234567890123456", { fault: "placeholder" }],
  ["digits in a row from zero", "0123456789012345", { fault: "placeholder" }],
  ["digits in a row, downwards", "9876543210987654", { fault: "placeholder" }],
  ["a district that does not exist is not refused", "1699990101900001", "1699990101900001"],
])("NIK: %s", (_why, typed, expected) => {
  expect(parseNik(typed)).toEqual(expected);
});

test.each([
  ["a man", "1699011503800001", "1980-03-15", "male"],
  ["a woman: 40 is added to the day", "1699015503800001", "1980-03-15", "female"],
  ["a woman of the first", "1699014103800001", "1980-03-01", "female"],
  ["a man of the 31st", "1699013103800001", "1980-03-31", "male"],
  ["young: born in this century", "1699010101050001", "2005-01-01", "male"],
  ["this year, before today", "1699012511260001", "2026-11-25", "male"],
  ["a day after today lies a century back", "1699012611260001", "1926-11-26", "male"],
  ["29 February 2000", "1699012902000001", "2000-02-29", "male"],
])("NIK tells birth and sex: %s", (_why, digits, birth, sex) => {
  expect(birthDateInNik(nik(digits), today)).toBe(birth);
  expect(sexInNik(nik(digits))).toBe(sex);
});

test("a NIK tells where somebody was first registered", () => {
  expect(regionInNik(nik("1699015503800001"))).toEqual({
    province: "16",
    regency: "16.99",
    district: "16.99.01",
  });
});

test("a NIK is shown by its first and last four digits", () => {
  expect(maskNik("1699015503800001")).toBe("1699••••••••0001");
});

test("whatever is typed is a NIK or has a fault", () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const found = parseNik(typed);
      expect(typeof found === "string" ? found : found.fault).toMatch(/^(\d{16}|[a-z-]+)$/);
    }),
  );
});

test("every birth date of the last hundred years is read out of its NIK again", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1926-11-26"), max: new Date("2026-11-25"), noInvalidDate: true }),
      fc.boolean(),
      (date, isWoman) => {
        const [year, month, day] = [
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ];
        const two = (value: number) => String(value % 100).padStart(2, "0");
        const digits = `169901${two(day + (isWoman ? 40 : 0))}${two(month)}${two(year)}0007`;
        expect(birthDateInNik(nik(digits), today)).toBe(calendarDate(year, month, day));
        expect(sexInNik(nik(digits))).toBe(isWoman ? "female" : "male");
      },
    ),
  );
});
