/** Money the way it is told: by the trip, times the days, more or less than something, with a comma in words. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { income } from "../../../src/conversation/answers/income.ts";
import type { Reading } from "../../../src/conversation/answers/kind.ts";
import { aboutFor } from "../../about.ts";
import { short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor();

/** A number that was understood, a fault, or what is asked back: its text and the amounts that can be taken. */
function told(reading: Reading): unknown {
  if (reading.kind !== "ask-back") return short(reading);
  const { monthly, daily, days, amount } = reading.values;
  return [reading.text.replace("income.", ""), ...[daily, days, amount, monthly].filter(Boolean)];
}

test.each([
  ["a comma in words", "satu koma lima juta", 1_500_000],
  ["a comma in words, two digits", "dua koma tujuh lima juta", 2_750_000],
  ["a comma in words, glued", "1koma5 juta", 1_500_000],
  [
    "'pulu' without its h",
    "lima pulu ribu sebulan sepuluh kali",
    ["by-span", "Rp50.000", "Rp500.000"],
  ],
  ["millions as they are said in jest", "2,5 jeti", 2_500_000],
  ["a sign for about", "± 2 jt", 2_000_000],
  ["about, in one word", "kurleb 2jt", 2_000_000],
  ["currency of a bank", "IDR 2500000", 2_500_000],
  ["thousands of thousands", "2500 ribu", 2_500_000],
  ["eight hundreds behind a million", "sejuta lapan ratus", 1_800_000],
  ["Arabic digits", "٢٥٠٠٠٠٠", 2_500_000],
  ["what is left after costs", "3 juta perbulan bersih", 3_000_000],
  ["the day on which it is paid", "gajian tiap tgl 25, 3 juta", 3_000_000],
  ["everything glued", "2juta1bulan", 2_000_000],
  ["points in other places", "1000.000", 1_000_000],
  ["points where none fit", "15.00.000", ["unclear", "Rp1.500.000"]],
  ["times the days", "100rb x 25 hari", ["daily", "Rp100.000", 25, "Rp2.500.000"]],
  ["times the days, no word for them", "100rb x 26", ["daily", "Rp100.000", 26, "Rp2.600.000"]],
  ["times the days, in words", "100 ribu kali 26 hari", ["daily", "Rp100.000", 26, "Rp2.600.000"]],
  ["times, as in a table", "100000*25", ["daily", "Rp100.000", 25, "Rp2.500.000"]],
  [
    "times, with the sign of schools",
    "100.000 × 25 hari",
    ["daily", "Rp100.000", 25, "Rp2.500.000"],
  ],
  ["a word of the market, times the days", "goban x 20", ["daily", "Rp50.000", 20, "Rp1.000.000"]],
  ["times the weeks", "500rb x 4 minggu", ["by-span", "Rp500.000", "Rp2.000.000"]],
  [
    "several times a day",
    "15 ribu sekali antar, sehari 5 kali",
    ["daily", "Rp75.000", 25, "Rp1.875.000"],
  ],
  ["several times a week", "seminggu 2 kali 300 ribu", ["by-span", "Rp300.000", "Rp2.400.000"]],
  [
    "paid twice a month",
    "sebulan dua kali gajian 1 juta",
    ["by-span", "Rp1.000.000", "Rp2.000.000"],
  ],
  ["twice a year", "setahun 2 kali 6 juta", ["by-span", "Rp6.000.000", "Rp1.000.000"]],
  ["twice in three days", "3 hari 2 kali 100 ribu", ["by-span", "Rp100.000", "Rp1.666.667"]],
  ["once a month", "sebulan 1 kali 2 juta", 2_000_000],
  ["by the night", "50rb semalam", ["daily", "Rp50.000", 25, "Rp1.250.000"]],
  ["by two weeks, with 'per'", "per dua minggu 1 juta", ["by-span", "Rp1.000.000", "Rp2.000.000"]],
  ["below an amount", "di bawah 1 juta", ["meant", "Rp1.000.000", "Rp1.000.000"]],
  [
    "less than an amount, a month",
    "kurang dari 1 juta sebulan",
    ["meant", "Rp1.000.000", "Rp1.000.000"],
  ],
  ["not reaching an amount", "dak sampe 1 juta", ["meant", "Rp1.000.000", "Rp1.000.000"]],
  ["more than an amount, as a sign", ">2jt", ["meant", "Rp2.000.000", "Rp2.000.000"]],
  ["below a small amount", "dak sampe 100 ribu", ["unclear", "Rp100.000"]],
  [
    "below an amount by the day",
    "dak sampe 100 ribu sehari",
    ["daily", "Rp100.000", 25, "Rp2.500.000"],
  ],
  ["more or less is no bound", "kurang lebih 2 juta", 2_000_000],
  ["a little more", "2 juta lebih dikit", 2_000_000],
  ["a price beside a weight", "karet seminggu 50 kg harga 10 ribu", { fault: "things" }],
  [
    "a weight and a price for one",
    "getah sekilo 9 ribu, dapat 60 kilo seminggu",
    { fault: "things" },
  ],
  ["money for a hundredweight", "kopi 1 kwintal 3 juta", { fault: "things" }],
  ["money for a ton", "dapat 3 juta per ton", { fault: "things" }],
  ["tiao, as it sounds", "cetiau sebulan", ["meant", "Rp1.000.000", "Rp1.000.000"]],
  ["enough", "lumayan", ["menu"]],
  ["a little", "dikit bae", ["menu"]],
  ["as much as is needed", "secukupnyo", ["menu"]],
  ["the lowest wage of the city", "UMR palembang", ["menu"]],
  ["more thousands than a million has", "2 juta 3000 ribu", ["range"]],
  ["two months that differ", "bulan lalu 2 juta bulan ini 3 juta", { fault: "several" }],
  ["before and after costs", "kotor 5 juta modal 3 juta", { fault: "several" }],
  ["a husband's work", "suami yang kerja", { fault: "not-an-amount" }],
])("income as typed: %s", (_why, heard, expected) => {
  expect(told(income.read(heard, about))).toEqual(expected);
});

test.each([
  ["a point in words", "one point five million", 1_500_000],
  ["less than an amount", "less than a million", ["meant", "Rp1.000.000", "Rp1.000.000"]],
  ["enough", "just enough", ["menu"]],
  ["times the days", "100 thousand times 25 days", ["daily", "Rp100.000", 25, "Rp2.500.000"]],
])("income as typed in English: %s", (_why, heard, expected) => {
  expect(told(income.read(heard, aboutFor({ words: wordsOf("en") })))).toEqual(expected);
});

test("of two different amounts in a text none is taken without asking", () => {
  const amount = fc.integer({ min: 5, max: 90 }).map((tens) => tens * 100_000);
  const looks = [
    (value: number) => `${value / 1_000_000} juta`.replace(".", ","),
    (value: number) => `Rp${value.toLocaleString("id-ID")}`,
    (value: number) => `${value / 1_000}rb`,
    (value: number) => String(value),
  ];
  const look = fc.constantFrom(...looks);
  const between = fc.constantFrom(
    " atau ",
    " kadang ",
    " sampai ",
    " - ",
    " dan ",
    "/",
    " bukan ",
    " gaji, ",
  );
  const when = fc.constantFrom("", " sebulan", " sehari", " seminggu", " sekali panen");
  fc.assert(
    fc.property(amount, amount, look, look, between, when, (one, other, as, like, join, each) => {
      fc.pre(one !== other);
      expect(income.read(as(one) + join + like(other) + each, about).kind).not.toBe("understood");
    }),
    { numRuns: 500 },
  );
});
