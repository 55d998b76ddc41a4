/** Sentences, compiled once and printed with their variables. */
import { expect, test } from "vitest";
import { wordingOf } from "../../src/conversation/wording/wording.ts";

const wording = wordingOf("en", {
  plain: " Good day. ",
  quoted: "It''s '{here}'",
  name: "Good day, {name}.",
  choice: "{sex, select, male {Mr {name}} other {Dear {name}}}",
  count: "{count, plural, one {# person} other {# people}}{more, select, yes { more} other {}}",
  several: ["One.", "{more, select, yes {Two.} other {}}", "Three."],
});

test.each([
  ["plain text without the spaces around it", "plain", {}, "Good day."],
  ["quotes as ICU has them", "quoted", {}, "It's {here}"],
  ["a variable", "name", { name: "Siti" }, "Good day, Siti."],
  ["a figure is a variable too", "name", { name: 5 }, "Good day, 5."],
  ["a choice", "choice", { sex: "male", name: "Budi" }, "Mr Budi"],
  ["any other choice", "choice", { sex: "unknown", name: "Budi" }, "Dear Budi"],
  ["one", "count", { count: 1, more: "no" }, "1 person"],
  ["many, and a choice beside it", "count", { count: 2, more: "yes" }, "2 people more"],
  ["several bubbles as lines", "several", { more: "yes" }, "One.\nTwo.\nThree."],
])("%s", (_why, key, values, said) => {
  expect(wording.text(key, values)).toBe(said);
});

test("a bubble that comes out empty is left out", () => {
  expect(wording.bubbles("several", { more: "no" })).toEqual(["One.", "Three."]);
});

test("variables are looked up only where a text has them", () => {
  const asked: string[] = [];
  const lookup = (name: string) => {
    asked.push(name);
    return "male";
  };
  expect(wording.text("choice", lookup)).toBe("Mr male");
  expect(asked).toEqual(["sex", "name"]);
});

test.each([
  ["a missing text", "gone", {}, "missing text: en gone"],
  ["a missing variable", "name", {}, "missing variable: en name {name}"],
  ["a missing choice", "choice", { name: "Siti" }, "missing variable: en choice {sex}"],
])("%s is told by its name", (_what, key, values, error) => {
  expect(() => wording.text(key, values)).toThrow(error);
});

test("a missing count is told as well", () => {
  expect(() => wording.text("count", { more: "no" })).toThrow("count");
});

test("a text that ICU cannot read is told by its name", () => {
  expect(() => wordingOf("id", { broken: "{name" })).toThrow("unsound text: id broken");
});

test.each([
  ["id", "5 Maret 1980", "Maret 2027"],
  ["en", "5 March 1980", "March 2027"],
] as const)("dates and months in %s", (language, date, month) => {
  const { date: printDate, month: printMonth, has } = wordingOf(language, { x: "y" });
  expect(printDate("1980-03-05")).toBe(date);
  expect(printDate("1980")).toBe("1980");
  expect(printMonth("2027-03" as Parameters<typeof printMonth>[0])).toBe(month);
  expect([has("x"), has("y")]).toEqual([true, false]);
});
