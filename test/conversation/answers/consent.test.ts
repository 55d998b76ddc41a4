import fc from "fast-check";
import { expect, test } from "vitest";
import { consent } from "../../../src/conversation/answers/consent.ts";
import { aboutFor } from "../../about.ts";
import { anyText, buttons, short } from "../../readings.ts";

const about = aboutFor({
  options: buttons(["yes", "✅ Ya, setuju"], ["no", "❌ Tidak"], ["read-more", "Baca lengkap"]),
});
const unclear = { fault: "unclear" };

test.each([
  ["the tapped yes", "yes", "yes"],
  ["the tapped no", "no", "no"],
  ["the tapped third button", "read-more", "read-more"],
  ["the number of the first button", "1", "yes"],
  ["the number of the second button", "2", "no"],
  ["the number of the third button", "3", "read-more"],
  ["the number in words", "pilih yang kedua", "no"],
  ["a number that is on no button", "4", unclear],
  ["a number with a question", "1?", unclear],
  ["'no 1' may be the number one or a no", "no 1", unclear],
  ["the label", "Ya, setuju", "yes"],
  ["the label with its sign", "✅ Ya, setuju", "yes"],
  ["the label of the third button", "BACA LENGKAP", "read-more"],
  ["yes", "ya", "yes"],
  ["yes, shouted", "YA!!!", "yes"],
  ["yes, drawn out", "iyaaaa", "yes"],
  ["yes, twice", "ya ya", "yes"],
  ["yes with a full stop", "Setuju.", "yes"],
  ["yes of Palembang", "iyo", "yes"],
  ["yes of Palembang, another", "aok", "yes"],
  ["a single y", "y", "yes"],
  ["yes with a form of address", "iya pak", "yes"],
  ["yes in a short sentence", "saya setuju", "yes"],
  ["yes and wanting", "ya, saya mau daftar", "yes"],
  ["yes misspelt the usual way", "stuju", "yes"],
  ["a clear yes beside a lame one", "ok setuju", "yes"],
  ["a clear yes with a thumb", "ya 👍🏽", "yes"],
  ["a clear yes with folded hands", "ya 🙏", "yes"],
  ["wide letters", "ＹＡ", "yes"],
  ["an unseen mark in it", "y\u200ba", "yes"],
  ["no", "tidak", "no"],
  ["no, short", "tdk", "no"],
  ["a single g", "g", "no"],
  ["no of Palembang", "dak", "no"],
  ["unwilling in Palembang", "dak galak", "no"],
  ["no need", "dak usah", "no"],
  ["not agreeing", "tidak setuju", "no"],
  ["not agreeing, politely", "maaf", unclear],
  ["no with thanks", "tidak, makasih", "no"],
  ["do not", "jangan!", "no"],
  ["fine, in Palembang", "dak papo", unclear],
  ["fine, in chat", "gapapa", unclear],
  ["fine, in full", "tidak apa-apa", unclear],
  ["whatever", "terserah", unclear],
  ["a thumb alone", "👍", unclear],
  ["a tick alone", "✅", unclear],
  ["folded hands alone", "🙏", unclear],
  ["ok", "ok", unclear],
  ["ready? asked back", "ok siap??", unclear],
  ["'galak' is fierce elsewhere", "galak", unclear],
  ["right, but of what", "betul", unclear],
  ["not yet", "belum", unclear],
  ["later", "kagek bae", unclear],
  ["oh well", "ya sudah", unclear],
  ["yes and no", "ya tidak", unclear],
  ["no, then yes", "tidak, setuju", unclear],
  ["yes or no?", "boleh dak", unclear],
  ["two noes are a yes, or not", "jangan tidak", unclear],
  ["yes on a condition", "ya kalau gratis", unclear],
  ["yes, asked", "setuju?", unclear],
  ["yes, asked with a wide question mark", "ya？", unclear],
  ["yes beside a cross", "ya ❌", unclear],
  ["not wrong", "tidak salah", unclear],
  ["already", "sudah", unclear],
  ["yes, already: a sigh in Palembang", "iyo sudah", unclear],
  ["send", "kirim", unclear],
  ["it fits", "pas", unclear],
  ["of course, or whatever", "iyolah", unclear],
  ["not all of it", "dak semua", unclear],
  ["agreeing to all of it", "setuju galo", "yes"],
  ["a polite yes of Java", "nggih", "yes"],
  ["a yes and the number of the no", "ya 2", unclear],
  ["something else", "apa itu", unclear],
  ["nothing", "", unclear],
  ["marks alone", "...", unclear],
])("consent: %s", (_why, heard, expected) => {
  expect(short(consent.read(heard, about))).toEqual(expected);
});

test.each([
  ["with its button", "yes", about, "✅ Ya, setuju"],
  ["without a button", "no", aboutFor(), "no"],
])("consent is printed %s and read back", (_why, value, seen, printed) => {
  expect(consent.print(value, seen)).toBe(printed);
  expect(short(consent.read(printed, seen))).toBe(value);
});

test.each([
  ["a yes", "yes", "yes"],
  ["a no", "no", "no"],
  ["a button that is no answer", "read-more", undefined],
  ["true", true, undefined],
  ["nothing", undefined, undefined],
])("saved consent: %s", (_why, saved, expected) => {
  expect(consent.parse(saved, about)).toBe(expected);
});

test("consent is never given by a text that holds neither a yes nor its button", () => {
  fc.assert(
    fc.property(anyText, (heard) => {
      expect(["understood", "misread"]).toContain(consent.read(heard, about).kind);
    }),
  );
});

test("a no, a condition or a question beside a yes is never consent", () => {
  const yes = fc.constantFrom("ya", "iyo", "setuju", "boleh", "mau");
  const but = fc.constantFrom("tapi", "kalau", "asal", "tidak", "belum", "dak", "nanti", "?", "❌");
  fc.assert(
    fc.property(yes, but, fc.boolean(), (one, other, turned) => {
      const heard = turned ? `${other} ${one}` : `${one} ${other}`;
      expect(short(consent.read(heard, about))).not.toBe("yes");
    }),
  );
});
