/** What people ask in the middle of the questions is answered, with or without a question mark, and the question follows. */
import { describe, expect, test } from "vitest";
import { mayAsk } from "../../src/conversation/besides/asked.ts";
import { hereOf } from "../../src/conversation/here.ts";
import { newSession } from "../../src/conversation/session.ts";
import { momentAt, start, talk } from "./talk.ts";

const asked: readonly (readonly [string, string])[] = [
  ["ini penipuan bukan?", "tidak pernah minta uang"],
  ["asli dak?", "tidak pernah minta uang"],
  ["ini tipu ya", "tidak pernah minta uang"],
  ["beneran ini?", "tidak pernah minta uang"],
  ["kamu robot?", "asisten otomatis"],
  ["siapa kamu", "asisten otomatis"],
  ["ini siapo?", "asisten otomatis"],
  ["buat apo nik?", "mengenali orang"],
  ["kenapa minta ktp?", "mengenali orang"],
  ["kenapa nanya gaji?", "iuran dihitung"],
  ["buat apa nomor hp", "untuk menghubungi"],
  ["apo itu bpjs", "orang yang bekerja"],
  ["bpjs ketenagakerjaan itu apa", "orang yang bekerja"],
  ["bedanya dengan bpjs kesehatan?", "Sakit biasa"],
  ["bayarnyo dimano?", "pakai kode"],
  ["bayarnyo dimano", "pakai kode"],
  ["cara bayar", "pakai kode"],
  ["kapan bayarnyo?", "belum perlu bayar"],
  ["kapan aku bayar?", "belum perlu bayar"],
  ["berapa bayarnya?", "sebulan"],
  ["kalau telat bayar?", "denda"],
  ["dapat apa?", "Rp42.000.000"],
  ["gratis dak?", "gratis"],
  ["data saya aman?", "tersandi"],
  ["boleh berhenti?", "Boleh, kapan saja."],
  ["berapo lamo prosesnyo?", "13 pertanyaan"],
];

describe.each(["consent", "income", "village", "name"])("at %s", (datum) => {
  test.each(asked)("%s", (question, said) => {
    const here = talk(datum);
    const { says } = here.say(question);
    expect(here.said()).toContain(said);
    expect(here.asked()).toBe(datum);
    // The question is there again, below the answer, and nowhere else.
    expect(says.filter(({ text }) => / dari 13\n/.test(text))).toEqual([says.at(-1)]);
  });
});

test.each([
  ["consent", "kemarin ado wong minta duit 500 ribu kato nyo petugas, ini beneran apo penipuan?"],
  ["income", "ada yang minta uang 500 ribu katanya petugas bpjs, bener ga"],
  ["village", "kalo ado petugas minta duit 500 ribu itu penipuan bukan?"],
  ["village", "petugas minta uang 500 ribu sebulan, beneran bayarnya berapa?"],
])("at %s an amount in a story of fraud is no income: %s", (datum, story) => {
  const here = talk(datum);
  here.say(story);
  expect(here.said()).toContain("tidak pernah minta uang");
  expect(here.said()).not.toContain("sebulan: ");
  expect(here.asked()).toBe(datum);
});

test.each([
  ["a child with somebody", "anak sy umur 15 boleh sekalian didaftarin ga", "18 tahun"],
  ["dead at sea, which may be work", "kalu mati di laut dapet apo bini aku", "48 kali"],
  ["an accident just now", "tolong suami saya kecelakaan skrg", "berobat dulu"],
  ["no way out", "aku nak bunuh diri bae", "ikut prihatin"],
  ["a code", "nanti ada yg nelpon minta otp ga", "tidak pernah minta uang"],
  ["what is wanted at all", "???", "tidak digaji orang"],
  ["what is wanted, in a word", "apo maksudnyo", "tidak digaji orang"],
  ["not our subject", "harga karet", "belum bisa saya jawab"],
])("%s: %s", (why, text, said) => {
  const here = talk(why.startsWith("what is wanted") ? "segment" : undefined);
  here.say("halo", text);
  expect(here.said()).toContain(said);
});

test("a name with a word in it that may ask is a name all the same", () => {
  const here = talk("name");
  here.say("Budi apa Santoso");
  expect(here.said()).not.toContain("belum bisa saya jawab");
  expect(here.said()).toContain("Budi");
});

test("a button of another question, while one is put back", () => {
  const here = talk("income");
  here.say("500", "[market]");
  expect(here.session().answers["income"]).toBeUndefined();
  expect(here.said()).toContain("5 dari 13");
});

test.each([
  ["birth_date", "kapan ya, 5 Maret 1980"],
  ["phone", "0812 3456 7890 kan"],
  ["birth_date", "apa 5 maret 1980"],
])("at %s an answer that only wonders is taken: %s", (datum, text) => {
  const here = talk(datum);
  here.say(text);
  expect(here.asked()).not.toBe(datum);
});

test.each([
  ["birth_date", "kenapa tanggal lahir ditanyo, 5 maret 1980", "dicocokkan dengan KTP"],
  ["nik", "kenapa minta nik 1699 0145 0380 0001", "mengenali orang"],
])(
  "at %s whoever asks first is answered first, and the answer is taken: %s",
  (datum, text, said) => {
    const here = talk(datum);
    here.say(text);
    expect(here.said()).toContain(said);
    expect(here.asked()).not.toBe(datum);
  },
);

