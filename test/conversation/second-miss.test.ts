/** What is missed twice is told again with what came in, and what completes an answer is no new one. */
import { expect, test } from "vitest";
import { talk } from "./talk.ts";

test.each([
  ["a digit too few", "169901450380001", "yang masuk 15 angka"],
  ["a letter", "1699O14503800001", "yaitu O"],
])("a NIK missed twice: %s", (_why, heard, told) => {
  const here = talk("nik");
  here.say("12345", heard);
  expect(here.said()).toContain(told);
  expect(here.said()).toContain("1699 0145 0380 0001");
});

test.each([
  ["the year comes after day and month", ["5 maret", "1980"], "1980-03-05"],
  ["the whole date after a part", ["5 maret", "6 april 1981"], "1981-04-06"],
  ["only the year, after month and year", ["maret 1980", "1980"], "1980"],
  ["a word that helps nobody, then the year", ["5 maret", "hmm", "1980"], "1980-03-05"],
])("birth date: %s", (_why, heard, expected) => {
  const here = talk("birth_date");
  here.say(...heard);
  expect(here.asked()).toBe("occupation");
  expect(here.session().answers["birth_date"]?.value).toBe(expected);
});

test("later is no village", () => {
  const here = talk("village");
  here.say("nanti bae");
  expect(here.session().phase).toBe("paused");
  expect(here.said()).not.toContain("Nanti Giri");
});

test("whoever has a wage and nothing else is told whom to ask, and may go back", () => {
  const here = talk("segment");
  here.say("digaji", "cuma itu bae");
  expect(here.asked()).toBeUndefined();
  expect(here.said()).toContain("175");
  here.say("daftar");
  expect(here.asked()).toBe("segment");
});
