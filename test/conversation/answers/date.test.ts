import fc from "fast-check";
import { expect, test } from "vitest";
import { date } from "../../../src/conversation/answers/date.ts";
import type { BirthDate } from "../../../src/enrolment/birth-date.ts";
import { type CalendarDate, dayAfter } from "../../../src/enrolment/calendar.ts";
import { aboutFor } from "../../about.ts";
import { anyText, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor();
const march5 = "1980-03-05";

test.each([
  ["dashes", "5-3-1980", march5],
  ["slashes and two digits", "05/03/80", march5],
  ["dots", "5.3.80", march5],
  ["spaces", "5 3 1980", march5],
  ["spaces around slashes", "5 / 3 / 1980", march5],
  ["nothing between, two digits", "050380", march5],
  ["nothing between, four digits", "05031980", march5],
  ["nothing between, zeros left out", "50380", march5],
  ["nothing between, the day's zero left out", "5031980", march5],
  ["nothing between, both zeros left out", "531980", march5],
  ["the year apart", "0503 1980", march5],
  ["the short year apart", "0503 80", march5],
  ["ISO", "1980-03-05", march5],
  ["ISO with nothing between", "19800305", march5],
  ["the year first, with slashes", "1980/3/5", march5],
  ["the month in words", "5 maret 1980", march5],
  ["as printed on a card", "PALEMBANG, 05-03-1980", march5],
  ["as printed on a card, the month in words", "Palembang, 5 Maret 1980", march5],
  ["a short month", "5 mrt 80", march5],
  ["a short month with a full stop", "5 Mar. 1980", march5],
  ["everything together", "5mar80", march5],
  ["the month in front", "maret 5, 1980", march5],
  ["the year in front, the month in words", "1980 maret 5", march5],
  ["'tgl' and its like", "tgl 5 bln 3 thn 80", march5],
  ["'tgl' and its like, together", "tgl5bln3thn80", march5],
  ["'tahun' first", "tahun 80 bulan 3 tanggal 5", march5],
  ["'bulan' before the month in words", "tanggal 5 bulan maret tahun 1980", march5],
  ["the day in words", "lima maret 80", march5],
  ["the day in words of Palembang", "limo maret 80", march5],
  ["everything in words", "lima maret seribu sembilan ratus delapan puluh", march5],
  ["the year in two halves", "lima maret sembilan belas delapan puluh", march5],
  ["the year in two halves, in digits", "5 maret 19 80", march5],
  ["three numbers in words", "lima tiga delapan puluh", march5],
  ["in a sentence", "saya lahir tanggal 5 maret 1980 pak", march5],
  ["a weekday in front", "Rabu, 5 Maret 1980", march5],
  ["an apostrophe before the year", "5 maret '80", march5],
  ["Arabic digits", "٥/٣/١٩٨٠", march5],
  ["wide digits", "５－３－１９８０", march5],
  ["a zero-width space in it", "5-3\u200b-1980", march5],
  ["17 August 45", "17 agust 45", "1945-08-17"],
  ["17 in words", "tujuh belas agustus empat puluh lima", "1945-08-17"],
  ["21 in words", "dua puluh satu mei sembilan puluh", "1990-05-21"],
  ["selawe, 25 in Palembang", "selawe mei 75", "1975-05-25"],
  ["two thousand and something in words", "1 januari dua ribu lima", "2005-01-01"],
  ["both below 13: the day still comes first", "3-5-1980", "1980-05-03"],
  ["the years run on to 2000", "1 1 00", "2000-01-01"],
  ["February as many write it", "5 pebruari 80", "1980-02-05"],
  ["November as many write it", "5 nopember 80", "1980-11-05"],
  ["a month with a letter missing", "5 agusts 80", "1980-08-05"],
  ["the beginning of a month", "5 septem 80", "1980-09-05"],
  ["29 February of a leap year", "29-2-1980", "1980-02-29"],
  ["the year alone", "1965", "1965"],
  ["the year alone, with its word", "tahun 1965", "1965"],
  ["the year alone, its word behind", "1965 tahun", "1965"],
  ["the short year with its word", "thn 65", "1965"],
  ["the year in a sentence", "saya lahir sekitar tahun 65", "1965"],
  ["the year, not quite sure", "kalo gak salah 1965", "1965"],
  ["the year, having forgotten the rest", "ga inget, kira2 taun 1965", "1965"],
  ["the day last", "maret 80 tanggal 5", march5],
  ["the day last, with the word for the year", "maret taun 80 tanggal 5", march5],
  ["the month last", "tanggal 5 taun 80 bulan 3", march5],
  ["the year first, then the day", "1980 5 maret", march5],
  ["a number that only looks doubled", "tanggal2 mei 80", "1980-05-02"],
  ["the year in words", "seribu sembilan ratus enam puluh lima", "1965"],
  ["the year in two halves, alone", "sembilan belas enam puluh lima", "1965"],
])("date: %s", (_why, heard, expected) => {
  expect(short(date.read(heard, about))).toEqual(expected);
});

test.each([
  ["a century that is open", "5-3-20", ["2020-03-05", "1920-03-05", "again"]],
  ["a row that can be cut in two ways", "1111980", ["1980-11-01", "1980-01-11", "again"]],
  ["a month with a letter wrong", "5 oktobre 80", ["1980-10-05", "again"]],
  ["a month with two letters wrong", "5 septenbar 80", ["1980-09-05", "again"]],
  ["a month with a letter left out", "5 mret 80", [march5, "again"]],
  ["an age", "umur 46", ["1980", "1979", "again"]],
  ["an age, its word behind", "46 taun", ["1980", "1979", "again"]],
  ["an age in words", "saya empat puluh enam tahun", ["1980", "1979", "again"]],
  ["a short year alone may be an age", "80", ["1980", "again"]],
  ["a short year alone, its century open", "tahun 26", ["2026", "1926", "again"]],
])("date, asked back: %s", (_why, heard, expected) => {
  expect(short(date.read(heard, about))).toEqual({ which: expected });
});

test.each([
  ["a day alone", "tanggal 5", "no-year"],
  ["a small number alone", "17", "no-year"],
  ["a month alone", "maret", "no-day"],
  ["day and month, and something else", "5 maret gajian", "no-year"],
  ["month and year, and something else", "maret 1980 gajian", "no-day"],
  ["31 February", "31 februari 1980", "no-such-day"],
  ["29 February of no leap year", "29 feb 81", "no-such-day"],
  ["the month first, as abroad", "3/15/1980", "no-such-day"],
  ["a row that is no day", "320180", "no-such-day"],
  ["a day ahead", "5 maret 2030", "in-the-future"],
  ["a year ahead", "2030", "in-the-future"],
  ["a day too long ago", "5-3-1850", "too-long-ago"],
  ["a year too long ago", "tahun 1850", "too-long-ago"],
  ["an age of three digits", "umur 146", "an-age"],
  ["an age and a year", "umur 46 lahir 1980", "an-age"],
  ["a decade", "sekitar 80an", "a-decade"],
  ["a decade in words", "delapan puluhan", "a-decade"],
  ["the word for an age alone", "umur saya", "not-a-date"],
  ["not this day", "bukan 5 maret 1980", "not-a-date"],
  ["a refusal", "tidak mau", "not-a-date"],
  ["a year about something else", "daftar BPJS tahun 2020", "not-a-date"],
  ["a number about something else", "RT 5", "not-a-date"],
  ["a NIK", "1699015503800001", "not-a-date"],
  ["a year of three digits", "5-3-980", "not-a-date"],
  ["a year of one digit", "5-3-8", "not-a-date"],
  ["two months", "5 maret april 1980", "not-a-date"],
  ["a word that is near two months", "5 jun1 80", "not-a-date"],
  ["words", "lupa", "not-a-date"],
  ["a word of the program", "constructor 5 __proto__", "not-a-date"],
  ["nothing", "", "not-a-date"],
])("no date: %s", (_why, heard, fault) => {
  expect(short(date.read(heard, about))).toEqual({ fault });
});

test.each([
  ["day and month", "5 maret", "no-year", "1980", march5],
  ["day and month, then the short year", "5 maret", "no-year", "80", march5],
  ["day and month, then 'tahun'", "lima maret", "no-year", "taun 80", march5],
  ["day and month in numbers", "5-3", "no-year", "1980", march5],
  ["day and month, nothing between", "0503", "no-year", "1980", march5],
  ["a month and a small number", "maret 12", "no-year", "1980", "1980-03-12"],
  ["month and year", "maret 1980", "no-day", "5", march5],
  ["month and short year", "maret 80", "no-day", "tanggal 5", march5],
  ["month and year in numbers", "3/1980", "no-day", "5", march5],
  ["month and year with their words", "bulan 3 tahun 80", "no-day", "5", march5],
  ["the year, then the month", "1980 maret", "no-day", "5", march5],
])("a part of a date is completed: %s", (_why, heard, missing, more, expected) => {
  const reading = date.read(heard, about);
  expect(reading).toMatchObject({ kind: "ask-back", text: `date.${missing}`, ways: [] });
  const { completes = "" } = reading as { completes?: string };
  expect(short(date.read(completes.replace("{}", more), about))).toBe(expected);
});

test.each([
  ["the day first", "5 March 1980", march5],
  ["an ordinal", "5th of March 1980", march5],
  ["the month first", "March 5, 1980", march5],
  ["numbers as here", "5/3/1980", march5],
  ["in words", "fifth march nineteen eighty", march5],
  ["with 'and'", "one january two thousand and five", "2005-01-01"],
  ["'and' before any number", "and 5 march 1980", march5],
  ["the year", "I was born in 1965", "1965"],
  ["an Indonesian month", "5 Agustus 1980", "1980-08-05"],
  ["an ordinal behind", "March 5th, 1980", march5],
  ["a decade", "in the 80s", { fault: "a-decade" }],
  ["an age", "46 years old", { which: ["1980", "1979", "again"] }],
])("date in English: %s", (_why, heard, expected) => {
  expect(short(date.read(heard, { ...about, words: wordsOf("en") }))).toEqual(expected);
});

test.each([
  ["one month near", "5 mret 80", "date.meant", { date: "5 Maret 1980" }],
  ["an age", "umur 46", "date.by-age", { age: 46 }],
  ["two centuries", "5-3-20", "date.which", {}],
])("what is asked back says what was understood: %s", (_why, heard, text, values) => {
  expect(date.read(heard, about)).toMatchObject({ kind: "ask-back", text, values });
});

test.each([
  ["a day", march5, "5 Maret 1980"],
  ["a year", "1980", "tahun 1980"],
])("date printed: %s", (_why, value, printed) => {
  expect(date.print(value as BirthDate, about)).toBe(printed);
});

test.each(["id", "en"] as const)("date: what is printed is read back: %s", (language) => {
  const seen = { ...about, words: wordsOf(language) };
  const days = fc.integer({ min: 0, max: 110 * 365 }).map((ago) => dayAfter(seen.today, -ago));
  const years = fc.integer({ min: 1916, max: 2026 }).map((year) => String(year) as BirthDate);
  fc.assert(
    fc.property(fc.oneof(days, years), (value) => {
      expect(short(date.read(date.print(value, seen), seen))).toBe(value);
    }),
  );
});

test.each([
  ["a day", march5, march5],
  ["a year", "1980", "1980"],
  ["a day that does not exist", "1980-02-31", undefined],
  ["a number", 1980, undefined],
])("saved date: %s", (_why, saved, expected) => {
  expect(date.parse(saved, about)).toBe(expected);
});

test("date: never throws, whatever the text; what it takes can be saved", () => {
  const pieces = fc.constantFrom(
    "5",
    "80",
    "1980",
    "maret",
    "tgl",
    "bln",
    "thn",
    "puluh",
    "belas",
    "19",
    "ratus",
    "umur",
    "bukan",
  );
  const said = fc.array(pieces, { maxLength: 6 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.oneof(anyText, said), (heard) => {
      const reading = date.read(heard, about);
      if (reading.kind !== "understood") return;
      expect(date.parse(reading.value, about)).toBe(reading.value);
      expect((reading.value as CalendarDate) <= about.today).toBe(true);
    }),
    { numRuns: 500 },
  );
});
