/** Data that are only derived: never asked, printed as they are, and saved as text or not at all. */
import { expect, test } from "vitest";
import { text } from "../../../src/conversation/answers/text.ts";
import { aboutFor } from "../../about.ts";

test("whatever is heard is no answer to what is never asked", () => {
  expect(text.read("transport", aboutFor())).toEqual({ kind: "misread", fault: "never-asked" });
});

test("it is printed as it is", () => {
  expect(text.print("transport", aboutFor())).toBe("transport");
});

test.each([
  ["a text", "other", "other"],
  ["a number", 7, undefined],
  ["nothing", undefined, undefined],
])("saved: %s", (_what, saved, expected) => {
  expect(text.parse(saved, aboutFor())).toBe(expected);
});
