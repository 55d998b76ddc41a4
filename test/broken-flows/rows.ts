/** Faults of the dated tables, and of the figures that texts name. */
import type { BrokenFlow } from "./broken-flow.ts";

const contributions = "flows/rules/contributions.yaml";
const discounts = "flows/rules/discounts.yaml";
const benefits = "flows/rules/benefits.yaml";
const receivers = "flows/rules/receivers.yaml";

/** Somebody who receives the names of people who cannot pay; the table itself is empty. */
function receiver(area: string, part = ""): string {
  const lines = [`- id: receiver-${area}${part}`, `  area: "${area}"`, "  receiver: Pemkab Contoh"];
  const span = ['  from: "2026-01-01"', '  to: "2026-12-31"', "  sure: A", "  source: a letter"];
  return [...lines, ...span, ""].join("\n");
}

export const rows: readonly BrokenFlow[] = [
  {
    rule: "missing-key",
    deed: "does not say where a figure was read",
    file: benefits,
    text: "  source: a newer law\n",
    by: "",
    says: ['flows/rules/benefits.yaml:8:3 jkm_total: "source" is missing'],
  },
  {
    rule: "wrong-value",
    deed: "is sure in a way that is none",
    file: benefits,
    text: "sure: B",
    by: "sure: E",
    says: ["flows/rules/benefits.yaml:13:9 jkm_total.sure: must be one of A, B, C, D"],
  },
  {
    rule: "row-day-exists",
    deed: "writes a day that does not exist",
    file: discounts,
    text: '"2027-03-31"',
    by: '"2027-02-31"',
    says: ["flows/rules/discounts.yaml:4:7 discount-transport.to: there is no day 2027-02-31"],
  },
  {
    rule: "row-dates-in-order",
    deed: "lets a row end before it begins",
    file: discounts,
    text: '"2027-03-31"',
    by: '"2025-03-31"',
    says: [
      "flows/rules/discounts.yaml:4:7 discount-transport.to: ends on 2025-03-31, before it begins on 2026-01-01",
    ],
  },
  {
    rule: "rows-apart",
    deed: "lets two rows about the same thing hold together",
    file: benefits,
    text: 'to: "2026-06-30"',
    by: "to: null",
    says: [
      "flows/rules/benefits.yaml:8:3 jkm_total: another row gives jkm_total from 2019-12-02 to now already",
    ],
  },
  {
    rule: "row-id-once",
    deed: "gives two rows one id",
    file: discounts,
    text: "id: discount-transport",
    by: "id: discount-other",
    says: [
      'flows/rules/discounts.yaml:11:7 discount-other.id: another row has the id "discount-other"',
    ],
  },
  {
    rule: "receiver-area-exists",
    deed: "writes a regency that there is not",
    file: receivers,
    by: receiver("16.55"),
    says: ["flows/rules/receivers.yaml:2:9 receiver-16.55.area: no regency has the code 16.55"],
  },
  {
    rule: "wrong-value",
    deed: "writes a regency without its code",
    file: receivers,
    by: receiver("Banyuasin"),
    says: [
      "flows/rules/receivers.yaml:2:9 receiver-Banyuasin.area: must be the code of a regency or province",
    ],
  },
  {
    rule: "rows-apart",
    deed: "lets two receive the names of one regency",
    file: receivers,
    by: `${receiver("16.71")}${receiver("16.71", "-too")}`,
    says: [
      "flows/rules/receivers.yaml:8:3 receiver-16.71-too: another row gives the receiver for 16.71 from 2026-01-01 to 2026-12-31 already",
    ],
  },
  {
    rule: "row-dates-in-order",
    deed: "lets a receiver stop before it begins",
    file: receivers,
    by: receiver("16").replace("2026-12-31", "2025-12-31"),
    says: [
      "flows/rules/receivers.yaml:5:7 receiver-16.to: ends on 2025-12-31, before it begins on 2026-01-01",
    ],
  },
  {
    rule: "brackets-ascend",
    deed: "lets the brackets begin above nothing",
    file: contributions,
    text: "above: 0,",
    by: "above: 100000,",
    says: [
      "flows/rules/contributions.yaml:10:16 contribution-2015.brackets.1.above: the first begins at 0",
    ],
  },
  {
    rule: "brackets-ascend",
    deed: "writes the brackets in a wrong order",
    file: contributions,
    text: "above: 2000000,",
    by: "above: 900000,",
    says: [
      "flows/rules/contributions.yaml:12:16 contribution-2015.brackets.3.above: comes after 1100000",
      "flows/rules/contributions.yaml:12:30 contribution-2015.brackets.3.base: lies outside its bracket, which goes from 900000 to 1800000",
    ],
  },
  {
    rule: "figure-exists",
    deed: "names a figure that no rule gives",
    file: "flows/explain.yaml",
    text: "name: price, figures: [lowest]",
    by: "name: price, figures: [lowest, highest]",
    says: ['flows/explain.yaml:3:38 topics.price.figures.2: no rule gives the figure "highest"'],
  },
  {
    rule: "figure-sure",
    deed: "lets a figure be said that is not sure",
    file: benefits,
    text: "sure: B",
    by: "sure: C",
    says: [
      "flows/rules/benefits.yaml:13:9 jkm_total.sure: what is C is not said, so nothing gives jkm_total today, 2026-11-25",
      "locales/en/explain.yaml:1:8 death: {jkm_total} is C: only what is A or B is said",
      "locales/id/explain.yaml:1:8 death: {jkm_total} is C: only what is A or B is said",
    ],
  },
  {
    rule: "figure-named",
    deed: "uses a figure in an explanation without naming it",
    file: "flows/explain.yaml",
    text: ", figures: [jkm_total]",
    by: "",
    says: [
      "flows/explain.yaml:2:5 topics.death: its text uses {jkm_total}, which is not among its figures",
    ],
  },
];
