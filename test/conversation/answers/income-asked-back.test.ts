import { expect, test } from "vitest";
import { income } from "../../../src/conversation/answers/income.ts";
import type { Reading, WayOut } from "../../../src/conversation/answers/kind.ts";
import { aboutFor } from "../../about.ts";
import { short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor();
const english = aboutFor({ words: wordsOf("en") });

/** A number that was understood, a fault, or what is asked back: its text and the amounts that can be taken. */
function told(reading: Reading): unknown {
  if (reading.kind !== "ask-back") return short(reading);
  const { monthly, daily, days, amount } = reading.values;
  return [reading.text.replace("income.", ""), ...[daily, days, amount, monthly].filter(Boolean)];
}

test.each([
  ["a bare number of hundreds", "500", ["unclear", "Rp500.000"]],
  ["a bare number of thousands", "1500", ["unclear", "Rp1.500.000"]],
  ["a bare number with a point", "1.500", ["unclear", "Rp1.500.000"]],
  ["a small bare number", "2", ["unclear", "Rp2.000.000"]],
  ["a bare number with a comma", "1,5", ["unclear", "Rp1.500.000"]],
  ["a bare number of tens", "50", ["unclear", "Rp50.000"]],
  ["a small amount without a time", "400 ribu", ["unclear", "Rp400.000"]],
  ["a number of Palembang", "selawe", ["unclear", "Rp25.000"]],
  ["a word of the market", "gocap", ["unclear", "Rp50.000"]],
  ["a word of the market, a month", "cetiao sebulan", ["meant", "Rp1.000.000", "Rp1.000.000"]],
  [
    "a word of the market with a unit",
    "cepek ceng sehari",
    ["daily", "Rp100.000", 25, "Rp2.500.000"],
  ],
  ["one digit behind millions", "1jt5 sebulan", ["meant", "Rp1.500.000", "Rp1.500.000"]],
  ["two digits behind millions", "1jt25 sebulan", ["meant", "Rp1.250.000", "Rp1.250.000"]],
  ["a bare number a month", "sebulan 500", ["meant", "Rp500.000", "Rp500.000"]],
  ["an amount behind millions", "1 juta 2.000.000", ["range"]],
  ["a number with a comma behind millions", "1 juta 1,5 sebulan", ["range"]],
  ["a small bare number a month", "sebulan 2", ["meant", "Rp2.000.000", "Rp2.000.000"]],
  ["by the day", "50rb/hari", ["daily", "Rp50.000", 25, "Rp1.250.000"]],
  ["by the day, bare", "sehari 100", ["daily", "Rp100.000", 25, "Rp2.500.000"]],
  ["by the day in Palembang", "per ari 75", ["daily", "Rp75.000", 25, "Rp1.875.000"]],
  ["by the day, one day", "50 ribu 1 hari", ["daily", "Rp50.000", 25, "Rp1.250.000"]],
  ["by the day, too many to be a count", "75 hari", ["daily", "Rp75.000", 25, "Rp1.875.000"]],
  ["by the day, written out", "Rp5.000 sehari", ["daily", "Rp5.000", 25, "Rp125.000"]],
  ["days of work", "50 ribu sehari, 20 hari sebulan", ["daily", "Rp50.000", 20, "Rp1.000.000"]],
  [
    "days of work in a week",
    "sehari 50 ribu 6 hari seminggu",
    ["daily", "Rp50.000", 24, "Rp1.200.000"],
  ],
  [
    "between two numbers of days",
    "50000 sehari 20-25 hari",
    ["daily", "Rp50.000", 23, "Rp1.150.000"],
  ],
  ["work every day", "sehari 50 ribu kerja tiap hari", ["daily", "Rp50.000", 30, "Rp1.500.000"]],
  ["a single day of work", "sehari 500 ribu, 1 hari", ["daily", "Rp500.000", 1, "Rp500.000"]],
  ["by the week, bare", "seminggu 400", ["by-week", "Rp400.000", "Rp1.600.000"]],
  ["by the week, a small bare number", "seminggu 2", ["by-week", "Rp2.000.000", "Rp8.000.000"]],
  ["by two weeks", "2 minggu 600", ["by-span", "Rp600.000", "Rp1.200.000"]],
  ["by three months", "3 bulan 9 juta", ["by-span", "Rp9.000.000", "Rp3.000.000"]],
  ["by two years", "2 tahun 24 juta", ["by-span", "Rp24.000.000", "Rp1.000.000"]],
  ["by three days", "3 hari 300 ribu", ["by-span", "Rp300.000", "Rp2.500.000"]],
  ["by the year", "24 juta setahun", ["by-year", "Rp24.000.000", "Rp2.000.000"]],
  ["by the year, bare", "24 / tahun", ["by-year", "Rp24.000.000", "Rp2.000.000"]],
  ["by the harvest", "tiap panen 5 jt", ["harvest", "Rp5.000.000"]],
  ["by the harvest, bare", "panen 5", ["harvest", "Rp5.000.000"]],
  [
    "harvests a year",
    "6 juta sekali panen, dua kali setahun",
    ["by-harvest", "Rp6.000.000", "Rp1.000.000"],
  ],
  [
    "harvests without a time are a year's",
    "6 juta 2 panen",
    ["by-harvest", "Rp6.000.000", "Rp1.000.000"],
  ],
  ["harvests a month", "panen sebulan 2 kali 1 juta", ["by-harvest", "Rp1.000.000", "Rp2.000.000"]],
  ["harvests a week", "panen 2 kali seminggu 100 ribu", ["by-harvest", "Rp100.000", "Rp800.000"]],
  [
    "a harvest every month",
    "panen tiap bulan 1 juta",
    ["by-harvest", "Rp1.000.000", "Rp1.000.000"],
  ],
  [
    "a harvest every two weeks",
    "panen 2 minggu sekali 1 juta",
    ["by-harvest", "Rp1.000.000", "Rp2.000.000"],
  ],
  [
    "a harvest every ten days",
    "panen 10 hari sekali 1 juta",
    ["by-harvest", "Rp1.000.000", "Rp3.000.000"],
  ],
  [
    "a harvest every three months",
    "panen 3 bulan sekali 9 juta",
    ["by-harvest", "Rp9.000.000", "Rp3.000.000"],
  ],
  [
    "a harvest every two years",
    "panen 2 tahun sekali 24 juta",
    ["by-harvest", "Rp24.000.000", "Rp1.000.000"],
  ],
  ["by two weeks, in one word", "2 mingguan 600", ["by-span", "Rp600.000", "Rp1.200.000"]],
  ["a softened word for the time", "50 ribu seharilah", ["daily", "Rp50.000", 25, "Rp1.250.000"]],
  ["a softened word that is no time", "400 ribu pulolah", ["unclear", "Rp400.000"]],
  [
    "a weight beside the money",
    "jual 10 kg sehari dapat 100 ribu",
    ["daily", "Rp100.000", 25, "Rp2.500.000"],
  ],
  ["a season is no harvest", "musim hujan cuma 700 ribu", ["unclear", "Rp700.000"]],
  ["a season of fruit is one", "musim duku 5 juta", ["harvest", "Rp5.000.000"]],
  ["a dash in front", "-5 juta", ["unclear", "Rp5.000.000"]],
  ["less than nothing", "minus 5 juta", ["menu"]],
  ["nothing", "0", ["menu"]],
  ["nothing, in words", "nol", ["menu"]],
  ["nothing in Palembang", "dak katek", ["menu"]],
  ["no income", "ga ada penghasilan", ["menu"]],
  ["each time the rubber is weighed", "sekali timbang 800 ribu", ["harvest", "Rp800.000"]],
  ["each time at sea", "sekali melaut 300 ribu", ["harvest", "Rp300.000"]],
  ["harvests that cannot be counted", "sekali panen 5 juta, dak tentu", ["menu"]],
  ["it varies", "dak tentu", ["menu"]],
  ["it depends", "tergantung", ["menu"]],
  ["the lowest wage", "umr", ["menu"]],
  ["a word of bargaining nobody agrees on", "sekuwat", ["menu"]],
])("income asked back: %s", (_why, heard, expected) => {
  expect(told(income.read(heard, about))).toEqual(expected);
});

test.each([
  ["what is usual by the day, bare", "kadang 50 kadang 100 ribu sehari", "75", "Rp75.000"],
  ["what is usual by the day, with its unit", "50-100 ribu sehari", "80 ribu", "Rp80.000"],
])("income between two amounts keeps its time: %s", (_why, heard, usual, daily) => {
  const { completes = "" } = income.read(heard, about) as { completes?: string };
  const whole = income.read(completes.replace("{}", usual), about);
  expect(told(whole)).toEqual(expect.arrayContaining(["daily", daily]));
});

test("income between two amounts, for which no time was said, leaves no gap", () => {
  expect(income.read("1-2 jt", about)).not.toHaveProperty("completes");
});

test.each([
  ["a dash", "1-2 jt", ["1000000", "1500000", "2000000"]],
  ["a word between", "1 sampe 2 juta", ["1000000", "1500000", "2000000"]],
  ["thousands to millions", "800-1jt", ["800000", "900000", "1000000"]],
  ["no unit at all", "500-700", ["500000", "600000", "700000"]],
  [
    "both with units, the greater first",
    "2 juta, kadang 1 juta",
    ["1000000", "1500000", "2000000"],
  ],
  ["the second without a unit", "50 ribu kadang 100", ["50000", "75000", "100000"]],
  ["numbers in words", "dua tiga juta", ["2000000", "2500000", "3000000"]],
  ["one after the other", "sejuta dua juta", ["1000000", "1500000", "2000000"]],
  ["between the two", "antara 1 sampai 2 juta", ["1000000", "1500000", "2000000"]],
  ["now and then", "kadang 1 juta kadang 2 juta", ["1000000", "1500000", "2000000"]],
  ["now and then, in short", "kadang2 1 juta kadang2 2", ["1000000", "1500000", "2000000"]],
  ["in two seasons", "hujan 700 ribu, kemarau 2 juta", ["700000", "1350000", "2000000"]],
  ["one too great", "1-2 milyar", { fault: "not-an-amount" }],
])("income between two amounts: %s", (_why, heard, expected) => {
  const reading = short(income.read(heard, about));
  const { which } = reading as { which?: readonly string[] };
  expect(which?.filter((value) => value !== "other-amount") ?? reading).toEqual(expected);
});

test.each([
  ["by the day", "50k a day", ["daily", "Rp50.000", 25, "Rp1.250.000"]],
  ["a month", "2 million a month", 2_000_000],
  ["half a million", "half a million", 500_000],
  ["in words", "one million five hundred thousand", 1_500_000],
  ["a week", "five hundred thousand a week", ["by-week", "Rp500.000", "Rp2.000.000"]],
  [
    "days of work",
    "100 thousand per day, daily 20 days",
    ["daily", "Rp100.000", 20, "Rp2.000.000"],
  ],
  ["it depends", "it depends", ["menu"]],
])("income in English: %s", (_why, heard, expected) => {
  expect(told(income.read(heard, english))).toEqual(expected);
});

function waysOf(heard: string, { words } = about): readonly WayOut[] {
  const reading = income.read(heard, aboutFor({ words }));
  return reading.kind === "ask-back" ? reading.ways : [];
}

test("the days of work are asked and put into the answer", () => {
  const [yes, days, other] = waysOf("50 ribu sehari");
  expect(yes).toMatchObject({ value: "yes", takes: 1_250_000 });
  expect(days).toMatchObject({ completes: "Rp50.000 sehari {} hari", asks: "income.days" });
  expect(other).toMatchObject({ value: "other-amount", again: true });
});

test.each([
  ["a number", "20", ["daily", "Rp50.000", 20, "Rp1.000.000"]],
  ["a number in words", "dua puluh", ["daily", "Rp50.000", 20, "Rp1.000.000"]],
  ["a number and its unit", "20 hari", ["daily", "Rp50.000", 20, "Rp1.000.000"]],
  ["between two", "20-24", ["daily", "Rp50.000", 22, "Rp1.100.000"]],
  ["days of a week", "seminggu 5", ["daily", "Rp50.000", 20, "Rp1.000.000"]],
  ["every day", "tiap hari", ["daily", "Rp50.000", 30, "Rp1.500.000"]],
  ["too many", "90", { fault: "no-such-days" }],
])("days of work told as %s", (_why, heard, expected) => {
  expect(told(income.read("Rp50.000 sehari {} hari".replace("{}", heard), about))).toEqual(
    expected,
  );
});

test.each([
  ["Indonesian", about],
  ["English", english],
])("what the program writes for a way out, it reads again: %s", (_language, one) => {
  const texts = [
    "500",
    "150 ribu",
    "1-2 jt",
    "50-100 ribu harian",
    "5 juta panen",
    "5 juta panen seminggu",
  ];
  const rereads = texts
    .flatMap((heard) => waysOf(heard, one))
    .flatMap((way) => ("rereads" in way ? [way.rereads] : []));
  expect(rereads.length).toBeGreaterThan(10);
  expect(rereads.filter((text) => income.read(text, one).kind === "misread")).toEqual([]);
});

test("of two amounts by the day each is still by the day", () => {
  const [first] = waysOf("50-100rb sehari, 20 hari");
  expect(first).toMatchObject({ rereads: "Rp50.000 sehari 20 hari" });
});

test("who cannot tell takes an amount from a list, each of another contribution", () => {
  const amounts = waysOf("dak tentu").flatMap((way) => ("takes" in way ? [way.takes] : []));
  expect(amounts).toEqual([500_000, 1_200_000, 1_500_000, 2_000_000, 3_000_000, 4_000_000]);
});
