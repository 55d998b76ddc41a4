/** Whether a text says a date or an age, where another answer was asked for. */
import { expect, test } from "vitest";
import { isDateSaid } from "../../../src/conversation/answers/date.ts";
import { realMaterial } from "../../world.ts";

const { words } = realMaterial().tongues.id;

test.each([
  ["5 maret 1980", true],
  ["5 maret", true],
  ["maret", true],
  ["tanggal 5", true],
  ["lahir tahun 1980", true],
  ["umur 45", true],
  ["bulan maret", true],
  ["maret april", false],
  ["nyadap karet", false],
  ["5", false],
  ["1980", false],
  ["", false],
  ["buruh tanggal 5 maret", false],
])("%s: %s", (text, said) => {
  expect([text, isDateSaid(text, words)]).toEqual([text, said]);
});
