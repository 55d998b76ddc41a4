/** What a turn reads again and again is read once; what people wrote goes with the turn. */
import { expect, test } from "vitest";
import { forgetTexts, onceForText } from "../../src/enrolment/once-for-text.ts";
import { talk } from "../conversation/talk.ts";

function counting() {
  const done: string[] = [];
  const read = onceForText((text) => {
    done.push(text);
    return text.length;
  });
  return { done, read };
}

test("the same text is read once, until it is forgotten", () => {
  const { done, read } = counting();
  expect([read("ya"), read("ya"), read("tidak")]).toEqual([2, 2, 5]);
  expect(done).toEqual(["ya", "tidak"]);
  forgetTexts();
  read("ya");
  expect(done).toEqual(["ya", "tidak", "ya"]);
});

test("a turn forgets what it was told", () => {
  const here = talk("nik");
  const { done, read } = counting();
  read("1699 0145 0380 0001");
  here.say("1699 0145 0380 0001");
  read("1699 0145 0380 0001");
  expect(done).toHaveLength(2);
});
