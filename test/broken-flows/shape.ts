/** Faults of a file by itself. */
import type { BrokenFlow } from "./broken-flow.ts";

const flow = "flows/enrolment.yaml";
const lists = "flows/lists.yaml";

export const shape: readonly BrokenFlow[] = [
  {
    rule: "sound-yaml",
    deed: "forgets to close a bracket",
    file: flow,
    text: "  - { id: work, type: ask, datum: work }",
    by: "  - { id: work, type: ask, datum: work",
    says: [
      "flows/enrolment.yaml:19:3 a bracket is not closed, or the line after it is not indented: - { id: birth-date, type: ask, datum: birth_date }",
    ],
  },
  {
    rule: "duplicate-key",
    deed: "declares a datum twice",
    file: flow,
    text: "  sex:  ",
    by: "  nik:  ",
    says: ["flows/enrolment.yaml:14:3 the key nik stands here twice"],
  },
  {
    rule: "missing-file",
    deed: "moves a file away",
    file: lists,
    says: ["flows/lists.yaml:1:1 this file is missing"],
  },
  {
    rule: "unknown-file",
    deed: "puts vocabulary where nothing reads it",
    file: "locales/id/words/weather.yaml",
    by: "rain: [hujan]\n",
    says: ["locales/id/words/weather.yaml:1:1 nothing reads this file"],
  },
  {
    rule: "unknown-language",
    deed: "begins a language that the program does not speak",
    file: "locales/jv/choices.yaml",
    by: "consent: { yes: Nggih }\n",
    says: ["locales/jv:1:1 no language of this name is known; known are id, en"],
  },
  {
    rule: "unknown-key",
    deed: "mistypes a key",
    file: flow,
    text: "datum: work }",
    by: "datum: work, part-of: consent }",
    says: ['flows/enrolment.yaml:18:41 steps.work: unknown key "part-of"'],
  },
  {
    rule: "unknown-key",
    deed: "mistypes a key of a datum",
    file: flow,
    text: "birth_date: { kind: date, privacy",
    by: "birth_date: { kind: date, maxLenght: 10, privacy",
    says: ['flows/enrolment.yaml:6:29 data.birth_date: unknown key "maxLenght"'],
  },
  {
    rule: "missing-key",
    deed: "forgets how private a datum is",
    file: flow,
    text: "{ kind: date, privacy: personal }",
    by: "{ kind: date }",
    says: ['flows/enrolment.yaml:6:15 data.birth_date: "privacy" is missing'],
  },
  {
    rule: "missing-key",
    deed: "gives an end no condition, so that everybody would end there",
    file: flow,
    text: 'type: end, when: { datum: consent, is: "no" }',
    by: "type: end",
    says: ['flows/enrolment.yaml:17:5 steps.declined: "when" is missing'],
  },
  {
    rule: "unquoted",
    deed: "writes a value without quotation marks, which YAML makes a number of",
    file: lists,
    text: '"12"',
    by: "012",
    says: [
      'flows/lists.yaml:18:12 period.2.value: 012 is no text without quotation marks: write "012"',
    ],
  },
  {
    rule: "unquoted",
    deed: "writes a text that YAML makes a number of",
    file: "locales/id/enrolment.yaml",
    text: "example: nyadap karet",
    by: "example: 081234567890",
    says: [
      'locales/id/enrolment.yaml:11:44 occupation.example: 081234567890 is no text without quotation marks: write "081234567890"',
    ],
  },
  {
    rule: "unquoted",
    deed: "leaves a text empty",
    file: "locales/id/enrolment.yaml",
    text: "declined: { say: Baik. }",
    by: "declined: { say: }",
    says: ["locales/id/enrolment.yaml:7:18 declined.say: nothing stands here, where text is meant"],
  },
  {
    rule: "unquoted",
    deed: "sets a datum to true",
    file: lists,
    text: "{ payer: sponsor, period: null }",
    by: "{ payer: true, period: null }",
    says: [
      'flows/lists.yaml:22:20 period.sponsor.sets.payer: true is no text without quotation marks: write "true"',
    ],
  },
  {
    rule: "wrong-value",
    deed: "names a kind that does not exist",
    file: flow,
    text: "kind: date,",
    by: "kind: day,",
    says: [
      "flows/enrolment.yaml:6:23 data.birth_date.kind: must be one of address, choice, consent, date, income, nik, occupation, person-name, phone, place, text, yes-no",
    ],
  },
  {
    rule: "wrong-value",
    deed: "names a type of step that does not exist",
    file: flow,
    text: "id: work, type: ask",
    by: "id: work, type: question",
    says: ["flows/enrolment.yaml:18:23 steps.work.type: must be ask or end"],
  },
  {
    rule: "wrong-value",
    deed: "compares a datum in two ways at once",
    file: flow,
    text: '{ datum: consent, is: "no" }',
    by: '{ datum: consent, is: "no", known: true }',
    says: [
      "flows/enrolment.yaml:17:38 steps.declined.when: must be datum with is, in or known; or one of guard, not, all, any",
    ],
  },
  {
    rule: "wrong-value",
    deed: "gives a step an id with a capital letter",
    file: flow,
    text: "id: work,",
    by: "id: Work,",
    says: ["flows/enrolment.yaml:18:11 steps.Work.id: must be small letters, digits and -"],
  },
  {
    rule: "wrong-value",
    deed: "gives a datum a name with a hyphen",
    file: flow,
    text: "birth_date: {",
    by: "birth-date: {",
    says: ["flows/enrolment.yaml:6:15 data.birth-date: must be small letters, digits and _"],
  },
  {
    rule: "sound-yaml",
    deed: "cuts the list of villages off",
    file: "flows/places/sumsel.json",
    by: '{ "credit": "a test",\n',
    says: [
      "flows/places/sumsel.json:2:1 a quotation mark, bracket, comma or colon is missing: (end of the file)",
    ],
  },
  {
    rule: "wrong-value",
    deed: "numbers a district of another province",
    file: "flows/places/sumsel.json",
    text: '"16.71.01": ',
    by: '"17.71.01": ',
    says: [
      "flows/places/sumsel.json:4:30 districts.17.71.01: Invalid string: must match pattern /^16(\\.\\d{2}){1,2}(\\.\\d{4})?$/",
    ],
  },
  {
    rule: "place-within",
    deed: "drops the regency of a district",
    file: "flows/places/sumsel.json",
    text: '"16.71": ',
    by: '"16.72": ',
    says: [
      "flows/places/sumsel.json:4:18 districts.16.71.01: the place that it lies in is not listed",
    ],
  },
  {
    rule: "place-within",
    deed: "drops the district of a village",
    file: "flows/places/sumsel.json",
    text: '"16.71.01": ',
    by: '"16.71.02": ',
    says: [
      "flows/places/sumsel.json:5:17 villages.16.71.01.1001: the place that it lies in is not listed",
    ],
  },
];
