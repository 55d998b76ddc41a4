import { expect, test } from "vitest";
import { agreementIn } from "../../../src/conversation/answers/agreement.ts";
import { wordsOf } from "../../words.ts";

const english = wordsOf("en");

test.each([
  ["a plain yes", "Yes", "yes"],
  ["agreeing in full", "I agree", "yes"],
  ["a polite yes", "yes please, sir", "yes"],
  ["a yes of the country", "iya", "yes"],
  ["a lame yes", "ok sure", "mild-yes"],
  ["a plain no", "no", "no"],
  ["a polite no", "No, thank you", "no"],
  ["not agreeing", "I do not agree", "no"],
  ["not agreeing, short", "don't agree", "no"],
  ["not agreeing, with a curly apostrophe", "don’t agree", "no"],
  ["not yet", "not yet", "mild-no"],
  ["no problem is no no", "no problem", undefined],
  ["never mind", "never mind", undefined],
  ["whatever", "whatever", undefined],
  ["a doubt", "not sure", undefined],
  ["a reason asked for", "why not", undefined],
])("English yes and no: %s", (_why, heard, expected) => {
  expect(agreementIn(heard, english)).toBe(expected);
});

test.each(["id", "en"] as const)("no phrase of yes and no has two meanings: %s", (language) => {
  const { yes, mild_yes, no, mild_no, unclear, fillers } = wordsOf(language).agreement;
  const all = [yes, mild_yes, no, mild_no, unclear, fillers].flat();
  expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
});

test.each(["id", "en"] as const)(
  "every word list is in small letters, as texts are compared: %s",
  (language) => {
    const words = wordsOf(language);
    // What is shown, and not compared, is written as people read it.
    const compared = { ...words, dates: {}, places: { ...words.places, short: {} } };
    const phrases = JSON.stringify(compared);
    expect(phrases).toBe(phrases.toLowerCase());
  },
);
