import { expect, test } from "vitest";
import { openGone } from "../../src/channels/gone.ts";

test("what went out is known at the next attempt, as often as it went, and of its own saying only", () => {
  const gone = openGone();
  const first = gone.before("c-1:1");
  gone.went("c-1:1", "Ya.");
  expect([first("Ya."), gone.before("c-1:2")("Ya.")]).toEqual([false, false]);
  const second = gone.before("c-1:1");
  expect([second("Lain."), second("Ya."), second("Ya.")]).toEqual([false, true, false]);
  gone.went("c-1:1", "Ya.");
  const third = gone.before("c-1:1");
  expect([third("Ya."), third("Ya."), third("Ya.")]).toEqual([true, true, false]);
  gone.forget("c-1:1");
  expect(gone.before("c-1:1")("Ya.")).toBe(false);
});

test("a thousand sayings are remembered, and not one more", () => {
  const gone = openGone();
  for (let id = 0; id <= 1_000; id += 1) gone.went(`c-1:${id}`, "Ya.");
  expect([0, 1, 1_000].map((id) => gone.before(`c-1:${id}`)("Ya."))).toEqual([false, true, true]);
});
