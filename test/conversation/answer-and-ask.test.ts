/** An answer and a question in one message: the question is answered first, then the talk goes on. */
import { expect, test } from "vitest";
import { reached } from "./ways.ts";

test.each([
  ["period", "yang 3 bulan bayarnyo dimano", "kode iuran", "Bayar: bayar sendiri tiap 3 bulan"],
  ["period", "yang 3 bulan, bayarnyo dimano?", "kode iuran", "Bayar: bayar sendiri tiap 3 bulan"],
  ["birth_date", "kenapa tanggal lahir ditanyo, 5 maret 1980", "dicocokkan", "Lahir: 5 Maret 1980"],
  ["birth_date", "5 maret 1980. kenapa ditanya tanggal lahir?", "dicocokkan", "5 Maret 1980"],
  ["income", "2 juta, kenapa penghasilan ditanya?", "iuran dihitung", "Rp2.000.000 sebulan"],
  ["nik", "kenapa minta nik 1699 0145 0380 0001", "mengenali orang", "NIK: 1699"],
  [
    "birth_date",
    "5 maret 1980 nelayan, kenapa tanggal lahir ditanyo",
    "dicocokkan",
    "Lahir: 5 Maret",
  ],
])("at %s: %s", (datum, text, answer, noted) => {
  const here = reached(datum);
  const { effects } = here.say(text);
  expect(here.said()).toMatch(new RegExp(`${answer}[\\s\\S]+Saya catat:\\n.*${noted}`));
  expect(here.asked()).not.toBe(datum);
  expect(effects).toContainEqual(expect.objectContaining({ kind: "asked", outcome: "told" }));
});

test("what has no name to be read back by is taken all the same", () => {
  const here = reached("wage_work");
  here.say("kerja harian, kenapa tanggal lahir ditanyo");
  expect(here.said()).not.toContain("Saya catat");
  expect(here.asked()).toBe("birth_date");
});

test.each([
  ["the consent has to be clear", "consent", "ya setuju, data aku aman dak?"],
  ["only the button's subject is named", "programs", "tabungan, kapan bisa diambil?"],
  ["or between two buttons", "programs", "apa bedanya dua perlindungan"],
  ["and that in so many words", "programs", "tabungan tu biso diambek dak"],
  ["a fraud has an amount", "income", "500 ribu sebulan, itu penipuan dak?"],
  ["nobody knows what is asked", "birth_date", "5 maret 1980, siapa presiden?"],
  ["a story is no answer", "birth_date", `5 maret 1980 ${"kebun ".repeat(30)} kenapa ditanya?`],
])("not where it is not sure: %s", (_why, datum, text) => {
  const here = reached(datum);
  here.say(text);
  expect(here.said()).not.toContain("Saya catat");
});

test("an amount that is asked about is no income", () => {
  const here = reached("income");
  here.say("apa 2 juta kena potongan");
  expect(here.said()).toContain("potongan iuran");
  expect(here.asked()).toBe("income");
});

test("words that only begin like a question ask nothing", () => {
  const here = reached("ecosystem");
  here.say("pindah pindah, mano bae");
  expect(here.session().answers["ecosystem"]?.value).toBe("rentan");
  expect(here.said()).not.toContain("kantor");
});
