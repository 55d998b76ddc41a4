/** What the bot puts in between, and what people say to it. */
import { describe, expect, test } from "vitest";
import { talk } from "./talk.ts";

/** Up to where, what is said, what waits for an answer then, and what must be heard. */
const cases: readonly (readonly [string, string, readonly string[], string | undefined, string])[] =
  [
    ["a way out, tapped", "income", ["500", "[day]"], "income", "Rp500.000 sehari"],
    ["a way out, by its number", "income", ["500", "1"], "income", "Rp500.000 sehari"],
    ["asked again", "income", ["500", "ganti angka"], "income", "5 dari 13"],
    [
      "another answer in place of a way out",
      "income",
      ["500", "2 juta"],
      "programs",
      "Rp2.000.000",
    ],
    [
      "tidak jadi: only what was put in between goes",
      "income",
      ["500", "tidak jadi"],
      "income",
      "Semua tetap seperti tadi.",
    ],
    [
      "tidak jadi in a correction: the old answer stands",
      "confirm",
      ["ubah penghasilan", "500", "tidak jadi"],
      "confirm",
      "Baik, tetap seperti tadi.",
    ],
    [
      "the days alone",
      "income",
      ["50 ribu sehari", "[other-days]", "20"],
      "income",
      "Rp1.000.000 sebulan",
    ],
    [
      "days that no month has",
      "income",
      ["50 ribu sehari", "[other-days]", "40"],
      "income",
      "paling banyak 31 hari",
    ],
    [
      "and then days that it has",
      "income",
      ["50 ribu sehari", "[other-days]", "40", "20"],
      "income",
      "Rp1.000.000 sebulan",
    ],
    [
      "a whole answer in place of the days",
      "income",
      ["50 ribu sehari", "[other-days]", "1,5 juta sebulan"],
      "programs",
      "Rp1.500.000",
    ],
    [
      "letters that would mean something to a search",
      "income",
      ["50 ribu sehari", "[other-days]", "$& $$"],
      "income",
      "Betul begitu?",
    ],
    [
      "an old button in place of the days",
      "income",
      ["50 ribu sehari", "[other-days]", "[3]"],
      "income",
      "Pilihan itu tidak ada",
    ],
    [
      "a command in place of the days",
      "income",
      ["50 ribu sehari", "[other-days]", "bantuan"],
      "income",
      "Kapan saja boleh ketik",
    ],
    [
      "a question in place of the days",
      "income",
      ["50 ribu sehari", "[other-days]", "apa itu JKK?"],
      "income",
      "Kecelakaan kerja (JKK)",
    ],
    [
      "never mind the days",
      "income",
      ["50 ribu sehari", "[other-days]", "batal"],
      "income",
      "Semua tetap seperti tadi.",
    ],
    [
      "three times days that no month has",
      "income",
      ["50 ribu sehari", "[other-days]", "40", "41", "42"],
      "income",
      "Enaknya bagaimana?",
    ],
    ["stuck, once more", "nik", ["x", "x", "x", "coba lagi"], "nik", "11 dari 13"],
    ["stuck, later", "nik", ["x", "x", "x", "[later]"], undefined, "kami simpan sampai"],
    ["stuck, a person", "nik", ["x", "x", "x", "[staff]"], "nik", "175"],
    [
      "stuck, and the answer after all",
      "nik",
      ["x", "x", "x", "1699 0145 0380 0001"],
      "name",
      "12 dari 13",
    ],
    ["stuck, and cancelled", "nik", ["x", "x", "x", "batal"], "nik", "Jadi dibatalkan?"],
    ["an old button: no", "income", ["[own-account]", "tidak"], "income", "5 dari 13"],
    [
      "an old button: yes",
      "income",
      ["[own-account]", "ya"],
      "segment",
      "Tadi tertulis: Kerja/usaha sendiri",
    ],
    [
      "an old button: an answer to the question",
      "income",
      ["[own-account]", "2 juta"],
      "programs",
      "Rp2.000.000",
    ],
    [
      "an old button of what somebody else pays",
      "village",
      ["kembali", "[sponsor]", "[family]", "[cannot-yet]"],
      "village",
      "Ada yang membayarkan. Mau diubah?",
    ],
    [
      "a button ahead of what is corrected",
      "confirm",
      ["ubah penghasilan", "[3]"],
      "income",
      "Pilihan itu tidak ada",
    ],
    [
      "erase: an old yes destroys nothing",
      "income",
      ["hapus data", "[yes]"],
      "income",
      "Mau diubah?",
    ],
    [
      "erase: batal is a no",
      "income",
      ["hapus data", "batal"],
      "income",
      "Semua tetap seperti tadi.",
    ],
    [
      "cancel: batal is asked again, it may mean both",
      "income",
      ["batal", "batal"],
      "income",
      "Jadi dibatalkan?",
    ],
    [
      "erase: an answer to the question",
      "income",
      ["hapus data", "2 juta"],
      "programs",
      "Rp2.000.000",
    ],
    [
      "a photo lets it wait",
      "segment",
      ["hapus data", "*photo", "tidak"],
      "segment",
      "Semua tetap seperti tadi.",
    ],
    ["restart", "income", ["ulang dari awal", "ya"], "consent", "Baik, kita mulai dari awal."],
    [
      "how far: a yes is no answer to the question",
      "confirm",
      ["sampai mana", "ya"],
      "confirm",
      "Selamat datang lagi, Bu Siti.",
    ],
    ["how far: a yes is no consent", "consent", ["sampai mana", "ya"], "consent", "1 dari 13"],
    ["how far: later", "income", ["sampai mana", "nanti saja"], undefined, "kami simpan sampai"],
    ["how far: and the answer", "income", ["sampai mana", "2 juta"], "programs", "Rp2.000.000"],
  ];

describe("what is said to it", () => {
  test.each(cases)("%s", (_why, upTo, heard, asked, said) => {
    const here = talk(upTo);
    here.say(...heard);
    expect(here.asked()).toBe(asked);
    expect(here.said()).toContain(said);
  });
});

test.each([
  ["erase", "hapus data", { kind: "erase", withdrawn: false }],
  ["withdraw", "tarik persetujuan", { kind: "erase", withdrawn: true }],
])("%s leaves nothing", (_deed, command, effect) => {
  const here = talk("income");
  here.say(command);
  const turn = here.say("ya");
  expect(turn.effects).toEqual([effect]);
  expect(turn.session).toMatchObject({ phase: "new", answers: {} });
});

test("cancelled where it stood", () => {
  const here = talk("income");
  const turn = here.say("batal", "ya");
  expect(turn.effects).toEqual([{ kind: "passed", step: "income", event: "cancelled" }]);
});
