/** Faults of the steps of a flow and of their conditions. */
import type { BrokenFlow } from "./broken-flow.ts";

const flow = "flows/enrolment.yaml";
const lists = "flows/lists.yaml";

export const steps: readonly BrokenFlow[] = [
  {
    rule: "step-id-once",
    deed: "gives two steps one id",
    file: flow,
    text: "{ id: nik, type: ask",
    by: "{ id: work, type: ask",
    says: [
      "flows/enrolment.yaml:31:5 steps.work: its text enrolment.work.example is missing in locales/en/",
      "flows/enrolment.yaml:31:5 steps.work: its text enrolment.work.example is missing in locales/id/",
      "flows/enrolment.yaml:31:11 steps.work.id: another step has this id",
      'locales/en/enrolment.yaml:15:8 nik.ask: there is no step "nik"',
      'locales/en/enrolment.yaml:15:32 nik.example: there is no step "nik"',
      'locales/id/enrolment.yaml:15:8 nik.ask: there is no step "nik"',
      'locales/id/enrolment.yaml:15:30 nik.example: there is no step "nik"',
    ],
  },
  {
    rule: "step-datum-exists",
    deed: "asks for a datum that does not exist",
    file: flow,
    text: "- { id: trade-place, type: ask, datum: trade_place",
    by: "- { id: trade-place, type: ask, datum: trading_place",
    says: [
      "flows/enrolment.yaml:9:3 data.trade_place: is neither asked, nor derived, nor set by a choice, nor optional",
      'flows/enrolment.yaml:22:42 steps.trade-place.datum: there is no datum "trading_place"',
    ],
  },
  {
    rule: "datum-asked-once",
    deed: "asks for the same datum twice",
    file: flow,
    text: "type: ask, datum: nik",
    by: "type: ask, datum: work",
    says: [
      "flows/enrolment.yaml:13:3 data.nik: is neither asked, nor derived, nor set by a choice, nor optional",
      "flows/enrolment.yaml:31:34 steps.nik.datum: work is asked in work already",
    ],
  },
  {
    rule: "kind-can-be-asked",
    deed: "asks for what is only derived",
    file: flow,
    text: "type: ask, datum: nik }",
    by: "type: ask, datum: nik }\n  - { id: sex, type: ask, datum: sex }",
    says: [
      "flows/enrolment.yaml:32:5 steps.sex: its text enrolment.sex.ask is missing in locales/en/",
      "flows/enrolment.yaml:32:5 steps.sex: its text enrolment.sex.ask is missing in locales/id/",
      "flows/enrolment.yaml:32:34 steps.sex.datum: sex is a text, which cannot be asked",
    ],
  },
  {
    rule: "part-of-earlier",
    deed: "makes a question part of a later one",
    file: flow,
    text: "part_of: occupation, when",
    by: "part_of: period, when",
    says: [
      'flows/enrolment.yaml:22:64 steps.trade-place.part_of: no earlier question with a number of its own is called "period"',
    ],
  },
  {
    rule: "part-of-earlier",
    deed: "makes a question part of a part",
    file: flow,
    text: "datum: ecosystem, part_of: occupation",
    by: "datum: ecosystem, part_of: trade-place",
    says: [
      'flows/enrolment.yaml:23:60 steps.ecosystem.part_of: no earlier question with a number of its own is called "trade-place"',
    ],
  },
  {
    rule: "reopens-earlier",
    deed: "reopens a question that comes later",
    file: flow,
    text: "reopens: consent",
    by: "reopens: work",
    says: ['flows/enrolment.yaml:17:77 steps.declined.reopens: no earlier question answers "work"'],
  },
  {
    rule: "step-reachable",
    deed: "contradicts itself",
    file: flow,
    text: "when: { guard: is-trader }",
    by: "when: { all: [{ datum: work, is: alone }, { datum: work, is: employer }] }",
    says: ["flows/enrolment.yaml:22:5 steps.trade-place: no answers lead here"],
  },
  {
    rule: "step-reachable",
    deed: "asks those who have said no",
    file: flow,
    text: "id: work, type: ask, datum: work",
    by: 'id: work, type: ask, datum: work, when: { datum: consent, is: "no" }',
    says: [
      "flows/enrolment.yaml:18:5 steps.work: no answers lead here",
      "flows/enrolment.yaml:30:9 steps.period.says.staff: no answers lead here",
    ],
  },
  {
    rule: "bubble-reachable",
    deed: "says something to nobody",
    file: flow,
    text: "{ datum: birth_date, known: true }",
    by: "{ datum: birth_date, known: false }",
    says: ["flows/enrolment.yaml:30:9 steps.period.says.staff: no answers lead here"],
  },
  {
    rule: "question-answerable",
    deed: "leaves some people without a choice",
    file: lists,
    text: "  - value: market\n  - value: home",
    by: "  - value: market\n    when: { datum: work, is: alone }\n  - value: home\n    when: { datum: work, is: alone }",
    says: [
      "flows/enrolment.yaml:22:5 steps.trade-place: answers lead here that leave no choice to answer with",
    ],
  },
  {
    rule: "condition-datum-exists",
    deed: "mistypes a datum in a condition",
    file: flow,
    text: "{ datum: ecosystem, is: desa }",
    by: "{ datum: eco, is: desa }",
    says: [
      'flows/enrolment.yaml:29:41 steps.period.says.village.when.datum: there is no datum "eco"',
    ],
  },
  {
    rule: "condition-datum-exists",
    deed: "mistypes a datum in the condition of a choice",
    file: lists,
    text: "{ datum: work, is: employer }",
    by: "{ datum: works, is: employer }",
    says: ['flows/lists.yaml:20:20 period.12.when.datum: there is no datum "works"'],
  },
  {
    rule: "guard-exists",
    deed: "mistypes a guard",
    file: flow,
    text: "guard: is-trader",
    by: "guard: is-trading",
    says: [
      'flows/enrolment.yaml:22:91 steps.trade-place.when.guard: there is no guard "is-trading"',
    ],
  },
  {
    rule: "guard-data-exist",
    deed: "uses a guard that looks at a datum of another flow",
    file: flow,
    text: "guard: is-trader",
    by: "guard: outside-province",
    says: [
      'flows/enrolment.yaml:22:91 steps.trade-place.when.guard: looks at "village", which is no datum',
    ],
  },
  {
    rule: "condition-value-possible",
    deed: "compares with a value that no choice gives",
    file: flow,
    text: "is: desa",
    by: "is: village",
    says: [
      'flows/enrolment.yaml:29:56 steps.period.says.village.when.is: no answer to ecosystem is "village"',
    ],
  },
  {
    rule: "condition-value-possible",
    deed: "compares with what is never stored",
    file: flow,
    text: '{ datum: consent, is: "no" }',
    by: '{ datum: consent, in: ["no", read-more] }',
    says: [
      'flows/enrolment.yaml:17:67 steps.declined.when.in.2: no answer to consent is "read-more"',
    ],
  },
  {
    rule: "condition-value-possible",
    deed: "compares a date",
    file: flow,
    text: "{ datum: ecosystem, is: desa }",
    by: '{ datum: birth_date, is: "1980" }',
    says: [
      "flows/enrolment.yaml:29:57 steps.period.says.village.when.is: birth_date has no choices to compare with: name a guard",
    ],
  },
  {
    rule: "condition-in-order",
    deed: "looks at what is asked later",
    file: flow,
    text: "id: work, type: ask, datum: work",
    by: "id: work, type: ask, datum: work, when: { datum: ecosystem, is: desa }",
    says: [
      "flows/enrolment.yaml:18:56 steps.work.when.datum: looks at ecosystem, which is not known yet when work is reached",
    ],
  },
  {
    rule: "condition-in-order",
    deed: "lets a guard look at what is asked later",
    file: flow,
    text: "id: birth-date, type: ask, datum: birth_date",
    by: "id: birth-date, type: ask, datum: birth_date, when: { not: { guard: under-age } }",
    says: [
      "flows/enrolment.yaml:19:75 steps.birth-date.when.not.guard: looks at birth_date, which is not known yet when birth-date is reached",
    ],
  },
];
