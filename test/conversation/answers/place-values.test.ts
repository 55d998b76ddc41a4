import fc from "fast-check";
import { expect, test } from "vitest";
import { place } from "../../../src/conversation/answers/place.ts";
import { aboutFor } from "../../about.ts";
import { places, placesData } from "../../lists.ts";
import { anyText } from "../../readings.ts";
import { wordsOf } from "../../words.ts";
import { told } from "./told-place.ts";

const about = aboutFor({ places });
const english = aboutFor({ places, words: wordsOf("en") });
const talangPutri = "16.71.14.1006";
const sungaiRengit = "16.07.10.2001";

test.each([
  ["in English", "village of Sungai Rengit, Talang Kelapa district", sungaiRengit],
  ["in English, outside", "I live in Jakarta", { outside: "I live in Jakarta" }],
])("place %s", (_why, heard, expected) => {
  expect(told(place.read(heard, english))).toEqual(expected);
});

test.each([
  [
    "a village of the list",
    { code: talangPutri, village: "Talang Putri" },
    "Talang Putri, Plaju, Palembang",
  ],
  [
    "a village by an old name",
    { code: talangPutri, village: "Talangputri" },
    "Talang Putri, Plaju, Palembang",
  ],
  ["a village as typed", { village: "Sumber Baru" }, "Sumber Baru"],
  ["a place outside", { outside: "Jakarta" }, "Jakarta"],
])("place printed: %s", (_why, value, expected) => {
  expect(place.print(value, about)).toBe(expected);
});

test.each([
  [
    "a village",
    { code: talangPutri, village: "old name" },
    { code: talangPutri, village: "Talang Putri" },
  ],
  ["a village that left the list", { code: "16.99.01.2001", village: "X" }, undefined],
  ["a village as typed", { village: "Sumber Baru" }, { village: "Sumber Baru" }],
  ["a place outside", { outside: "Jakarta" }, { outside: "Jakarta" }],
  ["an empty name", { village: "" }, undefined],
  ["a whole page", { outside: "a".repeat(101) }, undefined],
  ["a text", "Plaju", undefined],
  ["nothing", null, undefined],
])("saved place: %s", (_why, saved, expected) => {
  expect(place.parse(saved, about)).toEqual(expected);
});

test("every village that is printed reads back to itself, in both languages", () => {
  const codes = fc.constantFrom(...Object.keys(placesData.villages));
  fc.assert(
    fc.property(codes, (code) => {
      const printed = place.print({ code }, about);
      expect(told(place.read(printed, about))).toBe(code);
      expect(told(place.read(printed, english))).toBe(code);
    }),
    { numRuns: 300 },
  );
});

test("whatever is asked back fits a list of ten, and its buttons lead on", () => {
  const names = [...Object.values(placesData.villages), ...Object.values(placesData.districts)];
  const typed = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...names, "", "muba", "jambi"), fc.nat(9))
    .map(([one, other, at]) => `${one.slice(0, at)}${one.slice(at + 1)} ${other}`);
  fc.assert(
    fc.property(typed, (heard) => {
      const reading = place.read(heard, about);
      if (reading.kind !== "ask-back") return;
      expect(reading.ways.length).toBeLessThanOrEqual(10);
      expect(new Set(reading.ways.map(({ value }) => value)).size).toBe(reading.ways.length);
      expect(reading.ways.length === 0 ? reading.completes : "{}").toContain("{}");
      expect(reading.completes ?? "{}").toContain("{}");
      for (const way of reading.ways) {
        if ("rereads" in way) expect(place.read(way.rereads, about).kind).not.toBe("misread");
      }
    }),
    { numRuns: 200 },
  );
});

test("place: never throws, whatever the text; what it takes can be saved", () => {
  const names = [...Object.values(placesData.districts), "desa", "kec", "jambi", "sukamaju", ","];
  const typed = fc.array(fc.constantFrom(...names), { maxLength: 6 }).map((list) => list.join(" "));
  fc.assert(
    fc.property(fc.oneof(anyText, typed), (heard) => {
      const reading = place.read(heard, about);
      const values = reading.kind === "understood" ? [reading.value] : [];
      const offered = reading.kind === "ask-back" ? reading.ways : [];
      for (const value of [
        ...values,
        ...offered.flatMap((way) => ("takes" in way ? [way.takes] : [])),
      ]) {
        expect(place.parse(value, about)).toEqual(value);
      }
    }),
    { numRuns: 500 },
  );
});
