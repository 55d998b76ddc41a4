import fc from "fast-check";
import { expect, test } from "vitest";
import { income } from "../../src/conversation/answers/income.ts";
import { rupiah } from "../../src/enrolment/money.ts";
import { aboutFor } from "../about.ts";
import { short } from "../readings.ts";

test.each([
  ["nothing", 0, "Rp0"],
  ["hundreds have no dot", 999, "Rp999"],
  ["thousands", 1_000, "Rp1.000"],
  ["a contribution", 16_800, "Rp16.800"],
  ["hundreds of thousands", 500_000, "Rp500.000"],
  ["millions", 1_500_000, "Rp1.500.000"],
  ["billions", 1_000_000_000, "Rp1.000.000.000"],
])("rupiah: %s", (_why, amount, printed) => {
  expect(rupiah(amount)).toBe(printed);
});

test("an amount that is printed reads back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 1_000_000_000 }), (amount) => {
      expect(short(income.read(`${rupiah(amount)} sebulan`, aboutFor()))).toBe(amount);
    }),
  );
});
