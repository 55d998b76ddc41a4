import fc from "fast-check";
import { expect, test } from "vitest";
import { split } from "../../src/rendering/split.ts";

test.each<readonly [string, string, number, readonly string[]]>([
  ["what fits stays as it is", "Siapa namanya?", 14, ["Siapa namanya?"]],
  ["nothing is said of nothing", " \n ", 10, []],
  [
    "paragraphs first",
    "Iurannya mulai kecil.\n\nBayarnya nanti. Setuju?",
    40,
    ["Iurannya mulai kecil.", "Bayarnya nanti. Setuju?"],
  ],
  [
    "then lines",
    "1 Nama: Siti\n2 Lahir: 1980\n3 Alamat: Plaju",
    30,
    ["1 Nama: Siti\n2 Lahir: 1980", "3 Alamat: Plaju"],
  ],
  [
    "then sentences",
    "Bayarnya nanti saja. Mau lanjut sekarang atau besok?",
    36,
    ["Bayarnya nanti saja.", "Mau lanjut sekarang atau besok?"],
  ],
  [
    "and an abbreviation ends none",
    "Tinggal sekarang di Kec. Plaju Ulu sebelah pasar",
    34,
    ["Tinggal sekarang di Kec. Plaju Ulu", "sebelah pasar"],
  ],
  ["then words", "petani karet di kebun", 14, ["petani karet", "di kebun"]],
  ["white space after the last word costs nothing", "petani karet  ", 12, ["petani karet"]],
  [
    "a word that is too long, between its letters",
    "pertanggungjawaban",
    10,
    ["pertanggun", "gjawaban"],
  ],
  [
    "an early paragraph would leave scraps, so a sentence further on ends the piece",
    "Ya.\n\nBayarnya nanti saja. Lanjut besok",
    28,
    ["Ya.\n\nBayarnya nanti saja.", "Lanjut besok"],
  ],
  ["an amount stays whole", "Iurannya Rp 16.800 sebulan", 14, ["Iurannya", "Rp 16.800", "sebulan"]],
  [
    "so do its millions",
    "Penghasilan 1,5 juta sebulan",
    15,
    ["Penghasilan", "1,5 juta", "sebulan"],
  ],
  ["a telephone number", "Hubungi +62 812-0000-0001 ya", 20, ["Hubungi", "+62 812-0000-0001 ya"]],
  ["a NIK in fours", "Contoh 1699 0145 0380 0001 ya", 22, ["Contoh", "1699 0145 0380 0001 ya"]],
  [
    "an address of the web",
    "Buka https://lindung.example/l/PASAR untuk mulai",
    34,
    ["Buka", "https://lindung.example/l/PASAR", "untuk mulai"],
  ],
  [
    "unless it is longer than a piece",
    "https://lindung.example/l/PASAR",
    20,
    ["https://lindung.exam", "ple/l/PASAR"],
  ],
  ["a face is no two halves", "aaa😀b", 4, ["aaa", "😀b"]],
  ["nor is a family four faces", "ab👨‍👩‍👧‍👦cd", 12, ["ab", "👨‍👩‍👧‍👦c", "d"]],
  ["nor a letter without its mark", "caf\u0065\u0301s", 4, ["caf", "\u0065\u0301s"]],
  [
    "a sign that is longer than a piece is cut between its letters",
    "👩🏽‍🌾",
    3,
    ["👩", "🏽‍", "🌾"],
  ],
])("%s", (_what, text, most, pieces) => {
  expect(split(text, most)).toEqual(pieces);
});

/** What people and authors write: words, amounts, links, faces, lines and paragraphs. */
const word = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom(
    "Rp 16.800",
    "0812 0000 0001",
    "https://lindung.example/l/A",
    "👨‍👩‍👧‍👦",
    "e\u0301",
    "Ya.",
  ),
);
const texts = fc
  .array(fc.tuple(word, fc.constantFrom(" ", "  ", "\n", "\n\n", "", ". ")), { maxLength: 40 })
  .map((parts) => parts.flat().join(""));
const lengths = fc.integer({ min: 2, max: 60 });

test("whatever is written: nothing is lost, no piece is too long, empty, or one of too many", () => {
  fc.assert(
    fc.property(texts, lengths, (text, most) => {
      const pieces = split(text, most);
      expect(bare(pieces.join(""))).toBe(bare(text));
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(most);
        expect(piece.trim()).not.toBe("");
      }
      expect(pieces.length).toBeLessThanOrEqual(Math.ceil((3 * text.length) / most) + 1);
    }),
    { numRuns: 2_000 },
  );
});

test("no half of a pair stands at a cut", () => {
  const faces = fc.array(fc.constantFrom("😀", "👨‍👩‍👧‍👦", "🙋🏽", "a", " "), { maxLength: 60 });
  fc.assert(
    fc.property(faces, lengths, (parts, most) => {
      for (const piece of split(parts.join(""), most)) expect(piece.isWellFormed()).toBe(true);
    }),
  );
});

test("what is read as one is never torn where it fits", () => {
  const wholes = ["Rp 16.800", "1,5 juta", "0812 0000 0001", "1699 0145 0380 0001"];
  const parts = fc.array(fc.constantFrom("dan", "iurannya", "petani.", ...wholes), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(parts, fc.integer({ min: 20, max: 60 }), (some, most) => {
      // With a word between, so that no two numbers read as one.
      const text = some.map((part) => `${part} kalau`).join(" ");
      const found = split(text, most).join("\n");
      for (const one of wholes) {
        expect(found.split(one).length).toBe(text.split(one).length);
      }
    }),
  );
});

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}
