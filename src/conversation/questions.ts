/** Free questions: what a person asks in their own words is answered from the explanations. */
import { plain } from "./answers/plain.ts";
import { choicesOf } from "./choices.ts";
import { type Here, sharedValues } from "./here.ts";
import type { Topic } from "./material.ts";
import type { Say } from "./turn.ts";

/** The topics a text asks about, best first: those whose longest phrase stands in it as whole words. */
export function topicsIn(text: string, here: Here): readonly Topic[] {
  const said = ` ${plain(text)} `;
  const length = ({ name }: Topic) =>
    Math.max(
      0,
      ...(here.tongue.questions[name] ?? [])
        .map(plain)
        .filter((phrase) => said.includes(` ${phrase} `))
        .map((phrase) => phrase.length),
    );
  return here.moment.material.topics
    .map((topic) => ({ topic, length: length(topic) }))
    .filter((found) => found.length > 0)
    .sort((one, other) => other.length - one.length)
    .map(({ topic }) => topic);
}

/** The explanation of a topic. */
export function explain(topic: string, here: Here): readonly Say[] {
  return here.tongue.wording
    .bubbles(`explain.${topic}`, sharedValues(here))
    .map((text) => ({ text }));
}

/** "What would you like to know?" with the menu of topics. */
export function topicMenu(here: Here): Say {
  const { wording } = here.tongue;
  const options = here.moment.material.topics
    .filter(({ menu }) => menu)
    .map(({ name }) => ({ value: `explain-${name}`, label: wording.text(`choices.topics.${name}`) }));
  return { text: wording.text("conversation.which-topic"), ...choicesOf(options) };
}

/** The topic a tapped value stands for. */
export function topicOf(value: string, here: Here): string | undefined {
  return here.moment.material.topics.find(({ name }) => value === `explain-${name}`)?.name;
}
