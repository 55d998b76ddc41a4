import fc from "fast-check";
import { expect, test } from "vitest";
import { choice } from "../../../src/conversation/answers/choice.ts";
import { aboutFor } from "../../about.ts";
import { buttons, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const confirm = aboutFor({
  list: "confirm",
  options: buttons(["yes", "✅ Benar, kirim"], ["no", "Ada yang keliru"], ["later", "Nanti saja"]),
});
const unread = { fault: "not-on-list" };

test.each([
  ["right already", "sudah benar", "yes"],
  ["right already, all of it", "sudah bener galo", "yes"],
  ["right already in Palembang", "la benar", "yes"],
  ["yes, already", "iyo lah sudah", "yes"],
  ["already", "sudah", "yes"],
  ["already, politely", "sudah pak", "yes"],
  ["a yes of chat", "sip", "yes"],
  ["it fits", "pas", "yes"],
  ["all of it fits", "cocok galo", "yes"],
  ["send", "kirim", "yes"],
  ["just send", "kirim bae pak", "yes"],
  ["go on", "lanjut", "yes"],
  ["right, and send", "sudah benar semua, kirim", "yes"],
  ["nothing is wrong", "dak ado yang salah", "yes"],
  ["the button called yes, by its number", "nomor 1", "yes"],
  ["not right yet", "belum benar", "no"],
  ["all wrong", "semua salah", "no"],
  ["something is wrong, in Palembang", "ado yang salah", "no"],
  ["do not send", "jangan kirim", "no"],
  ["later", "nanti", "later"],
  ["right, but", "sudah benar tapi alamat salah", unread],
  ["yes, but", "ya tapi salah", unread],
  ["not wrong may be right", "tidak salah", unread],
  ["already wrong", "sudah salah", unread],
  ["send tomorrow", "kirim besok", unread],
  ["a question", "sudah benar?", unread],
])("read-back: %s", (_why, heard, expected) => {
  expect(short(choice.read(heard, confirm))).toEqual(expected);
});

test.each([
  ["all right", "all right", "yes"],
  ["send it", "send it please", "yes"],
  ["not right", "not right", "no"],
  ["right, but", "right but", unread],
])("read-back in English: %s", (_why, heard, expected) => {
  const about = { ...confirm, words: wordsOf("en") };
  expect(short(choice.read(heard, about))).toEqual(expected);
});

test("nothing is handed in by a text with a no, a condition or a question in it", () => {
  const yes = fc.constantFrom("sudah", "kirim", "benar", "pas", "iyo", "cocok galo");
  const but = fc.constantFrom(
    "tapi",
    "kalau",
    "belum",
    "dak",
    "nanti",
    "?",
    "❌",
    "salah",
    "jangan",
  );
  fc.assert(
    fc.property(yes, but, fc.boolean(), (one, other, turned) => {
      const heard = turned ? `${other} ${one}` : `${one} ${other}`;
      expect(short(choice.read(heard, confirm))).not.toBe("yes");
    }),
  );
});
