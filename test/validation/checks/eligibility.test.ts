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
  ["paid by somebody, and that is all we know", { segment: "wage" }, { "works-for-wages": {} }],
  ["paid by the day", { segment: "wage", wage_work: "daily" }, { "paid-by-the-day": {} }],
  [
    "paid, with a business besides",
    { segment: "wage", wage_work: "own-business" },
    { "wage-and-own-business": {} },
  ],
  [
    "a nanny paid by the month",
    { segment: "wage", wage_work: "household" },
    { "works-in-a-household": {} },
  ],
  [
    "a soldier with a garden",
    { segment: "other", other_work: "civil-servant", civil_work: "own-business" },
    { "civil-servant": {} },
  ],
  [
    "a village secretary",
    { segment: "other", other_work: "village-official", village_post: "unsure" },
    { "village-official": {} },
  ],
  [
    "a village secretary who chose to work for himself",
    { occupation: { code: "village-official", said: "sekdes" } },
    { "village-official": {} },
  ],
  [
    "the head of a neighbourhood, who says it twice",
    {
      segment: "other",
      other_work: "village-official",
      occupation: { code: "neighbourhood-head", said: "ketua RT" },
    },
    { "village-official": {} },
  ],
  [
    "in construction on their own",
    { segment: "construction", construction_work: "own-contract" },
    { "works-in-construction": {} },
  ],
  ["in some other way", { segment: "other" }, { "work-unclear": {} }],
  ["in none of the ways", { segment: "other", other_work: "none" }, { "work-unclear": {} }],
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
