import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { choice } from "../../../src/conversation/answers/choice.ts";
import { aboutFor } from "../../about.ts";
import { anyText, buttons, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const english = wordsOf("en");
const work = aboutFor({
  list: "segment",
  options: buttons(
    ["own-account", "Kerja/usaha sendiri"],
    ["employer", "Usaha, ada karyawan"],
    ["wage", "Digaji orang/perusahaan"],
    ["construction", "Tukang/buruh bangunan"],
    ["registered-before", "Sudah pernah daftar"],
    ["other", "Yang lain"],
  ),
});
const programs = aboutFor({
  list: "programs",
  options: buttons(
    ["jkk-jkm", "Dua perlindungan"],
    ["jkk-jkm-jht", "Tambah tabungan"],
    ["explain", "Jelaskan dulu"],
  ),
});
const employers = aboutFor({
  list: "programs",
  options: buttons(["jkk-jkm-jht", "✅ Lanjut"], ["explain", "Jelaskan dulu"]),
});
const months = aboutFor({
  list: "period",
  options: buttons(
    ["1", "1 bulan – Rp16.800"],
    ["3", "3 bulan – Rp50.400"],
    ["6", "6 bulan – Rp100.800"],
    ["12", "12 bulan – Rp201.600"],
    ["sponsor", "Ada yang membayarkan"],
    ["cannot-yet", "Belum sanggup bayar"],
  ),
});
const unread = { fault: "not-on-list" };
const twoOrThree = { which: ["jkk-jkm", "jkk-jkm-jht"] };
const anyMonths = { which: ["1", "3", "6", "12"] };
const ownOrWage = { which: ["own-account", "wage"] };

test.each([
  ["a farmer", "petani", "own-account"],
  ["an occupation of two words", "tukang ojek", "own-account"],
  ["a fisher", "saya nelayan pak", "own-account"],
  ["a trader", "pedagang", "own-account"],
  ["odd jobs", "serabutan", "own-account"],
  ["selling, in a sentence", "jual pempek depan rumah", "own-account"],
  ["tapping rubber in Palembang", "motong para", "own-account"],
  ["an occupation misspelt", "petni", "own-account"],
  ["working alone in Palembang", "kerjo dewek", "own-account"],
  ["a business of one's own in Palembang", "usaha dewek", "own-account"],
  ["alone, in one word", "dewekan", "own-account"],
  ["an English word for it", "self-employed", "own-account"],
  ["a word of forms", "wiraswasta", "own-account"],
  ["not paid by anybody", "dak digaji", "own-account"],
  ["a shop, and no employees", "dagang, dak punyo karyawan", "own-account"],
  ["two jobs of one's own", "petani, dagang jugo", "own-account"],
  ["selling near an office is no office work", "jual nasi dekat kantor", "own-account"],
  ["day labour is either", "buruh harian", ownOrWage],
  ["a labourer is either", "buruh", ownOrWage],
  ["a guard is either", "satpam", ownOrWage],
  ["an employee", "karyawan", "wage"],
  ["a civil servant", "PNS", "other"],
  ["on an honorarium", "guru honorer", "wage"],
  ["paid by a shop, though a shop is a business", "digaji toko", "wage"],
  ["in a company", "kerja di PT", "wage"],
  ["in a factory", "buruh pabrik", "wage"],
  ["somebody's man", "jadi anak buah toke", "wage"],
  ["with people of one's own", "punya anak buah 3", "employer"],
  ["has employees", "dagang, ado karyawan", "employer"],
  ["a boss and nothing else", "bos", "employer"],
  ["a number of employees may be years as one", "karyawan 5", { which: ["employer", "wage"] }],
  ["a building labourer", "kuli bangunan", "construction"],
  ["a builder", "tukang batu", "construction"],
  ["a shop for building materials", "toko bangunan", "own-account"],
  ["two doors at once", "petani dan tukang batu", { which: ["own-account", "construction"] }],
  ["has it already", "la punyo", "registered-before"],
  ["keeps house", "ibu rumah tangga", "other"],
  ["not a farmer", "bukan petani", unread],
  ["a farmer, as a question", "apa petani bisa ikut", unread],
  ["a farmer on a condition", "petani kalau musim", unread],
  ["never registered", "belum pernah daftar", unread],
  ["the number of the button all the same", "2", "employer"],
  ["the number of the button in words", "yang dua", "employer"],
  ["a job that is on no list", "astronot", unread],
])("way of working: %s", (_why, heard, expected) => {
  expect(short(choice.read(heard, work))).toEqual(expected);
});

test.each([
  [
    "'yang dua' is what the cheaper choice was called, and the place of the dearer",
    "yang dua",
    twoOrThree,
  ],
  ["the same, pointed at", "yang dua itu", twoOrThree],
  ["the same in figures", "yang 2", twoOrThree],
  ["the bare word", "duo", twoOrThree],
  ["only two", "duo bae", twoOrThree],
  ["only two, and no savings", "duo bae lah, tabungan dak usah", "jkk-jkm"],
  ["three is what the dearer has, and the place of the explanation", "yang tiga", twoOrThree],
  ["both may be the two programs or all of them", "keduanya", twoOrThree],
  ["a bare figure is the button", "1", "jkk-jkm"],
  ["another bare figure", "2", "jkk-jkm-jht"],
  ["a bare figure, politely", "2 pak", "jkk-jkm-jht"],
  ["the number of a button", "nomor 2", "jkk-jkm-jht"],
  ["the second can only be a button", "yang kedua", "jkk-jkm-jht"],
  ["two programs", "2 program", "jkk-jkm"],
  ["two programs in Palembang", "duo program bae", "jkk-jkm"],
  ["three programs", "tigo program", "jkk-jkm-jht"],
  ["all", "semua", "jkk-jkm-jht"],
  ["all in Palembang", "galo", "jkk-jkm-jht"],
  ["the cheap one", "yang murah", "jkk-jkm"],
  ["the dear one", "yang mahal", "jkk-jkm-jht"],
  ["how dear it is, is no choice", "mahal nian", unread],
  ["savings too", "tabungan jugo", "jkk-jkm-jht"],
  ["with savings", "pakai tabungan", "jkk-jkm-jht"],
  ["without savings", "idak pakai tabungan", "jkk-jkm"],
  ["no need of savings", "dak usah tabungan", "jkk-jkm"],
  ["a question about savings", "berapa tabungan hari tua", unread],
  ["savings on a condition", "tabungan kalau murah", unread],
  ["not the two", "bukan yang dua", unread],
  ["explain, in Palembang", "jelaske dulu", "explain"],
  ["not understanding savings", "saya tidak paham tabungan", "explain"],
  ["the same in Palembang", "dak terti aku tabungan tu", "explain"],
])("programs: %s", (_why, heard, expected) => {
  expect(short(choice.read(heard, programs))).toEqual(expected);
});

test("programs: an employer is not offered the cheaper, and is not given the other for it", () => {
  expect(short(choice.read("yang murah", employers))).toEqual(unread);
});

test("a plain no to savings takes the two, where they are on the screen", () => {
  expect(short(choice.read("dak", programs))).toBe("jkk-jkm");
  expect(short(choice.read("dak", employers))).toEqual(unread);
});

test.each([
  ["a month, in one word", "sebulan", "1"],
  ["a month in Palembang", "sebulan bae", "1"],
  ["by the month", "per bulan", "1"],
  ["every month", "tiap bulan", "1"],
  ["every three months is not every month", "tiap 3 bulan", "3"],
  ["three months in Palembang", "tigo bulan", "3"],
  ["six months in words", "enam bulan", "6"],
  ["six months, short", "6 bln", "6"],
  ["half a year", "setengah tahun", "6"],
  ["a year", "setahun", "12"],
  ["twelve in words", "dua belas bulan", "12"],
  ["two months are not offered", "2 bulan", unread],
  ["two years are not offered", "2 tahun", unread],
  ["three alone is a button or months", "yang tiga", { which: ["3", "6"] }],
  ["pays oneself, for how long was not said", "bayar dewek", anyMonths],
  ["is paid by oneself", "dibayar sendiri", anyMonths],
  ["pays oneself for a year", "bayar dewek setahun", "12"],
  ["a child pays", "anak aku yang bayar", "sponsor"],
  ["the regency pays", "dibayari pemda", "sponsor"],
  ["the village pays", "dibayar desa", "sponsor"],
  ["cannot", "dak sanggup", "cannot-yet"],
  ["no money yet", "belum ado duit", "cannot-yet"],
  ["there is no money", "dak katek duit", "cannot-yet"],
  ["there is no money, in a word less", "katek duit", "cannot-yet"],
])("months and payer: %s", (_why, heard, expected) => {
  expect(short(choice.read(heard, months))).toEqual(expected);
});

test.each([
  ["a farmer", work, "I am a farmer", "own-account"],
  ["paid by a company", work, "a company employee", "wage"],
  ["a bricklayer", work, "bricklayer", "construction"],
  ["a soldier", work, "I am a soldier", "other"],
  ["abroad", work, "migrant worker", "other"],
  ["of the village", work, "village official", "other"],
  ["a nanny", work, "nanny", "wage"],
  ["the cheaper", programs, "the cheaper one", "jkk-jkm"],
  ["no savings", programs, "no savings", "jkk-jkm"],
  ["two of them", programs, "the two", twoOrThree],
  ["by the month", months, "monthly", "1"],
  ["a son pays", months, "my son pays", "sponsor"],
  ["no money", months, "no money", "cannot-yet"],
])("in English: %s", (_why, about, heard, expected) => {
  expect(short(choice.read(heard, { ...about, words: english }))).toEqual(expected);
});

test("without a list, words for its choices mean nothing", () => {
  const { list: _list, ...rest } = work;
  expect(short(choice.read("petani", rest))).toEqual(unread);
});

test.each(["id", "en"] as const)(
  "every phrase belongs to a choice that is there: %s",
  (language) => {
    const file = join(import.meta.dirname, "../../../flows/lists.yaml");
    const lists = parse(readFileSync(file, "utf8")) as Record<string, { value: string }[]>;
    const there = Object.entries(lists).flatMap(([list, rows]) =>
      rows.map(({ value }) => `${list}.${value}`),
    );
    const { choices, occupations } = wordsOf(language);
    const called = Object.entries(choices.called);
    const named = called.flatMap(([list, words]) =>
      Object.keys(words).map((value) => `${list}.${value}`),
    );
    expect(named.filter((name) => !there.includes(name))).toEqual([]);
    const marks = JSON.stringify(called).match(/<[^>]*>/g) ?? [];
    const known = ["<jobs>", "<no>", ...Object.keys(occupations).map((code) => `<jobs ${code}>`)];
    expect(marks.filter((mark) => !known.includes(mark))).toEqual([]);
  },
);

test("a no beside a phrase never means the phrase", () => {
  const phrase = fc.constantFrom("petani", "digaji", "anak buah", "kuli bangunan", "la punyo");
  const no = fc.constantFrom("dak", "bukan", "belum", "tidak", "gak");
  fc.assert(
    fc.property(no, phrase, (refusing, said) => {
      expect(short(choice.read(`${refusing} ${said}`, work))).not.toEqual(
        short(choice.read(said, work)),
      );
    }),
  );
});

test("words for choices: never throws, whatever the text", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(work, programs, months), (heard, about) => {
      expect(["understood", "misread", "ask-back"]).toContain(choice.read(heard, about).kind);
    }),
    { numRuns: 60 },
  );
});
