import { expect, test } from "vitest";
import type { CalendarDate } from "../../../src/enrolment/calendar.ts";
import { phonePlausible } from "../../../src/validation/checks/phone-plausible.ts";
import { needs, noThresholds, type Row, remarks } from "./look.ts";

test.each<Row>([
  ["a number like many", {}, {}],
  ["no phone", { phone: "none" }, {}],
  ["thirteen digits", { phone: "+6289512345067" + "8" }, {}],
  ["ten digits", { phone: "+62811900271" }, {}],
  ["three operators on", { phone: "+6287812340099" }, {}],
  ["with many zeros, but not all", { phone: "+6281300000010" }, {}],
  ["a repeated pair is a wish, not a fault", { phone: "+6281212121212" }, {}],
  ["digits in a row after the operator's", { phone: "+6281234567890" }, { "phone-made-up": {} }],
  ["the same digit again and again", { phone: "+6281111111111" }, { "phone-made-up": {} }],
  ["digits in a row downwards", { phone: "+6281298765432" }, { "phone-made-up": {} }],
  [
    "no operator has it",
    { phone: "+6282012340099" },
    { "phone-prefix-unknown": { prefix: "0820" } },
  ],
  [
    "of an operator that is gone",
    { phone: "+6282812340099" },
    { "phone-prefix-unknown": { prefix: "0828" } },
  ],
  ["a number of another country", { phone: "+60123456789" }, { "phone-impossible": {} }],
  ["a landline", { phone: "+62711350123" }, { "phone-impossible": {} }],
  ["no number at all", { phone: "nanti" }, { "phone-impossible": {} }],
])("a phone number: %s", async (_why, part, expected) => {
  expect(await remarks(phonePlausible, part)).toEqual(expected);
});

test("an operator's numbers are known as long as its row holds", async () => {
  const before = { today: "2021-11-30" as CalendarDate };
  expect(await remarks(phonePlausible, { phone: "+6282812340099" }, before)).toEqual({});
});

test("of a length that is rare", async () => {
  const thresholds = needs.rules.thresholds.map((row) =>
    row.kind === "phone-length" ? { ...row, least: 12, most: 12 } : row,
  );
  const rules = { ...needs.rules, thresholds };
  for (const [phone, digits] of [
    ["+62811900271012", 13],
    ["+62811900271", 10],
  ] as const) {
    const found = await remarks(phonePlausible, { phone }, { rules });
    expect(found).toEqual({ "phone-length-unusual": { digits } });
  }
});

test("without rows nothing is held against a number", async () => {
  expect(await remarks(phonePlausible, { phone: "+6282012340099" }, noThresholds)).toEqual({});
});
