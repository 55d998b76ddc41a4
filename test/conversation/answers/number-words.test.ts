import { expect, test } from "vitest";
import { numbersInWords } from "../../../src/conversation/answers/number-words.ts";
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
])("numbers in words: %s", (_why, said, expected) => {
  expect(numbersInWords(said.split(" "), dates).join(" ")).toBe(expected);
});
