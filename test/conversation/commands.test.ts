/** What people may say at any time, wherever the talk stands. */
import { describe, expect, test } from "vitest";
import {
  commandIn,
  commandOf,
  datumNamed,
  isQuestion,
} from "../../src/conversation/besides/commands.ts";
import { phrasesOf } from "../../src/conversation/wording/phrases.ts";
import { realMaterial } from "../world.ts";
import { start, talk } from "./talk.ts";

const { id, en } = realMaterial().tongues;

test.each([
  ["a phrase", "bantuan", { name: "help" }],
  ["shouted, with a point", "BANTUAN.", { name: "help" }],
  ["among polite words", "tolong bantuan dong kak", { name: "help" }],
  ["only polite words are no command", "tolong pak", undefined],
  ["a datum to change", "ubah alamat", { name: "change", datum: "address" }],
  ["the other way round", "alamat salah", { name: "change", datum: "address" }],
  [
    "the address of the card is another",
    "ubah alamat ktp",
    { name: "change", datum: "ktp_address" },
  ],
  ["sex stands in the NIK", "jenis kelamin salah", { name: "change", datum: "nik" }],
  ["only change", "ubah", { name: "change" }],
  ["a command inside a sentence is none", "rumah saya dekat kantor bantuan hukum", undefined],
])("command: %s", (_why, text, command) => {
  expect(commandIn(text, id)).toEqual(command);
});

test("an English command is understood in English", () => {
  expect(commandIn("please help", en)).toEqual({ name: "help" });
});

test.each([
  ["a question mark", "mahal?", true],
  ["a question word in front", "berapa bayarnya", true],
  ["a question word alone", "kenapa", true],
  ["behind polite words", "pak kapan mulainya", true],
  ["a word that only begins like one", "apartemen", false],
  ["a statement", "nyadap karet", false],
])("question: %s", (_why, text, asks) => {
  expect(isQuestion(text, id)).toBe(asks);
});

test("a datum by its name alone", () => {
  expect(datumNamed("Nomor HP", id)).toBe("phone");
  expect(datumNamed("kucing", id)).toBeUndefined();
});

test("a tapped command, and a value that is none", () => {
  expect(commandOf("my-data")).toBe("my-data");
  expect(commandOf("own-account")).toBeUndefined();
});

test("a language without any phrases has no commands or names", () => {
  const phrases = phrasesOf({ commands: {}, dataNames: {} });
  const { questionWords, commands, changes, dataNames } = phrases;
  expect([...questionWords, ...commands, ...changes, ...dataNames]).toEqual([]);
});

/** Up to where, what is said, and what must be heard then. */
const cases: readonly (readonly [
  string,
  string | undefined,
  readonly string[],
  string | RegExp,
])[] = [
  ["repeat before the talk has begun greets", undefined, ["ulang"], "Selamat datang"],
  ["back before the talk has begun greets", undefined, ["kembali"], "Selamat datang"],
  ["change before the talk has begun greets", undefined, ["ubah"], "Selamat datang"],
  ["cancel before the talk has begun greets", undefined, ["batal"], "Selamat datang"],
  ["back at the first question", "consent", ["kembali"], "Ini sudah pertanyaan pertama."],
  ["change where nothing is answered asks on", "consent", ["ubah"], "1 dari 13"],
  ["cancel where nothing is answered greets", "consent", ["batal"], "Selamat datang"],
  ["change by name before it was asked", "income", ["ubah alamat"], "belum ditanyakan"],
  ["the card's address before the address", "income", ["ubah alamat ktp"], "belum ditanyakan"],
  ["change without a name", "phone", ["ubah"], "Ketik nomornya"],
  ["repeat says what stands before the question too", "programs", ["ulang"], "Untuk penghasilan"],
  ["repeat while it rests takes it up", "income", ["nanti", "ulang"], "Selamat datang lagi"],
  ["back while it rests takes it up", "income", ["nanti", "kembali"], "Selamat datang lagi"],
  ["an answer while it rests is taken", "income", ["nanti", "2 juta"], "Untuk penghasilan"],
  ["yes while it rests takes it up", "income", ["nanti", "iya"], "Selamat datang lagi"],
  ["nonsense while it rests", "income", ["nanti", "xyzzy qqq"], "belum paham"],
  ["nonsense after sending", "confirm", ["benar", "xyzzy qqq"], "belum paham"],
  ["yes after sending begins nothing", "confirm", ["benar", "ya"], "belum paham"],
  [
    "start after sending tells where it is",
    "confirm",
    ["benar", "daftar"],
    "Belum ada pendaftaran",
  ],
  ["restart after sending tells where it is", "confirm", ["benar", "ulang dari awal"], "Belum ada"],
  ["resume after sending tells where it is", "confirm", ["benar", "halo"], "Belum ada pendaftaran"],
  ["change after sending", "confirm", ["benar", "ubah alamat"], "sudah dikirim"],
  ["cancel after sending is taking consent back", "confirm", ["benar", "batal"], "izinnya ditarik"],
  ["start in the middle asks on", "income", ["daftar"], "5 dari 13"],
  ["good-bye before it has begun", undefined, ["halo", "terima kasih"], "Baik, Bapak/Ibu."],
  ["a typed button of the menu", undefined, ["halo", "2"], "mau tanya yang mana"],
  ["nothing that can be read", "income", ["   "], "Pesannya kosong"],
  ["a sticker", "income", ["*sticker"], "Stikernya lucu"],
  [
    "a photo of the card is told why it is not kept",
    "nik",
    ["*photo"],
    "supaya KTP Bapak/Ibu aman",
  ],
  ["a photo while the question of the NIK rests", "nik", ["nanti", "*photo"], "supaya KTP"],
  ["a question that nobody can answer", "address", ["kapan hujan?"], "belum bisa saya jawab"],
  ["a topic by a tap", "income", ["[explain-jht]"], "Tabungan hari tua (JHT)"],
  ["a topic before it has begun needs no question", undefined, ["jht"], "Tabungan hari tua (JHT)"],
  ["a number under the menu of topics", "income", ["tanya", "2"], "Kecelakaan kerja (JKK)"],
  ["no topic: heard as usual", "income", ["tanya", "2 juta"], "Untuk penghasilan"],
  ["language, by its button", "income", ["bahasa", "[en]"], "All right, we use English."],
  ["no language: heard as usual", "income", ["bahasa", "2 juta"], "Untuk penghasilan"],
];

