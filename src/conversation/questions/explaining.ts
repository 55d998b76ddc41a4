/** Explanations: the text of a topic, and the buttons by which topics are offered. */
import type { Option } from "../answers/kind.ts";
import type { Here } from "../here.ts";
import type { Topic } from "../material.ts";
import type { Say } from "../turn.ts";

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

/** The topics as buttons: those of the menu, or these. */
export function topicOptions(
  { moment, tongue }: Here,
  names?: readonly string[],
): readonly Option[] {
  const { topics } = moment.material;
  const offered =
    names === undefined
      ? topics.filter(({ menu }) => menu)
      : names.flatMap((name) => topicNamed(topics, name) ?? []);
  return offered.map((topic) => ({
    value: tapOf(topic),
    label: tongue.wording.text(`choices.topics.${topic.name}`),
  }));
}

/** The topic a tapped value stands for. */
export function topicOf(value: string, { moment }: Here): Topic | undefined {
  return moment.material.topics.find((topic) => value === tapOf(topic));
}

/** Undefined where the flow has no such topic, or none any more. */
export function topicNamed(topics: readonly Topic[], name: string): Topic | undefined {
  return topics.find((topic) => topic.name === name);
}

/** No datum and no command is called so. */
function tapOf({ name }: Topic): string {
  return `explain-${name}`;
}
