/** Faults of what is said: variables, labels, length, and figures that no rule gives. */
import type { BrokenFlow } from "./broken-flow.ts";

const id = "locales/id/enrolment.yaml";

export const speech: readonly BrokenFlow[] = [
  {
    rule: "label-fits",
    deed: "writes a label that is cut off",
    file: "locales/id/choices.yaml",
    text: "alone: Sendiri",
    by: "alone: Sendiri saja tanpa karyawan",
    says: ["locales/id/choices.yaml:2:16 work.alone: has 27 characters, where 20 are shown"],
  },
  {
    rule: "variable-known",
    deed: "uses the variable of another text",
    file: "locales/id/conversation.yaml",
    by: 'progress: "{amount} dari {total}"\n',
    says: [
      "locales/id/conversation.yaml:1:1 progress: missing in locales/en/",
      "locales/id/conversation.yaml:1:11 progress: nothing stands for {amount} here",
    ],
  },
  {
    rule: "label-once",
    deed: "labels two buttons of one question alike",
    file: "locales/id/choices.yaml",
    text: "alone: Sendiri",
    by: "alone: Ada KARYAWAN.",
    says: [
      'locales/id/choices.yaml:2:41 work.employer: reads as the button "alone" of the same question',
    ],
  },
  {
    rule: "text-short",
    deed: "says three things at once, and at length",
    file: id,
    text: "declined: { say: Baik. }",
    by: `declined: { say: "Baik. ${"Kata ".repeat(60)}. Selesai." }`,
    says: [
      "locales/id/enrolment.yaml:7:18 declined.say: has 3 sentences, where 2 are read",
      "locales/id/enrolment.yaml:7:18 declined.say: has 316 characters, where 240 are read",
    ],
  },
  {
    rule: "text-short",
    deed: "hides a third sentence in a branch",
    file: "locales/id/explain.yaml",
    text: '"Mulai {lowest} sebulan."',
    by: '"Mulai {lowest} sebulan. {trial, select, yes {Ini percobaan. Sabar.} other {Baik.}}"',
    says: [
      "locales/en/explain.yaml:2:8 price: compared with locales/id/, {trial} is missing",
      "locales/id/explain.yaml:2:8 price: has 3 sentences, where 2 are read",
    ],
  },
  ...[
    ["an amount", "Iurannya Rp16.800.", "Rp16.800."],
    ["an amount in words", "Mulai 17 ribu sebulan.", "17 ribu"],
    ["a percentage", "Ada potongan 50 %.", "50 %"],
    ["an age", "Sampai umur 65.", "umur 65"],
    ["a year", "Berlaku sampai 2027.", "2027"],
  ].map(([what, text, figure]) => ({
    rule: "figure-typed",
    deed: `types ${what} into a sentence`,
    file: id,
    text: "declined: { say: Baik. }",
    by: `declined: { say: "${text}" }`,
    says: [
      `locales/id/enrolment.yaml:7:18 declined.say: "${figure}" is typed in: name a figure of flows/rules/, or say in flows/typed-figures.yaml why not`,
    ],
  })),
  {
    rule: "figure-spared",
    deed: "leaves an exception for a figure that is gone",
    file: "flows/typed-figures.yaml",
    by: "- { text: enrolment.declined, why: an example }\n",
    says: ["flows/typed-figures.yaml:1:11 enrolment.declined.text: no figure is typed there"],
  },
];
