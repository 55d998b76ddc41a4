import { expect, test } from "vitest";
import { areDifferent, cut, lineOf } from "../../src/rendering/labels.ts";

test.each([
  ["what fits stays", "Tanya petugas", 13, "Tanya petugas"],
  ["what does not ends in dots", "Tanya petugas", 10, "Tanya pet…"],
  ["with no white space before them", "Tanya petugas", 7, "Tanya…"],
  ["an emoji stays whole", "abc🙋def", 5, "abc…"],
  ["with its colour", "abc🙋🏽def", 7, "abc…"],
  ["a family is one sign", "ab👨‍👩‍👧‍👦cdef", 13, "ab…"],
  ["a letter keeps its mark", "cafe\u0301 susu", 5, "caf…"],
  ["where nothing of it fits, the dots alone", "👨‍👩‍👧‍👦", 5, "…"],
])("%s", (_what, label, most, shown) => {
  expect(cut(label, most)).toBe(shown);
  expect(cut(label, most).length).toBeLessThanOrEqual(most);
});

test.each<readonly [string, readonly string[], boolean]>([
  ["Ya, Tidak", ["Ya", "Tidak"], true],
  ["ya, YA", ["ya", "YA"], false],
  ["é composed or not", ["caf\u00e9", "cafe\u0301"], false],
  ["wide letters", ["Ya", "\uff39\uff41"], false],
  ["nothing", ["Ya", ""], false],
  ["only dots", ["Ya", "…"], false],
  ["none", [], true],
])("%s: whether they can be told apart", (_what, labels, are) => {
  expect(areDifferent(labels)).toBe(are);
});

test("a label has one line", () => {
  expect(lineOf("  Kerja\n di\trumah ")).toBe("Kerja di rumah");
});
