import { expect, test } from "vitest";
import { incomePlausible } from "../../../src/validation/checks/income-plausible.ts";
import { occupations } from "../../lists.ts";
import { needs, noThresholds, remarks } from "./look.ts";

const rows = needs.rules.thresholds.filter((row) => row.kind === "income");
const usual = rows.find(({ occupations }) => occupations.length === 0);
const hired = rows.find(({ occupations }) => occupations.includes("farm-hand"));
if (usual === undefined || hired === undefined) throw new Error("no rows for incomes");

test.each([
  ["an income like many", "rubber-tapper", 1_500_000, []],
  ["the least that is usual", "rubber-tapper", usual.least, []],
  ["a rupiah less", "rubber-tapper", usual.least - 1, ["income-low"]],
  ["the most that is usual", "rubber-tapper", usual.most, []],
  ["a rupiah more", "rubber-tapper", usual.most + 1, ["income-high"]],
  ["a zero too many", "market-trader", 150_000_000, ["income-high"]],
  ["one rupiah", "market-trader", 1, ["income-low"]],
  ["little, but an allowance is that small", "health-cadre", hired.least, []],
  ["less than that", "health-cadre", hired.least - 1, ["income-low"]],
  ["as much as somebody hired by the day can earn", "farm-hand", hired.most, []],
  ["more than that", "farm-hand", hired.most + 1, ["income-high"]],
  ["what is much for a porter is not for a trader", "stall-owner", hired.most + 1, []],
  ["an occupation that is not on the list", "other", hired.most + 1, []],
])("an income: %s", async (_why, code, income, kinds) => {
  const found = await remarks(incomePlausible, { income, occupation: { code, said: "kerja" } });
  expect(Object.keys(found)).toEqual(kinds);
});

test("staff read the amount as it is printed", async () => {
  const found = await remarks(incomePlausible, { income: 150_000_000 });
  expect(found).toEqual({ "income-high": { income: "Rp150.000.000" } });
});

test("every occupation that a row names is on the list", () => {
  const named = rows.flatMap((row) => row.occupations);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((code) => !occupations.has(code))).toEqual([]);
});

test("without rows nothing is held against an income", async () => {
  expect(await remarks(incomePlausible, { income: 1 }, noThresholds)).toEqual({});
});
