import fc from "fast-check";
import { expect, test } from "vitest";
import { nik } from "../../../src/conversation/answers/nik.ts";
import { aboutFor } from "../../about.ts";
import { anyText, buttons, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor({
  options: buttons(["not-at-hand", "KTP tidak di tangan"], ["staff", "🙋 Tanya petugas"]),
});
const trial = aboutFor({ trial: true });
const siti = "1699014503800001";

test.each([
  ["as printed", siti, siti],
  ["in fours", "1699 0145 0380 0001", siti],
  ["with dots", "1699.0145.0380.0001", siti],
  ["with dashes", "1699-0145-0380-0001", siti],
  ["every digit apart", "1 6 9 9 0 1 4 5 0 3 8 0 0 0 0 1", siti],
  ["on two lines", "16990145\n03800001", siti],
  ["with words around it", "nik saya 1699 0145 0380 0001 pak", siti],
  ["with its name", "NIK: 1699014503800001", siti],
  ["with a full stop behind", "1699014503800001.", siti],
  ["wide digits", "１６９９０１４５０３８００００１", siti],
  ["Arabic digits", "١٦٩٩٠١٤٥٠٣٨٠٠٠٠١", siti],
  ["a zero-width space in it", "16990145\u200b03800001", siti],
  ["another number in front", "di RT 3 1699014503800001", siti],
  ["the same number twice", "1699014503800001 / 1699014503800001", siti],
  ["the number of a button", "1", "not-at-hand"],
  ["the label of a button", "ktp tidak di tangan", "not-at-hand"],
  ["two numbers", "1699014503800001 1699011503800002", { fault: "two-numbers" }],
  ["two numbers in fours", "1699 0145 0380 0001 1699 0115 0380 0002", { fault: "two-numbers" }],
  [
    "two numbers with words between",
    "1699014503800001 KK 1699011503800002",
    { fault: "two-numbers" },
  ],
  ["fifteen digits", "169901450380000", { fault: "wrong-length", count: 15 }],
  ["seventeen digits", "16990145038000011", { fault: "wrong-length", count: 17 }],
  ["half of it", "16990145", { fault: "wrong-length", count: 8 }],
  ["a number and words", "umur 46", { fault: "wrong-length", count: 2 }],
  ["the letter O", "1699O14503800001", { fault: "letters", letters: "O" }],
  ["a small o", "16990145038000o1", { fault: "letters", letters: "o" }],
  ["the letter l", "l699014503800001", { fault: "letters", letters: "l" }],
  ["a capital I in fours", "I699 0145 0380 0001", { fault: "letters", letters: "I" }],
  ["several letters", "l699 O145 O380 0001", { fault: "letters", letters: "l, O" }],
  ["the l of a word is none of them", "nol 169901450380000", { fault: "wrong-length", count: 15 }],
  ["a word stuck to it", "1699014503800001ya", siti],
  ["a word of such letters", "OlIOlIOlIOlIOlIO", { fault: "not-digits" }],
  ["a letter that is like none", "1699B14503800001", { fault: "wrong-length", count: 11 }],
  ["day 72", "1699017203800001", { fault: "impossible" }],
  ["serial 0000", "1699014503800000", { fault: "impossible" }],
  ["one digit sixteen times", "0000000000000000", { fault: "placeholder" }],
  ["digits in a row", "1234 5678 9012 3456", { fault: "placeholder" }],
  [
    "told digit by digit",
    "satu enam sembilan sembilan nol satu empat limo nol tiga lapan nol nol nol nol satu",
    siti,
  ],
  [
    "told in twos",
    "nik aku enam belas sembilan sembilan nol satu empat puluh lima nol tiga delapan puluh kosong kosong nol satu",
    siti,
  ],
  [
    "too few digits told",
    "satu enam sembilan sembilan nol satu empat lima",
    { fault: "wrong-length", count: 8 },
  ],
  ["a few numbers in words are none", "anak dua umur lima", { fault: "not-digits" }],
  ["the card is lost", "ktp hilang", "not-at-hand"],
  ["the card is lost, and where", "ktp aku ilang kemarin di pasar", "not-at-hand"],
  ["the card is not held", "dak pegang ktp", "not-at-hand"],
  ["no card yet", "belum ada ktp", "not-at-hand"],
  ["the card is not ready", "ktp belum jadi", "not-at-hand"],
  ["the card is at home", "ktp di rumah", "not-at-hand"],
  ["at home, its name left out", "di rumah pak", "not-at-hand"],
  ["not brought", "gak bawa", "not-at-hand"],
  ["not by heart", "dak apal nik", "not-at-hand"],
  ["not going on is something else", "gak jadi", { fault: "not-digits" }],
  ["the card, and nothing of where it is", "ini ktp", { fault: "not-digits" }],
  ["the date on the card is wrong", "tanggal di ktp salah", { fault: "not-digits" }],
  ["a question about a lost card", "ktp hilang?", { fault: "not-digits" }],
  ["words", "halo pak", { fault: "not-digits" }],
  ["marks", "-- . --", { fault: "not-digits" }],
  ["a picture", "🙏", { fault: "not-digits" }],
  ["nothing", "", { fault: "not-digits" }],
])("NIK: %s", (_why, heard, expected) => {
  expect(short(nik.read(heard, about))).toEqual(expected);
});

test.each([
  ["a number of the unused area", siti, siti],
  ["a number that may be somebody's", "1698014503800001", { fault: "trial" }],
  ["no NIK, but a number that may be somebody's", "1698017203800001", { fault: "trial" }],
  ["one digit sixteen times is nobody's", "0000000000000000", { fault: "trial-example" }],
  ["digits in a row are nobody's", "1234567890123456", { fault: "trial-example" }],
  ["a lost card where no button says so", "ktp hilang", { fault: "not-digits" }],
  ["too few digits", "169801450380000", { fault: "wrong-length", count: 15 }],
  ["no NIK of the unused area", "1699017203800001", { fault: "impossible" }],
])("NIK in a trial: %s", (_why, heard, expected) => {
  expect(short(nik.read(heard, trial))).toEqual(expected);
});

test("a real number in a trial gets the same sentence each time", () => {
  expect(nik.read("1698014503800001", trial)).toMatchObject({ isFirm: true });
  expect(nik.read("169801450380000", trial)).not.toHaveProperty("isFirm");
});

test.each([
  ["lost", "I lost my ID card"],
  ["at home", "it is at home"],
  ["not known", "I don't know"],
])("a card that is not at hand, in English: %s", (_why, heard) => {
  expect(short(nik.read(heard, { ...about, words: wordsOf("en") }))).toBe("not-at-hand");
});

test("NIK is read back by its first and last digits alone", () => {
  expect(nik.print(siti, about)).toBe("1699••••••••0001");
});

test.each([
  ["a NIK", siti, siti],
  ["with spaces", "1699 0145 0380 0001", undefined],
  ["no NIK", "1699017203800001", undefined],
  ["a number", 1699, undefined],
])("saved NIK: %s", (_why, saved, expected) => {
  expect(nik.parse(saved, about)).toBe(expected);
});

test("NIK: never throws, whatever the text; what it takes can be saved", () => {
  const digits = fc.stringMatching(/^1699[0-9OlI ]{10,40}$/);
  fc.assert(
    fc.property(fc.oneof(anyText, digits), (heard) => {
      const reading = nik.read(heard, trial);
      if (reading.kind === "understood")
        expect(nik.parse(reading.value, trial)).toBe(reading.value);
      else expect(reading.kind).toBe("misread");
    }),
  );
});
