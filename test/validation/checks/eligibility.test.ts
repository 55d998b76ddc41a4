import { expect, test } from "vitest";
import { eligibility } from "../../../src/validation/checks/eligibility.ts";
import { type Row, remarks } from "./look.ts";

test.each<Row>([
  ["works for herself", {}, {}],
  ["works for herself, with savings", { programs: "jkk-jkm-jht" }, {}],
  ["an employer with savings", { segment: "employer", programs: "jkk-jkm-jht" }, {}],
  ["an employer without", { segment: "employer" }, { "employer-without-savings": {} }],
  [
    "perhaps a member already",
    { segment: "registered-before", registered_doubt: "unsure" },
    { "registered-before": {} },
  ],
  ["paid by somebody", { segment: "wage", wage_work: "daily" }, { "works-for-wages": {} }],
  [
    "in construction on their own",
    { segment: "construction", construction_work: "own-contract" },
    { "works-in-construction": {} },
  ],
  ["in some other way", { segment: "other" }, { "work-unclear": {} }],
  ["a segment of a later flow", { segment: "seafarer" }, {}],
  ["a village that the list does not have", { village: { village: "Talang Baru" } }, {}],
  ["a village of the list", { village: { code: "16.99.01.2001", village: "Talang Bulang" } }, {}],
  ["outside the province", { village: { outside: "Kota Jambi" } }, { "lives-elsewhere": {} }],
  ["paid for by the government", { payer: "sponsor", sponsor: "government" }, {}],
  ["nobody pays yet", { payer: "cannot-yet" }, {}],
  [
    "two things at once",
    { segment: "employer", village: { outside: "Kota Jambi" } },
    { "employer-without-savings": {}, "lives-elsewhere": {} },
  ],
])("who may join: %s", async (_why, part, expected) => {
  expect(await remarks(eligibility, part)).toEqual(expected);
});
