/** Buttons of a message, and those that stand for commands. */
import type { Option } from "../answers/kind.ts";
import type { CommandName } from "../besides/command-names.ts";
import type { Here } from "../here.ts";
import type { Say } from "../turn.ts";

/** Commands that appear as buttons; `again` is none, it only stands where the bot offers to ask again. */
export type Tapped =
  | "again"
  | Extract<
      CommandName,
      | "start"
      | "questions"
      | "genuine"
      | "resume"
      | "later"
      | "status"
      | "new-person"
      | "done"
      | "staff"
      | "call"
    >;

/** The choices of a say; no key at all when there are none. */
export function choicesOf(options: readonly Option[]): Pick<Say, "choices"> {
  return options.length === 0 ? {} : { choices: options };
}

/** Buttons that stand for commands. */
export function menuOf(here: Here, commands: readonly Tapped[]): readonly Option[] {
  return commands.map((value) => ({
    value,
    label: here.tongue.wording.text(`choices.commands.${value}`),
  }));
}

/** A yes and a no, or one and the other, with the labels `choices.<list>.<value>`. */
export function pairIn(here: Here, list: string, one: string, other: string): Pair {
  const option = (value: string) => ({
    value,
    label: here.tongue.wording.text(`choices.${list}.${value}`),
  });
  return [option(one), option(other)];
}

export type Pair = readonly [Option, Option];

/** What is offered where no question waits: before the talk has begun, at an end, while it rests, when it is over. */
export function menuHere({ session }: Here): readonly Tapped[] {
  switch (session.phase) {
    case "new":
    case "greeted":
      return ["start", "questions", "genuine"];
    case "enrolling":
      return atEnd;
    case "paused":
      return ["resume", "questions", "staff"];
    case "submitted":
      return ["status", "new-person", "done"];
  }
}

/** What is offered where an end was reached. */
export const atEnd: readonly Tapped[] = ["start", "questions", "staff"];

/** The bubbles as says, the buttons under the last. */
export function saysOf(
  bubbles: readonly string[],
  options: readonly Option[] = [],
): readonly Say[] {
  return bubbles.map((text, index) =>
    index === bubbles.length - 1 ? { text, ...choicesOf(options) } : { text },
  );
}
