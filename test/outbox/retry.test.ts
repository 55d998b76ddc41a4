import { expect, test } from "vitest";
import { nextAttempt } from "../../src/outbox/retry.ts";

const now = new Date("2026-11-25T02:00:00.000Z");

test.each([
  ["soon after the first try", 1, 0, "2026-11-25T02:00:05.000Z"],
  ["as long as the channel asks, where that is longer", 1, 35_000, "2026-11-25T02:00:35.000Z"],
  ["its own pause, where the channel asks for less", 3, 1_000, "2026-11-25T02:02:00.000Z"],
  ["six hours before the last try", 7, 0, "2026-11-25T08:00:00.000Z"],
  ["no more after that", 8, 0, undefined],
])("the next try comes %s", (_why, attempt, askedMs, expected) => {
  expect(nextAttempt(attempt, askedMs, now)?.toISOString()).toBe(expected);
});
