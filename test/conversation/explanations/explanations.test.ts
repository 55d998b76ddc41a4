/** Every explanation, in each language, on days on which other rules hold: short, whole, and found by who asks for it. */
import { describe, expect, test } from "vitest";
import { hereOf } from "../../../src/conversation/here.ts";
import type { Moment } from "../../../src/conversation/moment.ts";
import { newSession } from "../../../src/conversation/session.ts";
import { type Language, languages } from "../../../src/conversation/wording/wording.ts";
import { realMaterial } from "../../world.ts";
import { momentAt, start, talk } from "../talk.ts";
import { askedFor } from "./asked.ts";

const names = realMaterial().topics.map(({ name }) => name);

/** What is said of a topic to somebody who has said nothing yet. */
function told(name: string, language: Language, now: string, part: Partial<Moment> = {}) {
  const here = hereOf({ ...newSession(now), language }, momentAt(now, part));
  return here.tongue.wording.bubbles(`explain.${name}`, here.values);
}

const days = [
  ["today", start],
  ["on the last evening of the discount for most", "2026-12-31T16:59:00.000Z"],
  ["when only transport has a discount", "2026-12-31T17:01:00.000Z"],
  ["when nobody has one that we know of", "2027-03-31T17:01:00.000Z"],
] as const;

describe.each(days)("%s", (_when, now) => {
  const operator = { name: "Disnaker Uji", mandate: "ST-1", checkNumber: "0711", office: "Uji 1" };

  test.each(languages)(
    "every topic has one to three bubbles that can be read at once: %s",
    (language) => {
      const word = realMaterial().tongues[language].wording.text("conversation.figure-renewed");
      for (const name of names) {
        for (const part of [
          {},
          { trial: false, operator },
          { trial: false, operator, reviewDays: 3 },
        ]) {
          const bubbles = told(name, language, now, part);
          expect.soft(bubbles.length, name).toBeGreaterThan(0);
          expect.soft(bubbles.length, name).toBeLessThan(4);
          expect.soft(bubbles.join("\n"), name).not.toContain(word);
          expect.soft(Math.max(...bubbles.map(({ length }) => length)), name).toBeLessThan(241);
        }
      }
    },
  );
});

test("the menu is short enough for a telephone", () => {
  expect(realMaterial().topics.filter(({ menu }) => menu).length).toBeLessThan(9);
});

test.each(languages)("each topic can be offered by a short name: %s", (language) => {
  const { wording } = realMaterial().tongues[language];
  const labels = names.map((name) => wording.text(`choices.topics.${name}`));
  expect(labels.filter(({ length }) => length > 20)).toEqual([]);
  expect(new Set(labels).size).toBe(names.length);
});

describe.each(languages)("asked for in %s", (language) => {
  test("every topic", () => {
    expect(Object.keys(askedFor[language]).toSorted()).toEqual(names.toSorted());
  });

  test.each(
    Object.entries(askedFor[language]).flatMap(([name, said]) => said.map((text) => [text, name])),
  )("%s: %s", (text, name) => {
    const here = talk();
    here.take({ ...here.session(), language });
    here.say(text);
    expect(here.said()).toContain(told(name, language, start)[0]);
  });
});
