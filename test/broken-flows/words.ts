/** Faults of texts and phrases. */
import type { BrokenFlow } from "./broken-flow.ts";

const id = "locales/id/enrolment.yaml";
const en = "locales/en/enrolment.yaml";

export const words: readonly BrokenFlow[] = [
  {
    rule: "text-there",
    deed: "forgets the text of a question",
    file: id,
    text: "work: { ask: Kerjanya bagaimana? }\n",
    by: "",
    says: [
      "flows/enrolment.yaml:18:5 steps.work: its text enrolment.work.ask is missing in locales/id/",
    ],
  },
  {
    rule: "text-there",
    deed: "forgets the example of a question that is answered in words",
    file: en,
    text: ", example: tapping rubber",
    by: "",
    says: [
      "flows/enrolment.yaml:21:5 steps.occupation: its text enrolment.occupation.example is missing in locales/en/",
    ],
  },
  {
    rule: "text-there",
    deed: "forgets what an end says",
    file: id,
    text: "declined: { say",
    by: "declined: { ask",
    says: [
      "flows/enrolment.yaml:17:5 steps.declined: its text enrolment.declined.say is missing in locales/id/",
      "locales/id/enrolment.yaml:7:13 declined.ask: missing in locales/en/",
    ],
  },
  {
    rule: "text-there",
    deed: "forgets the label of a choice",
    file: "locales/en/choices.yaml",
    text: "alone: Alone, ",
    by: "",
    says: [
      "flows/lists.yaml:7:5 work.alone: its text choices.work.alone is missing in locales/en/",
    ],
  },
  {
    rule: "text-there",
    deed: "forgets a bubble before a question",
    file: en,
    text: "village: In a village., ",
    by: "",
    says: [
      "flows/enrolment.yaml:29:9 steps.period.says.village: its text enrolment.period.village is missing in locales/en/",
    ],
  },
  {
    rule: "text-there",
    deed: "forgets an explanation",
    file: "locales/id/explain.yaml",
    text: 'price: "Mulai {lowest} sebulan."\n',
    by: "",
    says: ["flows/explain.yaml:3:5 topics.price: its text explain.price is missing in locales/id/"],
  },
  {
    rule: "text-in-every-language",
    deed: "adds a text in one language only",
    file: id,
    text: "nik: { ask",
    by: 'nik: { later: "Tidak apa-apa.", ask',
    says: ["locales/id/enrolment.yaml:15:8 nik.later: missing in locales/en/"],
  },
  {
    rule: "text-sound",
    deed: "forgets to close a variable",
    file: id,
    text: "{draft_days} hari",
    by: "{draft_days hari",
    says: [
      "locales/id/enrolment.yaml:6:7 consent.more.2: cannot be read: MALFORMED_ARGUMENT at letter 10",
    ],
  },
  {
    rule: "variables-alike",
    deed: "mistypes a variable in the translation",
    file: en,
    text: "{draft_days}",
    by: "{draft_day}",
    says: [
      "locales/en/enrolment.yaml:5:5 consent.more: compared with locales/id/, {draft_days} is missing, {draft_day} is too much",
      "locales/en/enrolment.yaml:5:5 consent.more: nothing stands for {draft_day} here",
    ],
  },
  {
    rule: "text-of-a-step",
    deed: "leaves the text of a step that was renamed",
    file: en,
    text: "nik: {",
    by: "ktp: { ask: What is your KTP? }\nnik: {",
    says: [
      "locales/en/enrolment.yaml:15:8 ktp.ask: missing in locales/id/",
      'locales/en/enrolment.yaml:15:8 ktp.ask: there is no step "ktp"',
    ],
  },
  {
    rule: "phrase-for-one",
    deed: "lets one phrase stand for two commands",
    file: "locales/id/words/commands.yaml",
    text: "questions: [questions]",
    by: "questions: [questions, Start!]",
    says: ['locales/id/words/commands.yaml:3:24 questions.2: "Start!" stands for start already'],
  },
  {
    rule: "command-known",
    deed: "names a command that does not exist",
    file: "locales/id/words/commands.yaml",
    text: "polite: [tolong]",
    by: "polite: [tolong]\ndance: [menari]",
    says: ["locales/id/words/commands.yaml:2:1 dance: there is no such command"],
  },
  {
    rule: "command-sayable",
    deed: "leaves a command without a phrase",
    file: "locales/id/words/commands.yaml",
    text: "start: [start]\n",
    by: "",
    says: ['locales/id/words/commands.yaml:1:1 no phrase stands for the command "start"'],
  },
  {
    rule: "topic-known",
    deed: "gives words for a topic that does not exist",
    file: "locales/id/words/questions.yaml",
    text: "price:",
    by: "weather: [hujan]\nprice:",
    says: ["locales/id/words/questions.yaml:2:1 weather: there is no such topic"],
  },
  {
    rule: "topic-askable",
    deed: "gives no words for a topic",
    file: "locales/en/words/questions.yaml",
    text: "price: [berapa, how much]\n",
    by: "",
    says: [
      "flows/explain.yaml:3:5 topics.price: locales/en/words/questions.yaml has no words by which people ask for it",
    ],
  },
  {
    rule: "data-name-known",
    deed: "names a datum that does not exist",
    file: "locales/id/words/data-names.yaml",
    text: "nik:",
    by: "shoe_size: [sepatu]\nnik:",
    says: ["locales/id/words/data-names.yaml:1:1 shoe_size: there is no such datum"],
  },
  {
    rule: "occupation-once",
    deed: "lists an occupation twice",
    file: "flows/occupations.yaml",
    text: "- { code: farmer",
    by: "- { code: farmer, ecosystem: ukm, sector: other }\n- { code: farmer",
    says: ['flows/occupations.yaml:2:11 farmer.code: another row has the code "farmer"'],
  },
  {
    rule: "occupation-sayable",
    deed: "lists an occupation that nobody can say",
    file: "locales/en/words/occupations.yaml",
    by: "{}\n",
    says: [
      "flows/occupations.yaml:1:3 farmer: locales/en/words/occupations.yaml has no words for farmer",
    ],
  },
  {
    rule: "occupation-known",
    deed: "gives words for an occupation that is not listed",
    file: "locales/id/words/occupations.yaml",
    text: "farmer:",
    by: "pilot: [pilot]\nfarmer:",
    says: ["locales/id/words/occupations.yaml:1:1 pilot: there is no such occupation"],
  },
  {
    rule: "text-there",
    deed: "forgets the name of an occupation",
    file: "locales/en/occupations.yaml",
    by: "",
    says: [
      "flows/occupations.yaml:1:3 farmer: its text occupations.farmer is missing in locales/en/",
    ],
  },
  {
    rule: "branch-of-a-regency",
    deed: "names the branch of a regency elsewhere",
    file: "flows/branches.yaml",
    text: '"16.71"',
    by: '"17.71"',
    says: ["flows/branches.yaml:1:1 17.71: there is no regency of this code"],
  },
];
