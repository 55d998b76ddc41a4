import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "../../src/enrolment/plain-text.ts";
import { anyText } from "../readings.ts";

test.each([
  ["nothing is left as nothing", "", ""],
  ["letters and their case stay", "Siti AMINAH", "Siti AMINAH"],
  ["wide characters of a Japanese keyboard", "ＮＩＫ　１６９９", "NIK 1699"],
  ["bold letters from a decoration app", "𝐒𝐢𝐭𝐢 𝟏𝟔", "Siti 16"],
  ["superscript digits", "16²", "162"],
  ["Arabic digits", "١٦٩٩", "1699"],
  ["Persian digits", "۱۶۹۹", "1699"],
  ["Devanagari digits", "१६९९", "1699"],
  ["Javanese digits", "꧑꧖꧙꧙", "1699"],
  ["digits of a script that Unicode keeps in pairs of ten", "𑛚𑛣𑛙", "099"],
  ["a zero-width space inside a number", "16\u200b99", "1699"],
  ["a soft hyphen inside a name", "Si\u00adti", "Siti"],
  ["a right-to-left override", "\u202e1699", "1699"],
  ["a byte order mark is not a space", "16\ufeff99", "1699"],
  ["a null character", "16\u000099", "1699"],
  ["half of a broken picture", "Siti \ud83d", "Siti"],
  ["no-break and thin spaces", "1699\u00a00145\u20090380", "1699 0145 0380"],
  ["tabs, line breaks and many spaces", " a\t\tb\r\nc   d ", "a b c d"],
  ["the old next-line character", "a\u0085b", "a b"],
  ["what is longer than a message is cut", "a".repeat(5000), "a".repeat(4096)],
  [
    "one sign that stands for many letters, too",
    "ﷺ".repeat(4096),
    "صلى الله عليه وسلم".repeat(228).slice(0, 4096),
  ],
  ["a letter and its accent become one", "e\u0301", "é"],
])("plain text: %s", (_why, typed, expected) => {
  expect(plainText(typed)).toBe(expected);
});

test("plain text stays the same when it is made plain again", () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const once = plainText(typed);
      expect(plainText(once)).toBe(once);
    }),
  );
});

test("every decimal digit of Unicode becomes its value", () => {
  const strays = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (/\p{Nd}/u.test(character) && !/^[0-9]$/.test(plainText(character))) strays.push(code);
  }
  expect(strays).toEqual([]);
});
