/** Faults of what is said: variables, labels, length, and figures that no rule gives. */
import type { BrokenFlow } from "./broken-flow.ts";

const id = "locales/id/enrolment.yaml";
/** A name of 49 letters. */
const long = "rumah-".repeat(8).concat("x");

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
    rule: "label-fits",
    deed: "writes a label that is cut off once its amount stands in it",
    file: "locales/id/choices.yaml",
    text: '"12": 12 bulan',
    by: '"12": "12 bulan penuh, {sum_12}"',
    says: [
      "locales/en/choices.yaml:5:31 period.12: compared with locales/id/, {sum_12} is missing",
      "locales/id/choices.yaml:5:31 period.12: may have 25 characters, where 20 are shown",
    ],
  },
  {
    rule: "text-fits",
    deed: "says more than stands above buttons on one of the channels",
    file: id,
    text: "declined: { say: Baik. }",
    by: `declined: { say: "${"kata ".repeat(204)}{contact}" }`,
    says: [
      "locales/en/enrolment.yaml:7:18 declined.say: compared with locales/id/, {contact} is missing",
      "locales/id/enrolment.yaml:7:18 declined.say: has 1029 characters, where 240 are read",
      "locales/id/enrolment.yaml:7:18 declined.say: may have 1140 characters, where whatsapp-cloud shows 1024 above buttons",
    ],
  },
  {
    rule: "text-fits",
    deed: "forgets what stands above and below a question",
    file: "locales/id/conversation.yaml",
    by: `way-to-help: "${"kata ".repeat(202)}"\n`,
    says: [
      "locales/id/conversation.yaml:1:1 way-to-help: missing in locales/en/",
      "locales/id/conversation.yaml:1:14 way-to-help: has 1010 characters, where 240 are read",
      ...[
        "3:8 consent.ask: may have 1027",
        "8:14 work.ask: may have 1029",
        "9:20 birth-date.ask: may have 1025",
        "12:21 trade-place.ask: may have 1028",
        "13:19 ecosystem.ask: may have 1027",
        "15:13 nik.ask: may have 1025",
      ].map((ask) => `${id}:${ask} characters, where whatsapp-cloud shows 1024 above buttons`),
    ],
  },
  {
    rule: "value-fits",
    deed: "gives a choice a value that no button carries",
    file: "flows/lists.yaml",
    text: "- value: home",
    by: `- value: ${long}`,
    says: [
      ...["en", "id"].map(
        (language) =>
          `flows/lists.yaml:14:5 trade_place.${long}: its text choices.trade_place.${long} is missing in locales/${language}/`,
      ),
      `flows/lists.yaml:14:12 trade_place.${long}.value: has 49 bytes, where a button of telegram carries 48`,
    ],
  },
  {
    rule: "value-fits",
    deed: "gives a topic a name that no button carries",
    file: "flows/explain.yaml",
    text: "{ name: price,",
    by: `{ name: ${long},`,
    says: [
      ...["en", "id"].map(
        (language) =>
          `flows/explain.yaml:3:5 topics.${long}: its text explain.${long} is missing in locales/${language}/`,
      ),
      ...["en", "id"].map(
        (language) =>
          `flows/explain.yaml:3:5 topics.${long}: locales/${language}/words/questions.yaml has no words by which people ask for it`,
      ),
      `flows/explain.yaml:3:13 topics.${long}.name: has 49 bytes, where a button of telegram carries 40`,
      ...["en", "id"].map(
        (language) => `locales/${language}/words/questions.yaml:2:1 price: there is no such topic`,
      ),
    ],
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
