/** What must hold for words/asking.yaml, by which questions are compared: each word stands for one thing, or for none. */
import { wordsIn } from "../../conversation/answers/plain.ts";
import { type Asking, termsOf } from "../../conversation/questions/terms.ts";
import { type Language, languages } from "../../conversation/wording/wording.ts";
import type { LoadedLanguage } from "../reading/loaded.ts";
import { type Check, remark } from "./check.ts";

export const askingChecks = {
  /** Of two groups the later one would win; and what stands for another word is never looked for as itself. */
  "asking-word-once": function* ({ languages: tongues }) {
    for (const { askingWords } of Object.values(tongues)) {
      const { value, source } = askingWords;
      const taken = new Map<string, string>();
      for (const { word, standsFor, path } of wordsOf(value)) {
        const first = taken.get(plainly(word));
        if (first === undefined) taken.set(plainly(word), standsFor);
        else yield remark(source, path, `"${word}" stands for ${first} already`);
      }
    }
  },

  /** A whole group that tells nothing is meant so, or its name is also a small word by chance. */
  "asking-group-tells": function* ({ languages: tongues }) {
    for (const { askingWords } of Object.values(tongues)) {
      const { value, source } = askingWords;
      for (const [index, word] of value.nothing.entries()) {
        if (!(word in value.same)) continue;
        const reason = `no word of the group ${word} would tell anything: if so, it belongs to nothing_groups`;
        yield remark(source, ["nothing", index], reason);
      }
      for (const [index, name] of value.nothing_groups.entries()) {
        if (name in value.same) continue;
        yield remark(source, ["nothing_groups", index], "there is no such group");
      }
    }
  },

  /** Who asks what others are asked must not be answered from our explanations, nor the other way round. */
  "elsewhere-sound": function* ({ languages: tongues }) {
    for (const language of languages) {
      const { askingWords, questions } = tongues[language];
      const { value, source } = askingWords;
      const taken = new Map(topicPhrases(language, tongues[language]));
      for (const [index, phrase] of value.elsewhere.entries()) {
        const path = ["elsewhere", index];
        const meant = meantBy(phrase, language, tongues[language]);
        const topic = taken.get(meant);
        taken.set(meant, "elsewhere");
        if (/(^|[ |])\||\|( |$)/.test(phrase)) yield remark(source, path, "a form is missing at |");
        if (meant === "") yield remark(source, path, "tells nothing of what is asked");
        else if (topic === "elsewhere") yield remark(source, path, "stands here twice");
        else if (topic !== undefined)
          yield remark(source, path, `asks for ${topic} as well, by ${questions.source.file}`);
      }
    }
  },
} satisfies Record<string, Check>;

/** Every word of the groups, then those that tell nothing. The name of a group is told of by the rule below it. */
function wordsOf({ same, nothing }: Asking) {
  return [
    ...Object.entries(same).flatMap(([name, others]) => [
      { word: name, standsFor: name, path: ["same", name] },
      ...others.map((word, at) => ({ word, standsFor: name, path: ["same", name, at] })),
    ]),
    ...nothing
      .map((word, at) => ({ word, standsFor: "nothing", path: ["nothing", at] }))
      .filter(({ word }) => !(word in same)),
  ];
}

/** Each phrase of words/questions.yaml as it is compared, and the topic it asks for. */
function topicPhrases(
  language: Language,
  loaded: LoadedLanguage,
): readonly (readonly [string, string])[] {
  return Object.entries(loaded.questions.value).flatMap(([topic, phrases]) =>
    phrases.map((phrase) => [meantBy(phrase, language, loaded), topic] as const),
  );
}

/** What is left of a phrase where it is compared: its words in the order of the alphabet, each in all its forms. */
function meantBy(phrase: string, language: Language, { askingWords }: LoadedLanguage): string {
  return phrase
    .split(phrase.includes("|") ? " " : /$/)
    .map((word) => termsOf(word.replaceAll("|", " "), askingWords.value, language))
    .map((forms) => [...new Set(forms)].toSorted().join("|"))
    .filter(Boolean)
    .toSorted()
    .join(" ");
}

function plainly(word: string): string {
  return wordsIn(word).join(" ");
}
