import fc from "fast-check";
import { expect, test } from "vitest";
import { address } from "../../../src/conversation/answers/address.ts";
import { aboutFor } from "../../about.ts";
import { anyText, buttons, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor();

test.each([
  ["a street", "Jl. Mawar No. 7", "Jl. Mawar No. 7"],
  ["a hamlet with its numbers", "Dusun II RT 02/RW 03", "Dusun II RT 02/RW 03"],
  ["a landmark, as typed", "dekat pasar plaju", "dekat pasar plaju"],
  ["spaces are folded", "Jl.  Mawar   7", "Jl. Mawar 7"],
  ["lines become commas", "Jl. Mawar 7\nRT 2\r\nPlaju", "Jl. Mawar 7, RT 2, Plaju"],
  ["lines that end in commas", "Jl. Mawar 7,\n\nRT 2,", "Jl. Mawar 7, RT 2"],
  ["the line marks of other systems", "Jl. Mawar\u2028RT 2", "Jl. Mawar, RT 2"],
  ["Arabic digits", "Jl. Mawar ٧", "Jl. Mawar 7"],
  ["three letters", "KM5", "KM5"],
  ["two letters", "RT", { fault: "too-short" }],
  ["a digit alone", "7", { fault: "too-short" }],
  ["nothing", " ", { fault: "too-short" }],
  ["digits alone", "12345", { fault: "not-an-address" }],
  ["pictures alone", "🏠🏠🏠", { fault: "not-an-address" }],
  ["200 letters", "Kayu".repeat(50), "Kayu".repeat(50)],
  ["a house beside something", "rumah biru samping masjid", "rumah biru samping masjid"],
  ["a hamlet by its number", "dusun 2", "dusun 2"],
  ["a hamlet alone", "dusun", { fault: "too-short" }],
  ["at home", "di rumah", { fault: "too-short" }],
  ["at home, politely", "di rumah sendiri pak", { fault: "too-short" }],
  ["not knowing", "gak tau", { fault: "not-known" }],
  ["not knowing, in Palembang", "idak apal", { fault: "not-known" }],
  ["having forgotten", "lupa alamatnya", { fault: "not-known" }],
  ["as on the card", "sama dengan KTP", { fault: "as-on-card" }],
  ["see the card", "liat di ktp bae", { fault: "as-on-card" }],
  ["a yes", "iyo", { fault: "not-an-address" }],
  ["a letter again and again", "xxx", { fault: "not-an-address" }],
  ["a row of the keyboard", "asdf", { fault: "not-an-address" }],
  ["a part of a row, twice", "qweqwe", { fault: "not-an-address" }],
  ["letters without a vowel", "sdfgh jklmn", { fault: "not-an-address" }],
  ["letters of another script", "جالن", "جالن"],
  ["a whole page", "Jl. Mawar ".repeat(500), { fault: "too-long" }],
  ["201 letters", "a".repeat(201), { fault: "too-long" }],
])("address: %s", (_why, heard, expected) => {
  expect(short(address.read(heard, about))).toEqual(expected);
});

test.each([
  ["at home", "at home", { fault: "too-short" }],
  ["not knowing", "I don't know the address", { fault: "not-known" }],
  ["as on the card", "same as my ID card", { fault: "as-on-card" }],
  ["a landmark", "near the market of Plaju", "near the market of Plaju"],
])("address in English: %s", (_why, heard, expected) => {
  expect(short(address.read(heard, aboutFor({ words: wordsOf("en") })))).toEqual(expected);
});

test.each([
  ["the label", "sama dengan alamat tinggal", "same"],
  ["a part of it", "sama", "same"],
  ["what two labels hold", "alamat", { fault: "too-short" }],
])("address on the card, below its buttons: %s", (_why, heard, expected) => {
  const options = buttons(["same", "Sama dengan alamat tinggal"], ["other", "Alamat lain"]);
  expect(short(address.read(heard, aboutFor({ options })))).toEqual(expected);
});

test.each([
  ["an address", "Jl. Mawar 7", "Jl. Mawar 7"],
  ["with a line break", "Jl. Mawar\n7", undefined],
  ["too short", "RT", undefined],
  ["a number", 7, undefined],
])("saved address: %s", (_why, saved, expected) => {
  expect(address.parse(saved, about)).toBe(expected);
});

test("address: never throws, whatever the text; what it takes is read back and can be saved", () => {
  fc.assert(
    fc.property(anyText, (heard) => {
      const reading = address.read(heard, about);
      if (reading.kind !== "understood") return;
      expect(short(address.read(address.print(reading.value, about), about))).toBe(reading.value);
      expect(address.parse(reading.value, about)).toBe(reading.value);
    }),
    { numRuns: 300 },
  );
});
