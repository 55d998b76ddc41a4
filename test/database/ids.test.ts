import fc from "fast-check";
import { expect, test } from "vitest";
import { newId, orderedIds } from "../../src/database/ids.ts";

test("an id is a letter and a UUID of version 7 that holds the time", () => {
  const id = orderedIds()("c", Date.parse("2026-11-25T02:00:00.000Z"));
  expect(id).toMatch(/^c-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.slice(2).replaceAll("-", "").slice(0, 12), 16)).toBe(
    Date.parse("2026-11-25T02:00:00.000Z"),
  );
});

test("without a clock the program's own is taken", () => {
  const before = Date.now();
  const madeMs = Number.parseInt(newId("s").slice(2, 15).replace("-", ""), 16);
  expect(madeMs).toBeGreaterThanOrEqual(before);
});

test("later ids sort after earlier ones, whatever the clock does", () => {
  const clock = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 500 });
  fc.assert(
    fc.property(clock, (times) => {
      const next = orderedIds();
      const ids = times.map((nowMs) => next("c", nowMs));
      expect(ids).toEqual([...new Set(ids)].sort());
    }),
  );
});

test("ten thousand ids within one millisecond are different and in order", () => {
  const next = orderedIds();
  const ids = Array.from({ length: 10_000 }, () => next("c", 1));
  expect(ids).toEqual([...new Set(ids)].sort());
});

test("the same random bytes twice do not make the same id twice", () => {
  const next = orderedIds((size) => Buffer.alloc(size, 0xff));
  expect(new Set([next("c", 1), next("c", 1), next("c", 2)]).size).toBe(3);
});
