import fc from "fast-check";
import { expect, test } from "vitest";
import { phone } from "../../../src/conversation/answers/phone.ts";
import { aboutFor } from "../../about.ts";
import { anyText, buttons, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor({ options: buttons(["none", "Tidak punya HP"]) });
const siti = "+6281234567890";
const budi = "+6281311112222";

test.each([
  ["as people write it", "081234567890", siti],
  ["with dashes", "0812-3456-7890", siti],
  ["with spaces", "0812 3456 7890", siti],
  ["with dots", "0812.3456.7890", siti],
  ["with brackets", "(0812) 34567890", siti],
  ["with the country's code", "+62 812-3456-7890", siti],
  ["with the code and no plus", "6281234567890", siti],
  ["with the code and a zero too many", "+62 0812 3456 7890", siti],
  ["without the zero", "812 3456 7890", siti],
  ["dialled from abroad", "0062 812 3456 7890", siti],
  ["the letter O in front is a zero left out", "O81234567890", siti],
  ["with words around it", "no hp saya 0812-3456-7890 ya", siti],
  ["with a colon", "WA: 081234567890.", siti],
  ["with a line break", "0812\n3456\n7890", siti],
  ["as a link", "wa.me/6281234567890", siti],
  ["Arabic digits", "٠٨١٢٣٤٥٦٧٨٩٠", siti],
  ["wide digits", "０８１２３４５６７８９０", siti],
  ["a zero-width space in it", "0812\u200b34567890", siti],
  ["the same number twice", "081234567890 / +6281234567890", siti],
  ["another number that is no phone", "RT 3, 081234567890", siti],
  ["a mobile beside a landline", "0711-510123 / 081234567890", siti],
  ["a mobile behind a landline", "0711 510123 0812 3456 7890", siti],
  [
    "told digit by digit",
    "nol delapan satu duo tigo empat limo enam tujuh lapan sembilan kosong",
    siti,
  ],
  ["the letter O behind is asked back", "0812 3456 789O", { which: [siti, "again"] }],
  ["the letter l between is asked back", "08l234567890", { which: [siti, "again"] }],
  ["a word behind is none", "081234567890 Oke", siti],
  ["two numbers, 'atau' between", "0812 3456 7890 atau 0813 1111 2222", { which: [siti, budi] }],
  ["two numbers, a slash between", "081234567890/081311112222", { which: [siti, budi] }],
  ["two numbers, a space between", "0812 3456 7890 0813 1111 2222", { which: [siti, budi] }],
  ["two numbers on two lines", "081234567890\n+62 813 1111 2222", { which: [siti, budi] }],
  ["two numbers with the code", "6281234567890 6281311112222", { which: [siti, budi] }],
  ["a landline", "0711-510123", { fault: "landline" }],
  ["a landline with its name", "telp rumah 0711 510123", { fault: "landline" }],
  ["a number abroad", "+60 12-345 6789", { fault: "abroad" }],
  ["too short", "08123456", { fault: "not-a-phone" }],
  ["too long", "081234567890123", { fault: "not-a-phone" }],
  ["a service number", "175", { fault: "not-a-phone" }],
  ["a NIK", "1699015503800001", { fault: "not-a-phone" }],
  ["a page of digits", "0000 ".repeat(10000), { fault: "not-a-phone" }],
  ["a bracket alone", "(", { fault: "not-a-phone" }],
  ["words", "nanti saja", { fault: "not-a-phone" }],
  ["a no alone does not say what is missing", "tidak", { fault: "not-a-phone" }],
  ["'no hp' is short for a number", "no hp", { fault: "not-a-phone" }],
  ["nothing", "", { fault: "not-a-phone" }],
  ["the tapped button", "none", "none"],
  ["the number of the button", "1", "none"],
  ["the label", "tidak punya hp", "none"],
  ["none in Palembang", "dak katek hp", "none"],
  ["none in Palembang, short", "katek", "none"],
  ["none in a sentence", "saya belum punya hp pak", "none"],
  ["none, the phone first", "hp dak ado", "none"],
  ["none, in chat", "ga ada", "none"],
  ["having one", "ada hp", { fault: "not-a-phone" }],
  ["none, and something else", "tidak punya hp sendiri tapi anak", { fault: "not-a-phone" }],
])("phone: %s", (_why, heard, expected) => {
  expect(short(phone.read(heard, about))).toEqual(expected);
});

test.each([
  ["in full", "I don't have a phone"],
  ["in short", "no phone"],
])("no phone in English: %s", (_why, heard) => {
  expect(short(phone.read(heard, aboutFor({ words: wordsOf("en") })))).toBe("none");
});

test("of two numbers each can be taken, as its owner knows it", () => {
  const reading = phone.read("081234567890 / 081311112222", about);
  expect(reading).toEqual({
    kind: "ask-back",
    text: "phone.which",
    values: {},
    ways: [
      { value: siti, label: { text: "0812-3456-7890" }, takes: siti },
      { value: budi, label: { text: "0813-1111-2222" }, takes: budi },
    ],
  });
});

test.each([
  ["a number", siti, "0812-3456-7890"],
  ["none", "none", "Tidak punya HP"],
])("phone printed and read back: %s", (_why, value, printed) => {
  expect(phone.print(value, about)).toBe(printed);
  expect(short(phone.read(printed, about))).toBe(value);
});

test.each([
  ["a number", siti, siti],
  ["none", "none", "none"],
  ["a number as typed", "081234567890", undefined],
  ["a landline", "+62711510123", undefined],
  ["nothing", null, undefined],
])("saved phone: %s", (_why, saved, expected) => {
  expect(phone.parse(saved, about)).toBe(expected);
});

test("phone: never throws, whatever the text; what it takes is printed and read back", () => {
  const row = fc.stringMatching(/^(\+62|0|62)8[0-9 -]{8,30}$/);
  fc.assert(
    fc.property(fc.oneof(anyText, row), (heard) => {
      const reading = phone.read(heard, aboutFor());
      if (reading.kind !== "understood") return;
      expect(phone.parse(reading.value, about)).toBe(reading.value);
      expect(short(phone.read(phone.print(reading.value, about), about))).toBe(reading.value);
    }),
    { numRuns: 300 },
  );
});
