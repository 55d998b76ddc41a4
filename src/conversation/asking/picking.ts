/** Which of a few buttons is meant, where these and nothing else are on offer. */

import type { Option } from "../answers/kind.ts";
import { kinds } from "../answers/kinds.ts";
import { commandIn } from "../besides/commands.ts";
import type { Said } from "../heard.ts";
import { aboutOf, type Here } from "../here.ts";
import type { Pair } from "./menu.ts";

/** A text or a tap; photos and voice notes answer nothing. */
export type Reply = Said;

/** The value of the option that a reply means, if any. A tap means its own button and nothing near it. */
export function pick(here: Here, options: readonly Option[], reply: Reply): string | undefined {
  if (reply.kind === "choice") return options.find(({ value }) => value === reply.value)?.value;
  const reading = kinds.choice.read(reply.text, aboutOf(here, options));
  return reading.kind === "understood" ? String(reading.value) : undefined;
}

/** The same for a yes and a no: besides the two buttons, whatever agrees or refuses. */
export function pickYesNo(here: Here, [yes, no]: Pair, reply: Reply): "yes" | "no" | undefined {
  const picked = pick(here, [yes, no], reply);
  if (picked !== undefined) return picked === yes.value ? "yes" : "no";
  // "Batal" sounds like a no, and is a command of its own.
  const isCommand = reply.kind === "choice" || commandIn(reply.text, here.tongue) !== undefined;
  return isCommand ? undefined : agreed(here, reply.text);
}

/** A yes or a no to a friendly question. */
export function agreed(here: Here, text: string): "yes" | "no" | undefined {
  const reading = kinds["yes-no"].read(text, aboutOf(here, []));
  return reading.kind === "understood" ? (reading.value as "yes" | "no") : undefined;
}
