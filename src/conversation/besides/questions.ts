/** Free questions: what a person asks in their own words is answered from the explanations. */

import type { Option } from "../answers/kind.ts";
import { plain } from "../answers/plain.ts";
import type { Here } from "../here.ts";
import type { Topic } from "../material.ts";
import type { Say } from "../turn.ts";

/** The topic a text asks about: the one whose phrase is the longest that stands in it as whole words. */
export function topicIn(text: string, here: Here): Topic | undefined {
  const said = ` ${plain(text)} `;
  const found = here.tongue.phrases.topics.find(({ phrase }) => said.includes(` ${phrase} `));
  return here.moment.material.topics.find(({ name }) => name === found?.topic);
}

/** The topic a tapped value stands for. */
export function topicOf(value: string, here: Here): Topic | undefined {
  return here.moment.material.topics.find((topic) => value === tapOf(topic));
}

/** The explanation of a topic; where a figure of it is not known today, that it cannot be told. */
export function explain({ name, figures }: Topic, here: Here): readonly Say[] {
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
