import { expect, test } from "vitest";
import { digitsSpoken, numbersInWords } from "../../../src/conversation/answers/number-words.ts";
import { wordsOf } from "../../words.ts";

const { dates } = wordsOf("id");

test.each([
  ["one to nine", "lima", "5"],
  ["ten", "sepuluh", "10"],
  ["eleven", "sebelas", "11"],
  ["a teen", "tujuh belas", "17"],
  ["tens", "delapan puluh", "80"],
  ["tens and one", "delapan puluh lima", "85"],
  ["a hundred", "seratus dua", "102"],
  ["hundreds", "tiga ratus", "300"],
  ["a year", "seribu sembilan ratus delapan puluh lima", "1985"],
  ["a year of this century", "dua ribu lima", "2005"],
  ["a thousand and a hundred", "seribu seratus", "1100"],
  ["two numbers side by side", "lima tiga", "5 3"],
  ["three numbers side by side", "tujuh belas delapan empat puluh lima", "17 8 45"],
  ["a hundred after a number begins another", "lima seratus", "5 100"],
  ["'belas' after ten is no number", "sepuluh belas", "10 belas"],
  ["'puluh' alone is no number", "puluh lima", "puluh 5"],
  ["words between", "lima maret delapan puluh", "5 maret 80"],
  ["no number", "maret", "maret"],
  ["digits stay", "5 maret", "5 maret"],
  ["words that programs know", "constructor lima valueOf", "constructor 5 valueOf"],
  ["one in Palembang", "sikok", "1"],
  ["two in Palembang", "duo puluh", "20"],
  ["three in Palembang", "tigo puluh limo", "35"],
  ["five in Palembang", "limo ratus", "500"],
  ["eight in Palembang", "lapan puluh lapan", "88"],
  ["six as it sounds", "enem belas", "16"],
  ["twenty-five in one word", "selawe", "25"],
  ["twenty-five is whole", "selawe lima", "25 5"],
  ["'pulu' without its h", "lima pulu dua", "52"],
  ["nineteen", "sembilan belas", "19"],
  ["twelve", "dua belas", "12"],
  ["ninety-nine", "sembilan puluh sembilan", "99"],
  ["a hundred and ten", "seratus sepuluh", "110"],
  ["a hundred and fifteen", "seratus lima belas", "115"],
  ["hundreds, tens and ones", "tujuh ratus delapan puluh enam", "786"],
  ["a thousand and one", "seribu satu", "1001"],
  ["thousands of tens", "dua puluh ribu", "20000"],
  ["thousands of hundreds", "seratus dua puluh ribu", "120000"],
  ["1945", "seribu sembilan ratus empat puluh lima", "1945"],
  ["1970", "seribu sembilan ratus tujuh puluh", "1970"],
  ["2000", "dua ribu", "2000"],
  ["2019", "dua ribu sembilan belas", "2019"],
  ["a year in two halves", "sembilan belas delapan puluh", "19 80"],
  ["one by one", "satu sembilan delapan tiga", "1 9 8 3"],
  ["'ribu' again and again", "dua ribu ribu ribu", "2000 ribu ribu"],
  ["tens after tens", "enam puluh tujuh puluh", "60 70"],
  ["eleven after twenty", "dua puluh sebelas", "20 11"],
  ["a word at the front", "umur empat puluh", "umur 40"],
  ["a word at the end", "empat puluh tahun", "40 tahun"],
  ["digits between", "lima 3 delapan puluh", "5 3 80"],
  ["digits before 'puluh' stay apart", "8 puluh", "8 puluh"],
  ["'ratus' alone", "ratus", "ratus"],
  ["'belas' alone", "belas", "belas"],
  ["half of a word", "limabelas", "limabelas"],
  ["capital letters are no words here", "LIMA", "LIMA"],
])("numbers in words: %s", (_why, said, expected) => {
  expect(numbersInWords(said.split(" "), dates).join(" ")).toBe(expected);
});

test.each([
  ["a phone", "nol delapan satu dua tiga empat lima enam tujuh", "0 8 1 2 3 4 5 6 7"],
  ["'kosong' for nought", "kosong lapan satu duo tigo empat limo enam", "0 8 1 2 3 4 5 6"],
  ["in twos", "nol delapan dua belas tiga empat lima enam tujuh", "0 8 12 3 4 5 6 7"],
  [
    "words around stay",
    "nik aku satu enam sembilan sembilan nol satu empat lima ya",
    "nik aku 1 6 9 9 0 1 4 5 ya",
  ],
  [
    "'terus' and 'strip' are left out",
    "nol delapan terus satu dua strip tiga empat lima enam",
    "0 8 1 2 3 4 5 6",
  ],
  ["a double digit", "nol delapan dobel satu dua tiga empat lima enam", "0 8 11 2 3 4 5 6"],
  ["a triple digit", "nol delapan tripel nol dua tiga empat lima enam", "0 8 000 2 3 4 5 6"],
  [
    "a double of nothing",
    "nol delapan dobel bapak dua tiga empat lima enam tujuh",
    "0 8 bapak 2 3 4 5 6 7",
  ],
  ["partly typed", "0812 tiga empat 567890", "0812 3 4 567890"],
  ["typed, and one word", "081234567890 dua", "081234567890 dua"],
  ["a few words", "anak dua umur lima", "anak dua umur lima"],
  ["a text without any", "Jl. Mawar 7", "Jl. Mawar 7"],
])("a long number that is told: %s", (_why, said, expected) => {
  expect(digitsSpoken(said, dates)).toBe(expected);
});

test("every number up to 9999 is read as it is said", () => {
  const ones = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
  const below20 = [...ones, "sepuluh", "sebelas", ...ones.slice(2).map((one) => `${one} belas`)];
  const below100 = (n: number) =>
    n < 20 ? below20[n] : `${ones[Math.floor(n / 10)]} puluh ${ones[n % 10]}`;
  const below1000 = (n: number) => {
    const hundreds = Math.floor(n / 100);
    const said = hundreds === 1 ? "seratus" : hundreds === 0 ? "" : `${ones[hundreds]} ratus`;
    return `${said} ${below100(n % 100)}`;
  };
  const wrong = Array.from({ length: 9_999 }, (_, at) => at + 1).filter((n) => {
    const thousands = Math.floor(n / 1_000);
    const said = thousands === 1 ? "seribu" : thousands === 0 ? "" : `${ones[thousands]} ribu`;
    const pieces = `${said} ${below1000(n % 1_000)}`.split(" ").filter(Boolean);
    return numbersInWords(pieces, dates).join(" ") !== String(n);
  });
  expect(wrong).toEqual([]);
});
