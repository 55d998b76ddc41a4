/** Birth dates the way they come in: off old papers, told digit by digit, half forgotten, two at once. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { date } from "../../../src/conversation/answers/date.ts";
import { aboutFor } from "../../about.ts";
import { short } from "../../readings.ts";
import { talk } from "../talk.ts";

const about = aboutFor();
const march5 = "1980-03-05";

test.each([
  ["the lines of a card", "Tempat/Tgl Lahir : PALEMBANG, 05-03-1980", march5],
  ["the short words of a form", "TTL: PALEMBANG, 05-03-1980", march5],
  ["Roman months of old papers", "5-III-1980", march5],
  ["Roman, the year short", "5 XII 75", "1975-12-05"],
  ["commas", "5,3,1980", march5],
  ["underscores", "5_3_1980", march5],
  ["a fraction's slash", "5⁄3⁄1980", march5],
  ["a curly apostrophe", "05.03.’80", march5],
  ["Indian digits", "५-३-१९८०", march5],
  ["capitals and no space", "05MAR1980", march5],
  ["colons", "tgl:5 bln:3 thn:1980", march5],
  ["every part with its word, in words", "tanggal lima bulan tiga tahun delapan puluh", march5],
  ["digit by digit", "lima maret satu sembilan delapan nol", march5],
  ["digit by digit, in digits", "0 5 0 3 1 9 8 0", march5],
  ["the year in three pieces", "5 maret 19 8 0", march5],
  ["noughts in front, in words", "nol lima nol tiga delapan puluh", march5],
  ["digit by digit, of this century", "1 1 dua nol nol lima", "2005-01-01"],
  ["a year digit by digit, of this century", "2 0 0 5", "2005"],
  ["a year in two digits after its word", "taun lapan limo", "1985"],
  ["25 in one word", "selawe desember enam puluh tigo", "1963-12-25"],
  ["'pulu' without its h", "lima maret lapan pulu", march5],
  ["a day of the week of Java", "rabu legi 5 maret 1980", march5],
  ["the year first, the day behind", "aku lahir taun 80, tanggal 5 maret", march5],
  ["the paper named", "1 juli 60 (tanggal ktp)", "1960-07-01"],
  ["more or less", "kiro-kiro taun 75", "1975"],
  ["the beginning of a year", "awal 1980", "1980"],
  ["the end of a year", "akhir taun 80", "1980"],
  ["perhaps", "mungkin taun 75", "1975"],
  ["it seems", "kayaknyo 1975", "1975"],
  ["about Lebaran", "1980 pas lebaran", "1980"],
  ["in the season of durians", "lahir musim duren taun 80", "1980"],
  ["all but the year forgotten", "tgl lupa, bulan lupa, taun 80", "1980"],
  ["by heart only the year", "dak apal, tahunnyo 1965", "1965"],
  ["the same date twice", "5 Maret 1980 (5-3-1980)", march5],
  ["the same year twice", "1980, taun 80 1980", { fault: "not-a-date" }],
  ["a letter O in front is no digit", "O5-03-1980", march5],
])("date as typed: %s", (_why, heard, expected) => {
  expect(short(date.read(heard, about))).toEqual(expected);
});

test.each([
  ["two digits of a year, one by one", "sebelas desember tujuh dua", ["1972-12-11", "again"]],
  ["the same in Palembang", "tigo puluh satu desember enam limo", ["1965-12-31", "again"]],
  [
    "a year, or the first of September",
    "satu sembilan tujuh lima",
    ["1975", "1975-09-01", "again"],
  ],
  ["the same in a sentence", "lahir satu sembilan tujuh lima", ["1975", "1975-09-01", "again"]],
  ["19 and two digits", "sembilan belas tujuh lima", ["1975", "again"]],
  ["the same with dashes", "19-7-5", ["1975", "again"]],
  ["the letter O behind", "05-03-198O", [march5, "again"]],
  ["the letter l between", "5-3-l980", [march5, "again"]],
  ["two years", "1975 atau 1976", ["1975", "1976", "again"]],
  ["two dates", "5-3-1980 6-3-1980", [march5, "1980-03-06", "again"]],
  [
    "two dates, the second put right",
    "5 mei 80 eh 6 mei 80",
    ["1980-05-05", "1980-05-06", "again"],
  ],
  [
    "the card's date and the true one",
    "di ktp 1-7-1960, aslinyo 5-3-1961",
    ["1960-07-01", "1961-03-05", "again"],
  ],
  [
    "two dates, one of which no calendar has",
    "5 maret 1980 atau 31 februari 1980",
    [march5, "again"],
  ],
  ["a date and an age", "5 maret 1980, 46 tahun", [march5, "again"]],
  ["an age in years and months", "46 tahun 3 bulan", ["1980", "1979", "again"]],
  ["an age digit by digit", "empat enam tahun", ["1980", "1979", "again"]],
  ["an age in one word", "umurku 46", ["1980", "1979", "again"]],
  ["a short year after 'lahir'", "kelahiran 80", ["1980", "again"]],
  ["a month with a letter too many", "5 januwari 80", ["1980-01-05", "again"]],
  ["a month in English", "5 july 80", ["1980-07-05", "again"]],
])("date as typed, asked back: %s", (_why, heard, expected) => {
  expect(short(date.read(heard, about))).toEqual({ which: expected });
});

test.each([
  ["the month first, as abroad", "12/31/1980", "no-such-day"],
  ["a leap day that was none", "29-02-1900", "no-such-day"],
  ["noughts", "00-00-1980", "no-such-day"],
  ["19, and a year that is none", "19-12-5", "not-a-date"],
  ["ones", "1-1-1", "not-a-date"],
  ["two days of one month", "5 atau 6 maret 1980", "not-a-date"],
  ["two months of one year", "5 maret atau april 1980", "not-a-date"],
  ["a day and the year beside two", "5 maret 1980 atau 1981", "not-a-date"],
  ["before a year", "sebelum 1980", "not-a-date"],
  ["between two short years", "antara 75 sampai 77", "no-year"],
  ["an age, digit by digit after its word", "umur empat enam", "an-age"],
  ["a decade in words", "pokoknyo taun 70 an", "a-decade"],
  ["a year of the Muslim calendar", "5 sya'ban 1400", "not-a-date"],
  ["a number, then an age digit by digit", "RT 5 empat enam tahun", "not-a-date"],
  ["today", "hari ini", "not-a-date"],
])("no date as typed: %s", (_why, heard, fault) => {
  expect(short(date.read(heard, about))).toEqual({ fault });
});

test.each([
  ["a yes to the one date that is proposed", ["5 mret 80", "iyo"], "occupation"],
  ["a yes to two of them", ["1975 atau 1976", "iyo"], "birth_date"],
  ["one of two by its number", ["1975 atau 1976", "yang kedua"], "occupation"],
  ["the year that was missing", ["5 maret", "lapan puluh"], "occupation"],
  ["a yes to an age", ["umur 46", "ya"], "birth_date"],
])("what leads on from a date that was asked back: %s", (_why, said, next) => {
  const here = talk("birth_date");
  here.say(...said);
  expect(here.asked()).toBe(next);
});

test("of two different dates in a text none is taken without asking", () => {
  const day = fc.integer({ min: 1, max: 28 });
  const written = fc.record({
    day,
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 1940, max: 2005 }),
  });
  const between = fc.constantFrom(
    " ",
    ", ",
    " atau ",
    " / ",
    "\n",
    " bukan ",
    " eh ",
    " sampai ",
    " dan ",
  );
  const looks = [
    ({ day, month, year }: Dated) => `${day}-${month}-${year}`,
    ({ day, month, year }: Dated) => `${day}/${month}/${year % 100}`,
    ({ day, month, year }: Dated) => `${day} ${about.words.dates.months[month - 1]?.[0]} ${year}`,
    ({ year }: Dated) => `tahun ${year}`,
  ];
  type Dated = { readonly day: number; readonly month: number; readonly year: number };
  const look = fc.constantFrom(...looks);
  fc.assert(
    fc.property(written, written, look, look, between, (one, other, as, like, join) => {
      fc.pre(one.day !== other.day && one.year !== other.year);
      expect(date.read(as(one) + join + like(other), about).kind).not.toBe("understood");
    }),
    { numRuns: 500 },
  );
});
