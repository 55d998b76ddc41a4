/** Faults of the dated tables that only show from one row to the next, on a day, or by the size of a figure. */
import type { BrokenFlow } from "./broken-flow.ts";

const contributions = "flows/rules/contributions.yaml";
const discounts = "flows/rules/discounts.yaml";
const eligibility = "flows/rules/eligibility.yaml";
const benefits = "flows/rules/benefits.yaml";

/** The tests look on 25 November 2026. */
export const bounds: readonly BrokenFlow[] = [
  {
    rule: "row-for-today",
    deed: "does not follow up the contribution that has ended",
    file: contributions,
    text: "  to: null",
    by: '  to: "2026-10-31"',
    says: [
      "flows/rules/contributions.yaml:3:7 contribution-2015.to: ended on 2026-10-31, and nothing gives the contribution today, 2026-11-25",
    ],
  },
  {
    rule: "row-for-today",
    deed: "writes only the contribution of next year",
    file: contributions,
    text: "2015-07-01",
    by: "2027-01-01",
    says: [
      "flows/rules/contributions.yaml:2:9 contribution-2015.from: begins on 2027-01-01, and nothing gives the contribution today, 2026-11-25",
    ],
  },
  {
    rule: "row-for-today",
    deed: "doubts the only contribution there is",
    file: contributions,
    text: "sure: A",
    by: "sure: C",
    says: [
      'flows/explain.yaml:3:30 topics.price.figures.1: no rule gives the figure "lowest"',
      "flows/rules/contributions.yaml:4:9 contribution-2015.sure: what is C is not said, so nothing gives the contribution today, 2026-11-25",
    ],
  },
  {
    rule: "row-for-today",
    deed: "takes the age away below which nobody may register",
    file: eligibility,
    by: "[]\n",
    says: ["flows/rules/eligibility.yaml:1:1 nothing gives the minimum age today, 2026-11-25"],
  },
  {
    rule: "row-for-today",
    deed: "lets a benefit end that a text names",
    file: benefits,
    text: "to: null",
    by: 'to: "2026-11-24"',
    says: [
      "flows/rules/benefits.yaml:12:7 jkm_total.to: ended on 2026-11-24, and nothing gives jkm_total today, 2026-11-25",
    ],
  },
  {
    rule: "row-follows",
    deed: "leaves a day between two rows",
    file: benefits,
    text: '"2026-07-01"',
    by: '"2026-07-02"',
    says: [
      "flows/rules/benefits.yaml:11:9 jkm_total.from: nothing gives jkm_total between 2026-06-30 and 2026-07-02",
    ],
  },
  {
    rule: "row-whole-months",
    deed: "begins a contribution in the middle of a month",
    file: contributions,
    text: "2015-07-01",
    by: "2015-07-15",
    says: [
      "flows/rules/contributions.yaml:2:9 contribution-2015.from: must be the first day of a month",
    ],
  },
  {
    rule: "row-whole-months",
    deed: "ends a discount in the middle of a month",
    file: discounts,
    text: "2027-03-31",
    by: "2027-03-30",
    says: ["flows/rules/discounts.yaml:4:7 discount-transport.to: must be the last day of a month"],
  },
  ...[
    [
      contributions,
      "jkk_percent: 1",
      "jkk_percent: 100",
      "6:16 contribution-2015.jkk_percent",
      "0.1 to 5",
    ],
    [
      contributions,
      "jht_percent: 2",
      "jht_percent: 20",
      "7:16 contribution-2015.jht_percent",
      "0.5 to 10",
    ],
    [contributions, "jkm: 6800", "jkm: 680000", "8:8 contribution-2015.jkm", "1000 to 100000"],
    [eligibility, "age: 18", "age: 180", "3:8 minimum-age.age", "10 to 100"],
    [benefits, "amount: 42000000", "amount: 4200", "9:11 jkm_total.amount", "10000 to 1000000000"],
  ].map(([file = "", text = "", by = "", place, expected]) => ({
    rule: "row-plausible",
    deed: `writes ${by}`,
    file,
    text,
    by,
    says: [`${file}:${place}: ${by.split(" ")[1]} cannot be right: expected is ${expected}`],
  })),
  {
    rule: "row-plausible",
    deed: "lets a discount take away everything",
    file: discounts,
    text: "  jkk_percent: 50\n  jkm_percent: 50\n  not_funded_by: [government]\n  not_for: [employer]\n- id",
    by: "  jkk_percent: 100\n  jkm_percent: 50\n  not_funded_by: [government]\n  not_for: [employer]\n- id",
    says: [
      "flows/rules/discounts.yaml:7:16 discount-transport.jkk_percent: 100 cannot be right: expected is 1 to 90",
    ],
  },
  {
    rule: "base-in-bracket",
    deed: "drops a zero of a base",
    file: contributions,
    text: "base: 1200000",
    by: "base: 120000",
    says: [
      "flows/rules/contributions.yaml:11:31 contribution-2015.brackets.2.base: lies outside its bracket, which goes from 1100000 to 2000000",
    ],
  },
  {
    rule: "base-in-bracket",
    deed: "adds a zero to the last base",
    file: contributions,
    text: "base: 2200000",
    by: "base: 22000000",
    says: [
      "flows/rules/contributions.yaml:12:31 contribution-2015.brackets.3.base: lies outside its bracket, which goes from 2000000 to 4000000",
    ],
  },
];
