/** Names with what people put around them. What is left out is asked; who has such a name takes it as written. */
import { expect, test } from "vitest";
import { personName } from "../../../src/conversation/answers/person-name.ts";
import { aboutFor } from "../../about.ts";
import { short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor();
const notName = { fault: "not-a-name" };

/** The name that is asked, or what was read. */
function asked(heard: string, seen = about): unknown {
  const reading = personName.read(heard, seen);
  return reading.kind === "ask-back" ? `${reading.values["name"]}?` : short(reading);
}

test.each([
  ["Muhammad, short", "moh. budi", "Moh. Budi"],
  ["Muhammad, shorter", "m. budi", "M. Budi"],
  ["a title of Palembang", "kms. budi", "Kms. Budi"],
  ["another", "nyimas siti", "Nyimas Siti"],
  ["a title of the mosque", "hj siti aminah", "Hj Siti Aminah"],
  ["of Bali", "ni wayan siti", "Ni Wayan Siti"],
  ["one letter before a name", "I Wayan", "I Wayan"],
  ["one letter behind it", "Budi S", "Budi S"],
  ["a letter with its full stop stays", "Siti S.", "Siti S."],
  ["son of", "budi bin wayan", "Budi bin Wayan"],
  ["daughter of", "siti binti budi", "Siti binti Budi"],
  ["daughter of, short", "SITI BT BUDI", "SITI BT BUDI"],
  ["alias", "Budi alias Wayan", "Budi alias Wayan"],
  ["titles behind, small", "wayan, se", "Wayan, Se"],
  ["letters of another script", "李明", "李明"],
  ["two lines", "siti\naminah", "Siti Aminah"],
  ["a full stop of a sentence", "siti aminah.", "Siti Aminah"],
  ["exclamation marks", "siti aminah!!", "Siti Aminah"],
  ["folded hands", "siti aminah 🙏🏽", "Siti Aminah"],
  ["the card behind", "siti aminah di ktp", "Siti Aminah"],
  ["as on the card, behind", "siti aminah sesuai ktp", "Siti Aminah"],
  ["what is printed", "di ktp tertulis SITI AMINAH", "SITI AMINAH"],
  ["the name on the card", "nama di ktp: SITI AMINAH", "SITI AMINAH"],
  ["'namo aku'", "namo aku siti", "Siti"],
  ["a name that ends like a word of the card", "Sri Ada", "Sri Ada"],
  ["politeness behind", "nama saya siti, pak", "Siti?"],
  ["politeness behind two words", "namo sayo Siti Aminah pak", "Siti Aminah?"],
  ["a form of address before", "bu siti", "Siti?"],
  ["one that may be a name", "mas agung", "Agung?"],
  ["'just'", "siti bae", "Siti?"],
  ["what people call her", "biaso dipanggil siti", "Siti?"],
  ["another name in brackets", "Siti (Ning)", "Siti?"],
  ["another name in quotes", 'siti "ning"', "Siti?"],
  ["two people", "siti dan budi", "Siti Dan Budi?"],
  ["one or the other", "siti atau budi", "Siti Atau Budi?"],
  ["a yes that is a name", "yo", "Yo?"],
  ["a no that is a name", "moh", "Moh?"],
  ["a form of address alone", "ibu", "Ibu?"],
  ["a job that begins like one", "bu tani", "Bu Tani?"],
  ["a letter", "p", "P?"],
  ["a polite yes", "ya pak", notName],
  ["two ways to agree", "oke siap", notName],
  ["whatever", "terserah", notName],
  ["a question", "apa", notName],
  ["what for", "buat apo", notName],
  ["a greeting", "assalamualaikum", notName],
  ["a time of day", "selamat pagi", notName],
  ["told already", "kan sudah", notName],
  ["a try", "tes", notName],
  ["brackets alone", "(ning)", notName],
  ["two people, with a sign", "siti & budi", notName],
  ["an account", "@siti", notName],
  ["digits for letters", "S1t1", { fault: "has-digits" }],
  ["with the birth date", "siti, 5 maret 1980", { fault: "has-digits" }],
  ["as on the card alone", "samo cak ktp", { fault: "as-on-card" }],
])("name as typed: %s", (_why, heard, expected) => {
  expect(asked(heard)).toEqual(expected);
});

test.each([
  ["politeness behind", "Siti please", "Siti?"],
  ["a form of address", "mrs siti", "Siti?"],
  ["two people", "Siti and Budi", "Siti and Budi?"],
  ["a greeting", "good morning", notName],
])("name as typed in English: %s", (_why, heard, expected) => {
  expect(asked(heard, aboutFor({ words: wordsOf("en") }))).toEqual(expected);
});

test("what was left out of a name can be put back", () => {
  expect(personName.read("mas agung", about)).toMatchObject({
    ways: [
      { value: "yes", takes: "Agung" },
      { value: "as-written", takes: "Mas Agung" },
      { value: "no", again: true },
    ],
  });
  expect(short(personName.read("siti (ning)", about))).toEqual({ which: ["yes", "no"] });
});
