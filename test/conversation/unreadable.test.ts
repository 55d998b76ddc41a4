/** Photos, voice notes, stickers, calls …: an answer that fits the question, and a way for who cannot type. */
import { describe, expect, test } from "vitest";
import { talk } from "./talk.ts";
import { questions, reached } from "./ways.ts";

const all = ["photo", "voice", "video", "sticker", "location", "document", "call", "edit", "other"];

describe.each(questions)("at %s", (datum) => {
  test.each(all)("%s: one answer, and the question in short", (what) => {
    const here = reached(datum);
    const { says, effects } = here.say(`*${what}`);
    expect(says).toHaveLength(2);
    expect(says[1]?.asks?.name).toBe(datum);
    expect(says[1]?.text).not.toContain("BANTUAN");
    expect(effects).toEqual([]);
    expect(here.asked()).toBe(datum);
  });
});

test.each([
  ["nik", "*photo", "ketik 16 angka NIK"],
  ["nik", "*document", "ketik 16 angka NIK"],
  ["name", "*photo", "Ketik saja namanya"],
  ["address", "*photo", "Tulis saja alamatnya"],
  ["address", "*location", "patokan"],
  ["village", "*location", "nama desa"],
  ["regency", "*location", "kabupaten"],
  ["birth_date", "*photo", "tanggal lahirnya"],
  ["income", "*edit", "ketik UBAH"],
  ["income", "*voice", "belum bisa mendengar"],
])("at %s, %s: %s", (datum, what, said) => {
  const here = reached(datum);
  here.say(what);
  expect(here.said()).toContain(said);
});

const live = { trial: false } as const;
const labels = (turn: ReturnType<ReturnType<typeof talk>["say"]>) =>
  turn.says.flatMap(({ choices = [] }) => choices.map(({ label }) => label));

test("a voice note has the way out at once, other things from the second on, and a flood is answered in short", () => {
  expect(labels(talk("name", live).say("*voice"))).toEqual(["🙋 Minta ditelepon"]);
  expect(labels(talk("name", live).say("*call"))).toEqual(["🙋 Minta ditelepon"]);
  const here = talk("name", live);
  expect(labels(here.say("*photo"))).toEqual([]);
  const second = here.say("*sticker");
  expect(labels(second)).toEqual(["🙋 Minta ditelepon"]);
  expect(second.says).toHaveLength(1);
  for (let times = 3; times <= 10; times += 1) {
    const { says } = here.say("*photo");
    expect(says).toEqual([
      { text: "Ini belum bisa saya baca. Yang ditunggu tulisan, atau salah satu pilihan." },
    ]);
  }
  expect(labels(here.say("*voice"))).toEqual(["🙋 Minta ditelepon"]);
  expect(here.session().unread).toBe(11);
  here.say("Siti Aminah");
  expect(here.asked()).toBe("confirm");
  expect(here.session().unread).toBeUndefined();
});

test.each(["*voice", "*call"])("%s in a trial, where nobody calls: 175, and no button", (what) => {
  const here = talk("name");
  for (let times = 1; times <= 2; times += 1) {
    expect(labels(here.say(what))).toEqual([]);
    expect(here.said()).toContain("telepon BPJS Ketenagakerjaan di 175");
  }
});

test("after hours *Minta ditelepon* asks first who it is", () => {
  const here = talk("confirm", live);
  here.pass(7);
  const { effects } = here.say("*voice", "[call]");
  expect(here.said()).toContain("Ini masih Bu Siti");
  expect(effects).toEqual([]);
});

test("several changed messages: the question is not told again each time", () => {
  const here = talk("name");
  here.say("*edit");
  expect(here.say("*edit").says).toHaveLength(1);
});

test.each([
  ["its number, behind those of the question", "nik", "3"],
  ["its label", "nik", "minta ditelepon"],
  ["a tap", "nik", "[call]"],
  ["a tap under it", "nik", "[call under nik]"],
  ["its number where there is no other", "name", "1"],
])("the button by %s", (_how, datum, said) => {
  const here = talk(datum, live);
  expect(here.say("*voice", said).effects).toEqual([{ kind: "staff", why: "call" }]);
});

test.each([
  ["a button of the question keeps its number", "period", "2", "village"],
  ["a tap on the question", "period", "[3]", "village"],
  ["an answer", "income", "2 juta", "programs"],
  ["batal is said to the registration", "income", "batal", "income"],
])("below the button %s", (_what, datum, said, asked) => {
  const here = talk(datum, live);
  here.say("*voice", said);
  expect(here.asked()).toBe(asked);
});

test("where nothing is asked, it stands behind the menu", () => {
  const here = talk(undefined, live);
  expect(labels(here.say("halo", "*photo", "*photo"))).toEqual([
    ...["Mulai daftar", "Tanya dulu", "Ini asli?", "🙋 Minta ditelepon"],
  ]);
  here.say("4");
  expect(here.said()).toContain("di 175 atau 175");
});

test("what was told before its question is asked as ever", () => {
  const here = talk("segment", live);
  here.say("tukang ojek", "5 Maret 1980");
  expect(here.said()).toContain("Itu pekerjaan sehari-harinya?");
  expect(labels(here.say("*voice"))).toEqual(["✅ Betul", "❌ Bukan", "🙋 Minta ditelepon"]);
  here.say("betul");
  expect(here.asked()).toBe("income");
});

test("where the talk ended, the way back follows", () => {
  const here = talk("consent");
  here.say("tidak");
  expect(here.say("*photo").says.at(-1)?.text).toContain("Tidak apa-apa");
});

test("under a weighty question a sticker is answered, and the word after it is meant for that question", () => {
  const here = talk("confirm");
  here.say("hapus data", "*sticker");
  expect(here.said()).toContain("Stiker");
  const { effects } = here.say("ya");
  expect(effects).toContainEqual(expect.objectContaining({ kind: "erase" }));
});
