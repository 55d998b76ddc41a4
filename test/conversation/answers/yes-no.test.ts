import fc from "fast-check";
import { expect, test } from "vitest";
import { yesNo } from "../../../src/conversation/answers/yes-no.ts";
import { aboutFor } from "../../about.ts";
import { anyText, buttons, short } from "../../readings.ts";

const about = aboutFor({ options: buttons(["yes", "✅ Ya, boleh"], ["no", "❌ Tidak usah"]) });
const unclear = { fault: "unclear" };

test.each([
  ["the tapped button", "no", "no"],
  ["the number", "1", "yes"],
  ["the number in words", "nomor dua", "no"],
  ["the label", "tidak usah", "no"],
  ["a plain yes", "iyo", "yes"],
  ["ok", "ok", "yes"],
  ["a thumb", "👍", "yes"],
  ["a thumb of another colour", "👍🏿", "yes"],
  ["ready", "siap pak", "yes"],
  ["willing in Palembang", "galak", "yes"],
  ["able in Palembang", "pacak", "yes"],
  ["two ways to agree", "ok siap", "yes"],
  ["a plain no", "dak", "no"],
  ["unable in Palembang", "dak pacak", "no"],
  ["not yet", "belum", "no"],
  ["not yet willing", "belum mau", "no"],
  ["there is none", "dak katek", "no"],
  ["a cross", "❌", "no"],
  ["no, not yet", "tidak, belum", "no"],
  ["wrong, no", "salah, bukan", "no"],
  ["fine: neither", "dak papo", unclear],
  ["a question", "ok?", unclear],
  ["yes and no", "ok, tidak", unclear],
  ["something else", "apa", unclear],
])("yes or no: %s", (_why, heard, expected) => {
  expect(short(yesNo.read(heard, about))).toEqual(expected);
});

test.each(["yes", "no"])("%s is printed and read back", (value) => {
  expect(short(yesNo.read(yesNo.print(value, about), about))).toBe(value);
  expect(short(yesNo.read(yesNo.print(value, aboutFor()), aboutFor()))).toBe(value);
});

test.each([
  ["a yes", "yes", "yes"],
  ["a no", "no", "no"],
  ["anything else", "ya", undefined],
])("saved yes or no: %s", (_why, saved, expected) => {
  expect(yesNo.parse(saved, about)).toBe(expected);
});

test("yes or no: never throws, whatever the text", () => {
  fc.assert(
    fc.property(anyText, (heard) => {
      expect(["understood", "misread"]).toContain(yesNo.read(heard, about).kind);
    }),
  );
});
