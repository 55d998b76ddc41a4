/** What must hold for the phrases by which people ask for commands, topics and data. */
import { plain } from "../../conversation/answers/plain.ts";
import { commandNames } from "../../conversation/besides/command-names.ts";
import { elsewhere } from "../../conversation/questions/search.ts";
import { besideCommands } from "../../conversation/wording/phrases.ts";
import { languages } from "../../conversation/wording/wording.ts";
import type { LoadedLanguage, Sourced } from "../reading/loaded.ts";
import type { Phrases } from "../reading/schemas.ts";
import { type Check, remark, remarkOnKey } from "./check.ts";

export const phraseChecks = {
  /** Else which of the two is meant would depend on the order of a file. */
  "phrase-for-one": function* (content) {
    for (const { value, source } of phraseFiles(content)) {
      const taken = new Map<string, string>();
      for (const [name, index, phrase] of phrasesIn(value)) {
        const first = taken.get(plain(phrase));
        if (first === undefined) taken.set(plain(phrase), name);
        else if (first !== name)
          yield remark(source, [name, index], `"${phrase}" stands for ${first} already`);
      }
    }
  },

  "command-known": function* (content) {
    const known: readonly string[] = [...commandNames, ...besideCommands];
    for (const language of languages) {
      const { value, source } = content.languages[language].commands;
      for (const name of Object.keys(value)) {
        if (!known.includes(name)) yield remarkOnKey(source, [name], "there is no such command");
      }
    }
  },

  "command-sayable": function* (content) {
    for (const language of languages) {
      const { value, source } = content.languages[language].commands;
      for (const name of commandNames) {
        if (!(name in value))
          yield remark(source, [], `no phrase stands for the command "${name}"`);
      }
    }
  },

  "topic-known": function* (content) {
    const topics = content.topics.value.topics.map(({ name }) => name);
    for (const language of languages) {
      const { questions, examples } = content.languages[language];
      for (const name of Object.keys(questions.value)) {
        if (topics.includes(name)) continue;
        yield remarkOnKey(questions.source, [name], "there is no such topic");
      }
      for (const name of Object.keys(examples.value)) {
        if (topics.includes(name) || name === elsewhere) continue;
        yield remarkOnKey(examples.source, [name], "there is no such topic");
      }
    }
  },

  "topic-askable": function* (content) {
    for (const language of languages) {
      const { questions } = content.languages[language];
      for (const [index, { name }] of content.topics.value.topics.entries()) {
        if (name in questions.value) continue;
        const reason = `${questions.source.file} has no words by which people ask for it`;
        yield remark(content.topics.source, ["topics", index], reason);
      }
    }
  },

  "data-name-known": function* (content) {
    for (const language of languages) {
      const { value, source } = content.languages[language].dataNames;
      for (const name of Object.keys(value)) {
        if (name in content.enrolment.value.data) continue;
        yield remarkOnKey(source, [name], "there is no such datum");
      }
    }
  },
} satisfies Record<string, Check>;

function phraseFiles(content: {
  readonly languages: Readonly<Record<string, LoadedLanguage>>;
}): readonly Sourced<Phrases>[] {
  return Object.values(content.languages).flatMap(({ commands, questions, dataNames }) => [
    commands,
    questions,
    dataNames,
  ]);
}

function phrasesIn(phrases: Phrases): readonly (readonly [string, number, string])[] {
  return Object.entries(phrases)
    .filter(([name]) => !besideCommands.some((beside) => beside === name))
    .flatMap(([name, list]) => list.map((phrase, index) => [name, index, phrase] as const));
}
