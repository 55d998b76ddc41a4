import fc from "fast-check";
import { expect, test } from "vitest";
import { income } from "../../../src/conversation/answers/income.ts";
import { aboutFor } from "../../about.ts";
import { anyText, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor();
const english = aboutFor({ words: wordsOf("en") });

test.each([
  ["millions, a space", "2 jt", 2_000_000],
  ["millions, no space", "2jt", 2_000_000],
  ["millions in full", "2juta", 2_000_000],
  ["in words", "dua juta", 2_000_000],
  ["in words of Palembang", "duo juta", 2_000_000],
  ["hundreds behind millions, in words of Palembang", "dua juto limo ratus", 2_500_000],
  ["hundreds behind a million, in words", "satu juta dua ratus", 1_200_000],
  ["a comma", "1,5 juta", 1_500_000],
  ["a point", "1.5jt", 1_500_000],
  ["a word for the comma is two numbers", "satu setengah juta", 1_500_000],
  ["a half behind", "sejuta setengah", 1_500_000],
  ["half a million", "setengah juta", 500_000],
  ["half a million as a sign", "½ juta", 500_000],
  ["one and a half as a sign", "1½ juta", 1_500_000],
  ["thousands glued behind", "1jt500", 1_500_000],
  ["thousands behind", "1 jt 500", 1_500_000],
  ["thousands behind, with their unit", "2 juta 500 ribu perbulan", 2_500_000],
  ["thousands behind, written out", "2 juta 500.000", 2_500_000],
  ["thousands behind, in words", "sejuta dua ratus", 1_200_000],
  ["all in words", "dua juta lima ratus ribu", 2_500_000],
  ["points", "1.500.000", 1_500_000],
  ["commas", "1,500,000", 1_500_000],
  ["rupiah in front", "rp 1.500.000", 1_500_000],
  ["as on a receipt", "Rp1.500.000,-", 1_500_000],
  ["with cents", "Rp 1.500.000,00", 1_500_000],
  ["digits alone", "1500000", 1_500_000],
  ["spaces between", "1 500 000", 1_500_000],
  ["thousands short", "500rb", 500_000],
  ["thousands with k", "500k", 500_000],
  ["thousands in words", "lima ratus ribu", 500_000],
  ["a tail of about", "2 jutaan", 2_000_000],
  ["about in front", "sekitar 2 jt", 2_000_000],
  ["more or less in signs", "-+ 2jt", 2_000_000],
  ["at most", "paling 1 juta", 1_000_000],
  ["in a sentence", "gaji saya 2,5 jt per bulan pak", 2_500_000],
  ["little, with its month", "300 ribu sebulan", 300_000],
  ["for one month", "600 ribu 1 bulan", 600_000],
  ["the same twice", "1-1 juta", 1_000_000],
  ["the least", "100.000 sebulan", 100_000],
  ["the most", "1 milyar sebulan", 1_000_000_000],
  ["too little for a month", "50 ribu sebulan", { fault: "too-little" }],
  ["next to nothing", "500 rupiah sehari", { fault: "too-little" }],
  ["too little by the day", "1 ribu sehari", { fault: "too-little" }],
  ["too little by the year", "500 ribu setahun", { fault: "too-little" }],
  ["too much", "2 milyar", { fault: "too-much" }],
  ["too much by the day", "500 juta sehari", { fault: "too-much" }],
  ["about a million, in one word", "sejutaan", 1_000_000],
  ["about, a word said twice", "kira2 2 juta", 2_000_000],
  ["a month named beside it", "mei kemaren 2 juta", 2_000_000],
  [
    "two amounts side by side",
    "2 juta 3 juta",
    { which: ["2000000", "2500000", "3000000", "other-amount"] },
  ],
  ["a million and a smaller unit", "1 juta 500 ribu", 1_500_000],
  ["a phone number", "081234567890", { fault: "not-an-amount" }],
  ["a phone number in parts", "0812 3456 7890", { fault: "not-an-amount" }],
  ["a date", "5 mret 80", { fault: "not-an-amount" }],
  ["a day of birth", "eh salah, tanggal lahir aku 6 maret", { fault: "not-an-amount" }],
  ["a day", "tanggal 6", { fault: "not-an-amount" }],
  ["an age", "umur 45", { fault: "not-an-amount" }],
  ["an age, its word behind", "45 tahun", { fault: "not-an-amount" }],
  ["a job", "bukan ojek, aku nyadap", { fault: "not-an-amount" }],
  ["a weight", "2 kwintal sebulan", { fault: "things" }],
  ["a price", "sekilo 12 ribu", { fault: "things" }],
  ["a price, its thing behind", "12 ribu per kilo", { fault: "things" }],
  ["a price with a slash", "12rb/kg", { fault: "things" }],
  ["a price for one", "12 ribu 1 kg", { fault: "things" }],
  ["children", "anak aku 2 anak", { fault: "things" }],
  ["digits without an end", "9".repeat(4000), { fault: "too-much" }],
  ["three amounts", "2 juta 3 juta 4 juta", { fault: "several" }],
  ["two amounts and nothing that joins them", "2 juta gaji 500 ribu", { fault: "several" }],
  ["two amounts for two times", "sehari 50 ribu sebulan 1 juta", { fault: "several" }],
  ["a range of nothing", "0-1 rupiah", { fault: "not-an-amount" }],
  ["more days than a month has", "50rb sehari 40 hari", { fault: "no-such-days" }],
  ["no day at all", "50rb sehari 0 hari", { fault: "no-such-days" }],
  ["a greeting", "halo", { fault: "not-an-amount" }],
  ["half of what", "setengah", { fault: "not-an-amount" }],
  ["a word that programs know", "constructor", { fault: "not-an-amount" }],
  ["empty", "", { fault: "not-an-amount" }],
])("income: %s", (_why, heard, expected) => {
  expect(short(income.read(heard, about))).toEqual(expected);
});

test.each([
  ["an amount", 1_500_000, 1_500_000],
  ["too little", 99_999, undefined],
  ["too much", 1_000_000_001, undefined],
  ["a part of a rupiah", 1_500_000.5, undefined],
  ["a text", "1500000", undefined],
  ["nothing", null, undefined],
])("saved income: %s", (_why, saved, expected) => {
  expect(income.parse(saved, about)).toBe(expected);
});

test("income is printed with its month", () => {
  expect(income.print(1_500_000, about)).toBe("Rp1.500.000 sebulan");
  expect(income.print(1_500_000, english)).toBe("Rp1.500.000 a month");
});

test("income: never throws, whatever the text; what it takes can be saved", () => {
  const money = fc
    .array(
      fc.constantFrom(
        ..."1 2 50 500 1,5 1.500 rp ribu juta setengah hari sehari minggu panen kali - gocap tiap".split(
          " ",
        ),
      ),
      { maxLength: 9 },
    )
    .map((list) => list.join(" "));
  fc.assert(
    fc.property(fc.oneof(anyText, money), (heard) => {
      const reading = income.read(heard, about);
      const values = reading.kind === "understood" ? [reading.value] : [];
      const ways = reading.kind === "ask-back" ? reading.ways : [];
      for (const value of [
        ...values,
        ...ways.flatMap((way) => ("takes" in way ? [way.takes] : [])),
      ]) {
        expect(income.parse(value, about)).toBe(value);
      }
    }),
    { numRuns: 1000 },
  );
});

test("every income that is printed reads back, in both languages", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 1_000_000_000 }), (value) => {
      expect(short(income.read(income.print(value, about), about))).toBe(value);
      expect(short(income.read(income.print(value, english), english))).toBe(value);
    }),
  );
});
