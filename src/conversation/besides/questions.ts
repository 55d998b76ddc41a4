/** Free questions: what a person asks in their own words is answered from the explanations. */

import type { Option } from "../answers/kind.ts";
import { wordsIn } from "../answers/plain.ts";
import type { Here } from "../here.ts";
import type { Topic } from "../material.ts";
import type { Say } from "../turn.ts";
import type { TopicPhrase } from "../wording/phrases.ts";
import { isQuestion } from "./commands.ts";

/** The topic a text asks about: the one whose phrase explains most of it. */
export function topicIn(text: string, here: Here): Topic | undefined {
  return topicNamed(mostIn(text, here)?.topic, here);
}

/** The same where the text is nothing else but a phrase of two words or more: it needs no question mark. */
export function wholeTopicIn(text: string, here: Here): Topic | undefined {
  const found = mostIn(text, here);
  const said = wordsIn(text);
  if (found === undefined || said.length < 2) return undefined;
  const { aroundQuestions, polite } = here.tongue.phrases;
  const isWhole = said.every(
    (word) => found.said.includes(word) || aroundQuestions.has(word) || polite.has(word),
  );
  return isWhole ? topicNamed(found.topic, here) : undefined;
}

/** Whether a text asks for something, also by a question word that comes last: "bayarnyo dimano". */
export function mayAsk(text: string, { tongue }: Here): boolean {
  const last = wordsIn(text).at(-1) ?? "";
  return isQuestion(text, tongue) || tongue.phrases.questionWords.includes(last);
}

type Found = {
  readonly topic: string;
  readonly order: number;
  readonly said: readonly string[];
  readonly letters: number;
};

function mostIn(text: string, { tongue }: Here): Found | undefined {
  const words = wordsIn(text);
  return [...new Set(words)]
    .flatMap((word) => tongue.phrases.topics.get(word) ?? [])
    .flatMap((phrase) => foundIn(words, phrase))
    .reduce<Found | undefined>(
      (most, found) => (most === undefined || isMore(found, most) ? found : most),
      undefined,
    );
}

/** Of two that explain as much, the one that is written first. */
function isMore(one: Found, other: Found): boolean {
  return one.letters === other.letters ? one.order < other.order : one.letters > other.letters;
}

function foundIn(words: readonly string[], phrase: TopicPhrase): readonly Found[] {
  const said = phrase.words.flatMap((forms) => forms.find((form) => words.includes(form)) ?? []);
  if (said.length < phrase.words.length) return [];
  const { topic, order } = phrase;
  return [{ topic, order, said, letters: said.join("").length }];
}

function topicNamed(name: string | undefined, { moment }: Here): Topic | undefined {
  return moment.material.topics.find((topic) => topic.name === name);
}

/** The topic a tapped value stands for. */
export function topicOf(value: string, here: Here): Topic | undefined {
  return here.moment.material.topics.find((topic) => value === tapOf(topic));
}

/** The explanation of a topic; where a figure of it is not known today, that it cannot be told. */
export function explain(
  { name, figures }: Pick<Topic, "name" | "figures">,
  here: Here,
): readonly Say[] {
  const { wording } = here.tongue;
  const isTellable = figures.every((figure) => here.values(figure) !== undefined);
  const key = isTellable ? `explain.${name}` : "conversation.cannot-answer";
  return wording.bubbles(key, here.values).map((text) => ({ text }));
}

/** The topics that are offered as buttons. */
export function topicOptions({ moment, tongue }: Here): readonly Option[] {
  return moment.material.topics
    .filter(({ menu }) => menu)
    .map((topic) => ({
      value: tapOf(topic),
      label: tongue.wording.text(`choices.topics.${topic.name}`),
    }));
}

/** No datum and no command is called so. */
function tapOf({ name }: Topic): string {
  return `explain-${name}`;
}
