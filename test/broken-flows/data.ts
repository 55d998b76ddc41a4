/** Faults of the data of a flow and of its lists. */
import type { BrokenFlow } from "./broken-flow.ts";

const flow = "flows/enrolment.yaml";
const lists = "flows/lists.yaml";

export const data: readonly BrokenFlow[] = [
  {
    rule: "list-exists",
    deed: "mistypes the name of a list",
    file: flow,
    text: "kind: choice, list: trade_place",
    by: "kind: choice, list: trade-place",
    says: [
      'flows/enrolment.yaml:9:38 data.trade_place.list: there is no list "trade-place"',
      "flows/lists.yaml:12:1 trade_place: no datum uses this list",
    ],
  },
  {
    rule: "list-needed",
    deed: "forgets the list of a choice",
    file: flow,
    text: "kind: choice, list: work,",
    by: "kind: choice,",
    says: [
      "flows/enrolment.yaml:5:15 data.work: a choice needs a list",
      "flows/enrolment.yaml:30:57 steps.period.says.staff.when.all.1.is: work has no choices to compare with: name a guard",
      "flows/lists.yaml:6:1 work: no datum uses this list",
      "flows/lists.yaml:20:30 period.12.when.is: work has no choices to compare with: name a guard",
    ],
  },
  {
    rule: "list-used",
    deed: "leaves a list that no datum uses any more",
    file: lists,
    text: "payer:\n",
    by: "payers:\n  - value: self\npayer:\n",
    says: [
      "flows/lists.yaml:23:1 payers: no datum uses this list",
      "flows/lists.yaml:24:5 payers.self: its text choices.payers.self is missing in locales/en/",
      "flows/lists.yaml:24:5 payers.self: its text choices.payers.self is missing in locales/id/",
    ],
  },
  {
    rule: "list-not-of-places",
    deed: "writes down the regencies by hand",
    file: lists,
    text: "payer:\n",
    by: 'regencies:\n  - value: "16.71"\npayer:\n',
    says: ["flows/lists.yaml:23:1 regencies: this list is made of the places, and written nowhere"],
  },
  {
    rule: "value-once",
    deed: "offers the same choice twice",
    file: lists,
    text: "  - value: employer",
    by: "  - value: alone\n  - value: employer",
    says: ['flows/lists.yaml:8:12 work.alone.value: "alone" stands in this list twice'],
  },
  {
    rule: "sets-datum-exists",
    deed: "lets a choice set a datum that does not exist",
    file: lists,
    text: "period: null",
    by: "periods: null",
    says: ['flows/lists.yaml:22:29 period.sponsor.sets.periods: there is no datum "periods"'],
  },
  {
    rule: "sets-value-possible",
    deed: "lets a choice set a value that is none",
    file: lists,
    text: "{ payer: sponsor, period: null }",
    by: "{ payer: sponsored, period: null }",
    says: ['flows/lists.yaml:22:20 period.sponsor.sets.payer: no answer to payer is "sponsored"'],
  },
  {
    rule: "sets-when-stored",
    deed: "lets a choice that only explains set a datum",
    file: lists,
    text: "does: explain",
    by: "does: explain\n    sets: { payer: self }",
    says: [
      'flows/lists.yaml:6:5 consent.read-more.sets: a choice that does "explain" sets nothing',
    ],
  },
  {
    rule: "early-when-stored",
    deed: "lets a choice that only explains be taken early",
    file: lists,
    text: "does: explain",
    by: "does: explain\n    early: true",
    says: [
      'flows/lists.yaml:6:5 consent.read-more.early: a choice that does "explain" is only done when it is asked',
    ],
  },
  {
    rule: "derivation-exists",
    deed: "mistypes a derivation",
    file: flow,
    text: "derive: sex-of-nik",
    by: "derive: sex-in-nik",
    says: ['flows/enrolment.yaml:14:56 data.sex.derive: there is no derivation "sex-in-nik"'],
  },
  {
    rule: "derivation-data-exist",
    deed: "uses a derivation that looks at a datum of another flow",
    file: flow,
    text: "derive: sex-of-nik",
    by: "derive: regency-of-village",
    says: ['flows/enrolment.yaml:14:56 data.sex.derive: looks at "village", which is no datum'],
  },
  {
    rule: "depends-exists",
    deed: "lets a datum depend on one that does not exist",
    file: flow,
    text: "privacy: plain, depends: [occupation] }\n  period",
    by: "privacy: plain, depends: [job] }\n  period",
    says: ['flows/enrolment.yaml:9:77 data.trade_place.depends.1: there is no datum "job"'],
  },
  {
    rule: "no-circle",
    deed: "lets two data wait for each other",
    file: flow,
    text: "occupation: { kind: occupation, privacy: personal }",
    by: "occupation: { kind: occupation, privacy: personal, depends: [trade_place] }",
    says: [
      "flows/enrolment.yaml:7:3 data.occupation: depends on itself: occupation ← trade_place ← occupation",
      "flows/enrolment.yaml:9:3 data.trade_place: depends on itself: trade_place ← occupation ← trade_place",
    ],
  },
  {
    rule: "datum-answered",
    deed: "declares a datum that nobody is asked for",
    file: flow,
    text: ", optional: true",
    by: "",
    says: [
      "flows/enrolment.yaml:12:3 data.nickname: is neither asked, nor derived, nor set by a choice, nor optional",
    ],
  },
];
