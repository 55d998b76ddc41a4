import fc from "fast-check";
import { expect, test } from "vitest";
import { alreadyRegistered } from "../../../src/validation/checks/already-registered.ts";
import { needs, remarks } from "./look.ts";

test.each([
  ["nobody else has it", 0, {}],
  ["one other has it", 1, { "nik-known": { count: 1 } }],
  ["two others have it", 2, { "nik-known": { count: 2 } }],
])("a NIK that is known already: %s", async (_why, count, expected) => {
  expect(await remarks(alreadyRegistered, {}, { othersWithNik: async () => count })).toEqual(
    expected,
  );
});

test("whatever the registration, only the number of others counts", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.string(), async (count, name) => {
      const found = await remarks(
        alreadyRegistered,
        { name },
        { othersWithNik: async () => count },
      );
      expect(Object.keys(found)).toHaveLength(count === 0 ? 0 : 1);
    }),
  );
});

test("a look-up that fails is the caller's to make again", async () => {
  const gone = async () => Promise.reject(new Error("the database is gone"));
  await expect(remarks(alreadyRegistered, {}, { ...needs, othersWithNik: gone })).rejects.toThrow();
});
