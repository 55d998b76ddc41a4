/** Faults of the words by which questions are compared. */
import type { BrokenFlow } from "./broken-flow.ts";

const file = "locales/en/words/asking.yaml";

export const asking: readonly BrokenFlow[] = [
  {
    rule: "asking-word-once",
    deed: "lets one word stand for two things",
    file,
    text: "small: [little]",
    by: "small: [little, Fee]",
    says: [`${file}:3:19 same.small.2: "Fee" stands for contribution already`],
  },
  {
    rule: "asking-word-once",
    deed: "passes over a word that stands for another",
    file,
    text: "nothing: [the]",
    by: "nothing: [the, price]",
    says: [`${file}:4:16 nothing.2: "price" stands for contribution already`],
  },
  {
    rule: "asking-group-tells",
    deed: "passes over a word after which a group is called",
    file,
    text: "nothing: [the]",
    by: "nothing: [the, contribution]",
    says: [
      `${file}:4:16 nothing.2: no word of the group contribution would tell anything: if so, it belongs to nothing_groups`,
    ],
  },
  {
    rule: "asking-group-tells",
    deed: "passes over a group that does not exist",
    file,
    text: "nothing_groups: [small]",
    by: "nothing_groups: [small, large]",
    says: [`${file}:5:25 nothing_groups.2: there is no such group`],
  },
  {
    rule: "elsewhere-sound",
    deed: "answers from elsewhere what an explanation answers",
    file,
    text: "elsewhere: [rain|snow today]",
    by: "elsewhere: [rain|snow today, much how the]",
    says: [`${file}:6:30 elsewhere.2: asks for price as well, by locales/en/words/questions.yaml`],
  },
  {
    rule: "elsewhere-sound",
    deed: "forgets a form, says a phrase twice, and one of small words alone",
    file,
    text: "elsewhere: [rain|snow today]",
    by: "elsewhere: [rain| today, the little, today snow|rain, snow|rain today]",
    says: [
      `${file}:6:13 elsewhere.1: a form is missing at |`,
      `${file}:6:26 elsewhere.2: tells nothing of what is asked`,
      `${file}:6:55 elsewhere.4: stands here twice`,
    ],
  },
];