describe("wherever the talk stands", () => {
  test.each(cases)("%s", (_why, upTo, heard, said) => {
    const here = talk(upTo);
    here.say(...heard);
    expect(here.said()).toMatch(said);
  });
});

test("a person is called, and what was asked waits", () => {
  const here = talk("income", { trial: false, operator: { contact: "0711 123456" } });
  const turn = here.say("petugas");
  expect(here.said()).toContain("0711 123456");
  expect(turn.effects).toEqual([{ kind: "staff", why: "asked" }]);
  expect(here.asked()).toBe("income");
});

test("what was reached is counted once, however often it is told", () => {
  const here = talk("income");
  expect(here.say("ulang").effects).toEqual([]);
  expect(here.say("daftar").effects).toEqual([]);
  expect(here.say("nanti").effects).toEqual([{ kind: "passed", step: "income", event: "paused" }]);
  expect(here.say("lanjut").effects).toEqual([]);
});

test("outside the trial the greeting and the question whether it is genuine name the operator", () => {
  const operator = {
    name: "Koperasi Uji",
    mandate: "ST-1",
    checkNumber: "0711 1",
    office: "Kantor",
  };
  const here = talk(undefined, { trial: false, operator });
  here.say("halo");
  expect(here.said()).toContain("asisten otomatis dari Koperasi Uji");
  here.say("asli?");
  expect(here.said()).toContain("ST-1");
});

test.each([
  ["telpon aku bae", "name", "belum ada petugas yang menelepon"],
  ["hapus data bae lah", "address", "Jadi dihapus?"],
  ["tolong batal bae", "name", "Jadi dibatalkan?"],
  ["nanti be", "address", "jawaban tadi kami simpan"],
])("%s at %s is the command", (text, upTo, said) => {
  const here = talk(upTo);
  here.say(text);
  expect(here.said()).toContain(said);
});

test("hapus data where nothing was answered: what goes is the record of the chat, and the data may be elsewhere", () => {
  const here = talk();
  here.say("halo", "hapus data");
  expect(here.said()).toContain("tidak ada jawaban pendaftaran yang kami simpan");
  const { effects } = here.say("[erase]");
  expect(here.said()).toContain("datanya ada di sana");
  expect(effects).toContainEqual({ kind: "erase", withdrawn: false });
});

describe("who takes the phone up after hours", () => {
  test.each(["halo", "ulang", "kembali", "ubah alamat", "data saya", "daftar"])(
    "%s: who is it?",
    (text) => {
      const here = talk("confirm");
      here.pass(7);
      here.say(text);
      expect(here.said()).toBe("Selamat datang lagi. Ini masih Bu Siti, atau orang lain?");
      here.say("masih saya");
      expect(here.said()).toContain("Selamat datang lagi, Bu Siti.");
    },
  );

  test("before a name is known there is nobody to mistake them for", () => {
    const here = talk("income");
    here.pass(7);
    here.say("halo");
    expect(here.said()).toContain("Selamat datang lagi, Bapak/Ibu.");
  });

  test("somebody else begins anew, in the language that was spoken", () => {
    const here = talk("confirm");
    here.say("bahasa", "English");
    here.pass(7);
    here.say("hello");
    const turn = here.say("[somebody-else]");
    expect(turn.effects).toEqual([{ kind: "new-person" }]);
    expect(turn.session).toMatchObject({ language: "en", phase: "greeted", answers: {} });
  });

  test.each<readonly [string, readonly string[], string]>([
    ["asked, and something else was said", ["halo", "bantuan", "data saya"], "Ini masih Bu Siti"],
    ["asked, and a question was answered", ["halo", "ubah alamat", "data saya"], "Ini masih"],
    ["asked, and a sticker was sent", ["halo", "*sticker", "data saya"], "Ini masih Bu Siti"],
    ["asked how far, and wants to go on", ["sampai mana", "ya"], "Ini masih Bu Siti"],
    ["not asked yet", ["bantuan", "apa itu jkk", "data saya"], "Ini masih Bu Siti"],
    ["asked, and the yes was said", ["halo", "ya", "data saya"], "Nama: Siti Aminah"],
  ])("%s: who it is stays open until they say so", (_what, said, last) => {
    const here = talk("confirm");
    here.pass(7);
    here.say(...said);
    expect(here.said()).toContain(last);
  });

  test("who answers what waits is known again", () => {
    const here = talk("confirm");
    here.say("ubah alamat");
    here.pass(7);
    here.say("Dusun 3 RT 1", "data saya");
    expect(here.said()).toContain("Nama: Siti Aminah");
  });

  test("an answer is taken without asking, and batal is no answer to who", () => {
    const here = talk("confirm");
    here.pass(7);
    here.say("halo", "batal");
    expect(here.said()).toContain("Jadi dibatalkan?");
  });
});

test("the time of the last message is kept", () => {
  const here = talk("income");
  here.pass(1);
  here.say("2 juta");
  expect(here.session().heardAt).toBe(new Date(Date.parse(start) + 3_600_000).toISOString());
});
