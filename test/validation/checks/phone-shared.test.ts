import { expect, test } from "vitest";
import type { CalendarDate } from "../../../src/enrolment/calendar.ts";
import { phoneShared } from "../../../src/validation/checks/phone-shared.ts";
import { needs, noThresholds, remarks } from "./look.ts";

const [row] = needs.rules.thresholds.flatMap((row) => (row.kind === "phone-people" ? [row] : []));
const many = row?.people ?? 0;

test.each([
  ["nobody else's", 0, {}],
  ["a husband's and his wife's", 1, {}],
  ["of a family, one below the threshold", many - 2, {}],
  ["of as many as the threshold says", many - 1, { "phone-of-many": { count: many - 1 } }],
  ["of one more", many, { "phone-of-many": { count: many } }],
  ["of a whole market", 200, { "phone-of-many": { count: 200 } }],
])("people on one phone: %s", async (_why, others, expected) => {
  const found = await remarks(phoneShared, {}, { othersWithPhone: async () => others });
  expect(found).toEqual(expected);
});

test.each([
  ["whoever has no phone", { phone: "none" }, {}],
  ["where there is no threshold", {}, noThresholds],
  ["before the threshold holds", {}, { today: "2025-12-31" as CalendarDate }],
])("nobody is counted: %s", async (_why, part, otherNeeds) => {
  const othersWithPhone = async () => Promise.reject(new Error("counted all the same"));
  expect(await remarks(phoneShared, part, { ...otherNeeds, othersWithPhone })).toEqual({});
});
