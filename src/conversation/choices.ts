/** Buttons of a message, and the commands that a button may stand for. */
import type { Option } from "./answers/kind.ts";
import type { Say } from "./turn.ts";

/** Commands that appear as buttons. */
export type Tapped =
  | "again"
  | "start"
  | "questions"
  | "genuine"
  | "resume"
  | "later"
  | "status"
  | "new-person"
  | "done"
  | "staff"
  | "erase"
  | "withdraw";

/** The choices of a say; no key at all when there are none. */
export function choicesOf(options: readonly Option[]): Pick<Say, "choices"> {
  return options.length === 0 ? {} : { choices: options.map(({ value, label }) => ({ value, label })) };
}
