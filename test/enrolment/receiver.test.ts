/** To whom somebody who cannot pay may be proposed. No real row is there: these are made for the test. */
import { expect, test } from "vitest";
import type { CalendarDate } from "../../src/enrolment/calendar.ts";
import {
  type ReceiverRule,
  receiverFor,
  receiverRuleSchema,
} from "../../src/enrolment/receiver.ts";
import { rowsOf } from "../lists.ts";

const row = (part: Partial<ReceiverRule>): ReceiverRule => ({
  id: "receiver",
  area: "16.07",
  receiver: "Pemkab Banyuasin",
  from: "2026-01-01",
  to: "2026-12-31",
  sure: "A",
  source: "a letter",
  ...part,
});
const province = row({ area: "16", receiver: "Pemprov Sumatera Selatan" });

test.each([
  ["nobody has agreed", "16.07", [], undefined],
  ["the regency has", "16.07", [row({})], "Pemkab Banyuasin"],
  ["another regency has", "16.71", [row({})], undefined],
  ["the province has, for every regency", "16.71", [province], "Pemprov Sumatera Selatan"],
  ["both have: the regency comes first", "16.07", [province, row({})], "Pemkab Banyuasin"],
  ["it was last year", "16.07", [row({ to: "2025-12-31" })], undefined],
  ["it is not yet", "16.07", [row({ from: "2027-01-01" })], undefined],
  ["its last day is today", "16.07", [row({ to: "2026-11-25" })], "Pemkab Banyuasin"],
  ["it is only said in the news", "16.07", [row({ sure: "C" })], undefined],
  ["where the person lives is not known", undefined, [province], undefined],
])("%s", (_why, regency, rules, expected) => {
  const found = receiverFor(regency, "2026-11-25" as CalendarDate, rules);
  expect(found?.receiver).toBe(expected);
});

test("nobody is offered what nobody has agreed to: the table is empty", () => {
  expect(rowsOf("rules/receivers.yaml", receiverRuleSchema)).toEqual([]);
});
