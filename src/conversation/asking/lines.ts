/** The lines of the read-back, named by their number or by what stands in them: "9", "nomor 9", "alamat". */
import type { Option } from "../answers/kind.ts";
import { datumNamed } from "../besides/commands.ts";
import { change } from "../besides/corrections.ts";
import { type Here, pendingFor } from "../here.ts";
import type { Turn } from "../turn.ts";
import { putAside } from "./asking.ts";
import { choicesOf } from "./menu.ts";
import type { Reply } from "./picking.ts";
import { datumOfLine, numbered } from "./summary.ts";

/** "Yang mana yang keliru?" In the middle of the talk, what was answered so far is shown first. */
export function askWhich(here: Here): Turn {
  const text = here.tongue.wording.text("conversation.which-wrong");
  const turn = putAside(here, { kind: "which" }, { text });
  if (pendingFor(here, "confirm") !== undefined) return turn;
  const title = here.tongue.wording.text("conversation.answered-lines");
  return { ...turn, says: [{ text: [title, ...numbered(here)].join("\n") }, ...turn.says] };
}

/** The line that is wrong; undefined when the reply names none. */
export function sayWhich(here: Here, reply: Reply): Turn | undefined {
  const datum = reply.kind === "text" ? lineIn(here, reply.text) : undefined;
  return datum === undefined ? undefined : change(here, datum);
}

/**
 * Under the read-back, a number is a line that is wrong. Only number 1 is also the button that hands in, and that
 * cannot be taken back: it is asked.
 */
export function hearLine(here: Here, text: string): Turn | undefined {
  const datum = lineIn(here, text);
  if (datum === undefined) return undefined;
  if (Number(numberIn(text)) !== 1) return change(here, datum);
  return askLineOrSend(here, datum);
}

export function askLineOrSend(here: Here, datum: string): Turn {
  const text = here.tongue.wording.text("conversation.line-or-send");
  return putAside(here, { kind: "line-or-send", datum }, { text, ...choicesOf(lineOrSend(here)) });
}

/** The buttons of that question: `change` or `send`. */
export function lineOrSend({ tongue }: Here): readonly Option[] {
  return [
    { value: "change", label: tongue.wording.text("conversation.wrong-name") },
    { value: "send", label: tongue.wording.text("choices.confirm.yes") },
  ];
}

function lineIn(here: Here, text: string): string | undefined {
  const number = numberIn(text);
  return number === undefined ? datumNamed(text, here.tongue) : datumOfLine(Number(number));
}

/** One number of one or two digits, with few words before it. */
function numberIn(text: string): string | undefined {
  return /^\D{0,8}(\d{1,2})\D*$/.exec(text.normalize("NFKC"))?.[1];
}