test("I Wayan is Pak Wayan", () => {
  const here = talk("name", { trial: false });
  here.say("I Wayan Sudarsana", "kirim");
  expect(here.said()).not.toContain("Pak I.");
});

test.each([
  ["gratis dak?", "gratis", "confirm"],
  ["boleh berhenti", "Boleh, kapan saja.", "confirm"],
  ["cara bayar", "Tadi tertulis", "period"],
])("under the read-back: %s", (text, said, asked) => {
  const here = talk("confirm");
  here.say(text);
  expect(here.said()).toContain(said);
  expect(here.asked()).toBe(asked);
});

test.each([
  ["apa saja", "occupation", "income"],
  ["apo bae", "occupation", "income"],
  ["kerja apa saja", "occupation", "income"],
  ["berhenti", "income", "income"],
])("%s is no question", (text, at, after) => {
  const here = talk(at);
  here.say(text);
  expect(here.asked()).toBe(after);
  expect(here.said()).not.toContain("belum bisa saya jawab");
});

test("who begins with what nobody understands is greeted", () => {
  const here = talk();
  here.say("xyz qwp");
  expect(here.said()).toContain("Selamat datang");
});

test.each([
  ["address", "lorong gelap nomor berapa lupa", "Nomor HP"],
  ["segment", "tukang ojek, 2 juta sebulan, ngapo", "Saya catat juga"],
])("what may be a question and is none that is known answers %s: %s", (at, text, said) => {
  const here = talk(at);
  here.say(text);
  expect(here.said()).toContain(said);
});

test("a job of the list is one, whatever it begins with", () => {
  const here = talk("occupation");
  here.say("kapan kapan ojek");
  expect(here.said()).not.toContain("belum bisa saya jawab");
});

test.each([
  ["the operator is named, and how to check", "ini asli?", "surat SK 12/2026"],
  ["who asks is told whose assistant it is", "kamu siapa?", "milik Disnaker Palembang"],
  ["whose data go where", "data aman?", "petugas Disnaker Palembang"],
  ["how long nobody knows", "berapa lama prosesnya?", "belum kami ketahui"],
])("with an operator: %s", (_why, question, said) => {
  const operator = { name: "Disnaker Palembang", mandate: "SK 12/2026" };
  const here = talk("income", { trial: false, operator });
  here.say(question);
  expect(here.said()).toContain(said);
});

test("before anything was said, a topic needs no question", () => {
  const here = talk();
  here.say("halo", "jadi ini asli");
  expect(here.said()).toContain("tidak pernah minta uang");
});

test("the phrase that explains most decides", () => {
  const here = hereOf(newSession(start), momentAt(start));
  const { questions } = here.tongue;
  expect(questions.fits("kapan saya bayar iuran")[0]?.topic).toBe("when-to-pay");
  expect(questions.fits("kucing")[0]?.topic).toBe("elsewhere");
  expect(questions.fits("zzzz")).toEqual([]);
  expect(questions.fits("dan")).toEqual([]);
  expect(questions.topicsSaid("iuran", 2)).toEqual([]);
  expect(questions.topicsSaid("cara bayar", 2)).toContain("paying");
  expect(questions.topicsSaid("cara bayar pajak motor", 1)).toEqual([]);
  expect(mayAsk("", here)).toBe(false);
});

describe("who cannot decide gets the help of the question", () => {
  test.each([
    ["segment", "bingung", "tidak digaji orang"],
    ["birth_date", "lupa", "Kartu Keluarga"],
    ["programs", "terserah", "tambahan saja"],
    ["period", "gak tau", "sanggup dibayar"],
    ["occupation", "terserah", "satu pekerjaan"],
    ["village", "bingung", "nama desa atau kelurahan"],
    ["phone", "lupa nomornya pak", "nomor keluarga"],
    ["confirm", "bingung pak", "Cocokkan"],
  ])("%s: %s", (datum, text, said) => {
    const here = talk(datum);
    here.say(text);
    expect(here.said()).toContain(said);
    expect(here.said()).toContain(" dari 13");
    expect(here.asked()).toBe(datum);
  });

  test("the income asks back by itself", () => {
    const here = talk("income");
    here.say("gak tau");
    expect(here.session().aside?.kind).toBe("ask-back");
  });

  test("three times, and a person is offered", () => {
    const here = talk("segment");
    here.say("bingung", "bingung", "bingung");
    expect(here.said()).toContain("Enaknya bagaimana?");
  });
});

describe("a NIK that may be real, in a trial", () => {
  test.each(["consent", "village", "address", "confirm"])(
    "at %s nothing of it is kept",
    (datum) => {
      const here = talk(datum);
      here.say("nik saya 1671 0150 0380 0001");
      expect(here.said()).toContain("tidak disimpan");
      expect(here.asked()).toBe(datum);
      expect(JSON.stringify(here.session())).not.toMatch(/1671/);
    },
  );

  test("in earnest it is no matter here", () => {
    const here = talk("village", { trial: false });
    here.say("1671 0150 0380 0001");
    expect(here.said()).not.toContain("percobaan");
  });
});
