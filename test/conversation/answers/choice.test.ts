import fc from "fast-check";
import { expect, test } from "vitest";
import { choice } from "../../../src/conversation/answers/choice.ts";
import { aboutFor } from "../../about.ts";
import { anyText, buttons, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const work = aboutFor({
  options: buttons(
    ["own-account", "Kerja/usaha sendiri"],
    ["employer", "Usaha, ada karyawan"],
    ["wage", "Digaji orang/perusahaan"],
    ["construction", "Tukang/buruh bangunan"],
    ["registered-before", "Sudah pernah daftar"],
    ["other", "Yang lain"],
  ),
});
const months = aboutFor({
  options: buttons(
    ["1", "1 bulan – Rp16.800"],
    ["3", "3 bulan – Rp50.400"],
    ["6", "6 bulan – Rp100.800"],
    ["12", "12 bulan – Rp201.600"],
    ["sponsor", "Ada yang membayarkan"],
    ["cannot-yet", "Belum sanggup bayar"],
  ),
});
const confirm = aboutFor({
  options: buttons(["yes", "✅ Benar, kirim"], ["no", "Ada yang keliru"], ["later", "Nanti saja"]),
});
const programs = aboutFor({
  options: buttons(["jkk-jkm", "Dua perlindungan"], ["jkk-jkm-jht", "Tambah tabungan"]),
});
const places = aboutFor({
  options: buttons(
    ["16.01", "Ogan Komering Ulu"],
    ["16.02", "Ogan Komering Ilir"],
    ["16.08", "Ogan Komering Ulu Timur"],
    ["16.09", "Ogan Komering Ulu Selatan"],
    ["16.71", "Palembang"],
  ),
});
const none = { fault: "not-on-list" };

test.each([
  ["the tapped value", work, "own-account", "own-account"],
  ["the number", work, "2", "employer"],
  ["the number with a full stop", work, "2.", "employer"],
  ["the number in brackets", work, "(2)", "employer"],
  ["the number as a keycap", work, "2️⃣", "employer"],
  ["an Arabic number", work, "٢", "employer"],
  ["'no' before the number", work, "no 2", "employer"],
  ["'nomor' before the number", work, "Nomor 2", "employer"],
  ["'pilih' before the number", work, "saya pilih 2", "employer"],
  ["the number in words", work, "dua", "employer"],
  ["the second", work, "yang kedua", "employer"],
  ["the second, short", work, "yg ke-2", "employer"],
  ["the number in words of Palembang", work, "nomor tigo pak", "wage"],
  ["a number below the list", work, "0", none],
  ["a number above the list", work, "7", none],
  ["the whole label", work, "Usaha, ada karyawan", "employer"],
  ["the whole label in small letters, no marks", work, "kerja usaha sendiri", "own-account"],
  ["the label without its sign", confirm, "benar, kirim", "yes"],
  ["the label with another sign", confirm, "👉 Nanti saja", "later"],
  ["the beginning of a label", work, "digaji", "wage"],
  ["a word inside a label", work, "karyawan", "employer"],
  ["words inside a label", work, "buruh bangunan", "construction"],
  ["the label in a sentence's beginning", work, "saya sudah pernah daftar", "registered-before"],
  ["one letter wrong", work, "digajih", "wage"],
  ["one letter missing", work, "tukng", "construction"],
  ["a space too many", work, "di gaji orang", "wage"],
  ["a letter swapped for another in a long label", work, "kerja/usaha sendirj", "own-account"],
  ["a word that two labels hold", work, "usaha", { which: ["own-account", "employer"] }],
  ["'dua' begins a label and is a number", programs, "dua", { which: ["jkk-jkm", "jkk-jkm-jht"] }],
  ["3 is the third button and three months", months, "3", { which: ["3", "6"] }],
  ["6 is the sixth button and six months", months, "6", { which: ["6", "cannot-yet"] }],
  ["'nomor 3' can only be the third button", months, "nomor 3", "6"],
  ["1 is the first button and one month", months, "1", "1"],
  ["12 can only be months", months, "12", "12"],
  ["4 can only be the fourth button", months, "4", "12"],
  ["the number and its unit", months, "3 bulan", "3"],
  ["the number in words and its unit", months, "tiga bulan", "3"],
  ["the unit misspelt", months, "3 buln", "3"],
  ["another number is not near", months, "2 bulan", none],
  ["'sanggup' is not 'belum sanggup'", months, "sanggup bayar", none],
  ["another word for 'belum'", months, "blm sanggup bayar", "cannot-yet"],
  ["'tidak digaji' is not 'digaji'", work, "tidak digaji", none],
  ["a plain yes where an option is called so", confirm, "iyo", "yes"],
  ["ok where an option is called so", confirm, "ok", "yes"],
  ["a plain no where an option is called so", confirm, "tidak", "no"],
  ["a sign for no alone", confirm, "❌", "no"],
  ["a sign for no behind a word", confirm, "benar ❌", none],
  ["a plain yes where no option is called so", work, "ya", none],
  ["near three labels", places, "ogan komering ulu t", { which: ["16.01", "16.08", "16.09"] }],
  ["the label itself, though others begin with it", places, "ogan komering ulu", "16.01"],
  ["words that four labels begin with", places, "ogan", none],
  [
    "words that three labels begin with",
    places,
    "komering ulu",
    { which: ["16.01", "16.08", "16.09"] },
  ],
  ["a name misspelt", places, "palmbang", "16.71"],
  ["a question about an option", work, "usaha sendiri?", none],
  ["something else", work, "bagaimana caranya", none],
  ["a short word that is nothing", work, "apa", none],
  ["lead-in words alone", work, "saya pilih yang", none],
  ["nothing", work, "", none],
  ["nothing on the screen", aboutFor(), "1", none],
])("choice: %s", (_why, about, heard, expected) => {
  expect(short(choice.read(heard, about))).toEqual(expected);
});

test("choice: two labels as near as each other are asked", () => {
  const about = aboutFor({
    options: buttons(["sako", "Sako"], ["sekojo", "Sakojo"], ["saka", "Saka"]),
  });
  expect(choice.read("sakk", about)).toEqual({
    kind: "ask-back",
    text: "choice.which",
    values: {},
    ways: [
      { value: "sako", label: { text: "Sako" }, takes: "sako" },
      { value: "saka", label: { text: "Saka" }, takes: "saka" },
    ],
  });
});

test.each([
  ["number 2", "employer"],
  ["the second", "employer"],
  ["option three please", "wage"],
])("choice in English: %s", (heard, expected) => {
  expect(short(choice.read(heard, { ...work, words: wordsOf("en") }))).toBe(expected);
});

test("choice: what is printed is read back", () => {
  for (const about of [work, months, confirm, programs, places]) {
    for (const { value } of about.options) {
      expect(short(choice.read(choice.print(value, about), about))).toBe(value);
    }
  }
  expect(choice.print("gone", work)).toBe("gone");
});

test.each([
  ["a value", "jkk-jkm", "jkk-jkm"],
  ["a number", "12", "12"],
  ["a code", "16.71", "16.71"],
  ["a label", "Ya, setuju", undefined],
  ["nothing", "", undefined],
  ["a number that is no text", 12, undefined],
])("saved choice: %s", (_why, saved, expected) => {
  expect(choice.parse(saved, work)).toBe(expected);
});

test("choice: never throws, whatever the text and the labels", () => {
  const labels = fc.array(anyText, { maxLength: 5 });
  fc.assert(
    fc.property(anyText, labels, (heard, shown) => {
      const about = aboutFor({
        options: shown.map((label, index) => ({ value: `v${index}`, label })),
      });
      expect(["understood", "misread", "ask-back"]).toContain(choice.read(heard, about).kind);
      expect(["understood", "misread", "ask-back"]).toContain(choice.read(heard, work).kind);
    }),
  );
});
