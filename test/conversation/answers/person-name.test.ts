import fc from "fast-check";
import { expect, test } from "vitest";
import { personName } from "../../../src/conversation/answers/person-name.ts";
import { aboutFor } from "../../about.ts";
import { anyText, short } from "../../readings.ts";

const about = aboutFor();
const notName = { fault: "not-a-name" };

test.each([
  ["two words", "Siti Aminah", "Siti Aminah"],
  ["one word", "Wayan", "Wayan"],
  ["one word, a name of many", "Nurhayati", "Nurhayati"],
  ["a syllable twice", "Lala", "Lala"],
  ["two letters without a vowel", "Ng", "Ng"],
  ["a name with a job in it", "Budi Tani", "Budi Tani"],
  ["one letter", "S", { which: ["yes", "no"] }],
  ["a job", "motong para", { which: ["yes", "no"] }],
  ["a job of one word", "nelayan", { which: ["yes", "no"] }],
  ["small letters get their capitals", "siti aminah", "Siti Aminah"],
  ["capitals stay, as on the card", "SITI AMINAH", "SITI AMINAH"],
  ["a mixture stays as typed", "Siti aminah", "Siti aminah"],
  ["spaces are folded", "  Siti \n Aminah ", "Siti Aminah"],
  ["titles", "dr. H. Budi Santoso, S.Pd., M.Si.", "dr. H. Budi Santoso, S.Pd., M.Si."],
  ["titles in small letters", "h. budi, s.pd.", "H. Budi, S.Pd."],
  ["an initial", "M. Nur", "M. Nur"],
  ["an apostrophe", "O'Neil", "O'Neil"],
  ["an apostrophe after one letter", "d'masiv", "D'Masiv"],
  ["a curly apostrophe", "d’masiv", "D’Masiv"],
  ["an apostrophe inside a word", "nur'aini", "Nur'aini"],
  ["a hyphen", "siti-aminah", "Siti-Aminah"],
  ["binti", "Siti binti Budi", "Siti binti Budi"],
  ["accents", "josé", "José"],
  ["Arabic letters", "سيتي أمينة", "سيتي أمينة"],
  ["Javanese letters", "ꦱꦶꦠꦶ", "ꦱꦶꦠꦶ"],
  ["a word that programs know", "null", "Null"],
  ["another", "Constructor", "Constructor"],
  ["'nama saya'", "nama saya Siti", "Siti"],
  ["'nama saya' and two words", "nama saya Siti Aminah", "Siti Aminah"],
  ["'nama saya' in capitals", "NAMA SAYA SITI", "SITI"],
  ["'nama' and a colon", "Nama: Siti Aminah", "Siti Aminah"],
  ["'saya' in front", "saya, siti", "Siti"],
  ["lead-ins one after the other", "perkenalkan nama saya adalah budi", "Budi"],
  ["a name that begins like a lead-in", "Sayang", "Sayang"],
  ["a lead-in again and again", "nama saya ".repeat(400), notName],
  ["a lead-in alone", "nama saya", notName],
  ["a short name that is also a yes", "Yo", { which: ["yes", "no"] }],
  ["a short name that is also a no", "Ga Budi", "Ga Budi"],
  ["'iya' is no name", "iya", notName],
  ["'tidak' is no name", "Tidak", notName],
  ["not knowing", "saya tidak tahu", notName],
  ["'ya' is no name", "ya", notName],
  ["not knowing, short", "tidak tau", notName],
  ["having forgotten", "lupa", notName],
  ["as on the card", "sesuai KTP", { fault: "as-on-card" }],
  ["the card is away", "ktp saya hilang", { fault: "as-on-card" }],
  ["a short name, then the one on the card", "siti, di ktp SITI AMINAH", "SITI AMINAH"],
  ["the name on the card, in small letters", "sesuai ktp: siti aminah", "Siti Aminah"],
  ["'already' is no name", "sudah", notName],
  ["'the same' is no name", "Sama", notName],
  ["a man", "laki-laki", notName],
  ["a woman", "perempuan", notName],
  ["a letter again and again", "xxx", notName],
  ["a row of the keyboard", "asdf", notName],
  ["a refusal with its reason", "tidak mau kasih nama", notName],
  ["a question", "apa itu JKK?", notName],
  ["a digit", "Siti 2", { fault: "has-digits" }],
  ["a NIK", "1699015503800001", { fault: "has-digits" }],
  ["a picture behind it", "Siti 🙏", "Siti"],
  ["a picture alone", "🙏", notName],
  ["a web address", "www.siti", notName],
  ["another web address", "siti.com", notName],
  ["a mail address", "siti@budi", notName],
  ["a tag", "<b>Siti</b>", notName],
  ["a formula", "=SUM(A)", notName],
  ["marks alone", "...", notName],
  ["a heap of accents", `S${"\u0335".repeat(9)}iti`, notName],
  ["nothing", "", notName],
  ["a hundred letters", "siti".repeat(25), `S${"siti".repeat(25).slice(1)}`],
  ["a whole page", "Siti Aminah ".repeat(5000), { fault: "too-long" }],
  ["a hundred and one letters", `${"siti".repeat(25)}s`, { fault: "too-long" }],
])("name: %s", (_why, heard, expected) => {
  expect(short(personName.read(heard, about))).toEqual(expected);
});

test("a doubtful name can be taken as it is, or written again", () => {
  expect(personName.read("nama saya motong para", about)).toEqual({
    kind: "ask-back",
    text: "person-name.meant",
    values: { name: "Motong Para" },
    ways: [
      { value: "yes", label: { key: "answers.person-name.yes" }, takes: "Motong Para" },
      { value: "no", label: { key: "choices.commands.again" }, again: true },
    ],
  });
});

test.each([
  ["a name", "Siti Aminah", "Siti Aminah"],
  ["a name with two spaces", "Siti  Aminah", undefined],
  ["a name with a digit", "Siti 2", undefined],
  ["a number", 7, undefined],
])("saved name: %s", (_why, saved, expected) => {
  expect(personName.parse(saved, about)).toBe(expected);
});

test("name: never throws, whatever the text; what it takes is read back and can be saved", () => {
  const name = fc.string({ unit: fc.constantFrom(..."aAbz ŉßéǆΐı.'’-,\u0301ﷺ") });
  fc.assert(
    fc.property(fc.oneof(anyText, name), (heard) => {
      const reading = personName.read(heard, about);
      if (reading.kind !== "understood") return;
      expect(short(personName.read(personName.print(reading.value, about), about))).toBe(
        reading.value,
      );
      expect(personName.parse(reading.value, about)).toBe(reading.value);
    }),
    { numRuns: 1000 },
  );
});
