/** A question takes no answer, also where it ends in "dak" in place of a question mark. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { isAskedAtTheEnd } from "../../../src/conversation/answers/asked-at-the-end.ts";
import { choice } from "../../../src/conversation/answers/choice.ts";
import type { About } from "../../../src/conversation/answers/kind.ts";
import { yesNo } from "../../../src/conversation/answers/yes-no.ts";
import { aboutFor } from "../../about.ts";
import { anyText, buttons, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";
import { talk } from "../talk.ts";

const words = wordsOf("id");
const programs = aboutFor({
  list: "programs",
  options: buttons(
    ["jkk-jkm", "Dua perlindungan"],
    ["jkk-jkm-jht", "Tambah tabungan"],
    ["explain", "Jelaskan dulu"],
  ),
});
const work = aboutFor({
  list: "segment",
  options: buttons(
    ["own-account", "Kerja/usaha sendiri"],
    ["employer", "Usaha, ada karyawan"],
    ["wage", "Digaji orang/perusahaan"],
    ["registered-before", "Sudah pernah daftar"],
  ),
});
const months = aboutFor({
  list: "period",
  options: buttons(["1", "1 bulan"], ["3", "3 bulan"], ["cannot-yet", "Belum sanggup bayar"]),
});
const confirm = aboutFor({
  list: "confirm",
  options: buttons(["yes", "✅ Benar, kirim"], ["no", "Ada yang keliru"], ["later", "Nanti saja"]),
});
const sponsor = aboutFor({
  list: "sponsor",
  options: buttons(["family", "Keluarga"], ["government", "Desa"], ["unclear", "Belum jelas"]),
});
const none = { fault: "not-on-list" };

test.each<[string, About, string, unknown]>([
  ["can it be taken out", programs, "tabungan tu biso diambek dak", none],
  ["is it a must", programs, "tabungan itu wajib dak", none],
  ["is it a must, without a no", programs, "tabungan itu wajib", none],
  ["is it a must, or not", programs, "tabungan wajib apo idak", none],
  ["is it, softened", programs, "tabungan tu aman dak yo", none],
  ["is it, politely", programs, "tabungan itu bisa diambil tidak pak", none],
  ["is it, isn't it", programs, "tabungan itu uang kita kan", none],
  ["what is it for", programs, "apo gunanyo tabungan", none],
  ["its use", programs, "gunanyo tabungan", none],
  ["not understood", programs, "saya tidak paham tabungan", "explain"],
  ["not understood in Palembang", programs, "dak ngerti tabungan", "explain"],
  ["not clear", programs, "tabungan dak jelas", "explain"],
  ["puzzled", programs, "bingung tabungan", "explain"],
  ["may one have the two", programs, "dua perlindungan boleh dak", none],
  ["a thing refused", programs, "tabungan dak", "jkk-jkm"],
  ["a thing refused, pointed at", programs, "tabungan itu idak pak", "jkk-jkm"],
  ["a thing refused after a comma", programs, "kalau boleh milih yang tabungan, dak", none],
  ["the thing named, then no", programs, "tabungan hari tua, dak", "jkk-jkm"],
  ["no need of a thing", programs, "tabungan idak usah", "jkk-jkm"],
  ["refused twice", programs, "dak usah tabungan, dak", none],
  ["no in front", programs, "dak pakai tabungan", "jkk-jkm"],
  ["a thing wanted", programs, "tabungan jugo", "jkk-jkm-jht"],
  ["may a boss", work, "ado bos biso dak", none],
  ["does one with a stall count", work, "punya warung termasuk dak", none],
  ["no boss", work, "dak ado bos", "own-account"],
  ["has it been", work, "sudah terdaftar dak", none],
  ["no money, no in the middle", months, "duit dak katek", "cannot-yet"],
  ["can it be paid", months, "bayar 3 bulan biso dak", none],
  ["able, asked", months, "aku sanggup bayar dak", none],
  ["is all right", confirm, "sudah benar semua dak", none],
  ["all is right, isn't it", confirm, "semua benar kan", none],
  ["nothing is wrong", confirm, "dak ado yang salah", "yes"],
  ["nothing is wrong, is there", confirm, "dak ado yang salah kan", none],
  ["who pays is not clear", sponsor, "dak jelas", "unclear"],
])("choice: %s", (_why, about, heard, expected) => {
  expect(short(choice.read(heard, about))).toEqual(expected);
});

test.each([
  ["may I", "boleh dak", { fault: "unclear" }],
  ["is it right", "la bener dak", { fault: "unclear" }],
  ["it is, isn't it", "bener kan", { fault: "unclear" }],
  ["a plain no", "dak", "no"],
  ["no, softened", "dak yo", "no"],
])("yes or no: %s", (_why, heard, expected) => {
  const about = aboutFor({ options: buttons(["yes", "✅ Betul"], ["no", "❌ Bukan"]) });
  expect(short(yesNo.read(heard, about))).toEqual(expected);
});

test("what is asked about savings is explained, and nothing is chosen", () => {
  const here = talk("programs");
  here.say("tabungan tu biso diambek dak");
  expect(here.asked()).toBe("programs");
  expect(here.said()).toContain("JHT bisa diambil semua");
});

test("a question stays one, however it is softened, and whatever is said first", () => {
  const softened = fc.constantFrom("", " yo", " ya pak", " sih bu", " yo min");
  const before = fc.constantFrom("", "halo pak, ", "jadi, ", "dak tau. ");
  fc.assert(
    fc.property(before, softened, (first, end) => {
      expect(isAskedAtTheEnd(`${first}tabungan biso diambek dak${end}`, words)).toBe(true);
    }),
  );
});

test("asked at the end: never throws, whatever the text", () => {
  fc.assert(
    fc.property(anyText, (heard) => {
      expect([true, false]).toContain(isAskedAtTheEnd(heard, words));
    }),
  );
});
