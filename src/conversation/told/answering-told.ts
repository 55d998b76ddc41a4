/** The answer to "Tadi ditulis …, itu pekerjaannya?": a yes takes it, a no asks the question as ever. */
import type { Value } from "../answers/kind.ts";
import { plain } from "../answers/plain.ts";
import { accept } from "../asking/answering.ts";
import { andThen } from "../asking/asking.ts";
import { pickYesNo, type Reply } from "../asking/picking.ts";
import { readAnswer } from "../asking/reading.ts";
import { commandIn } from "../besides/commands.ts";
import type { AskStep } from "../flow/flow.ts";
import { type Here, hereOf, pendingFor } from "../here.ts";
import { withoutTold } from "../session.ts";
import type { Turn } from "../turn.ts";
import { asTold } from "./asking-told.ts";

/** Undefined where the reply is heard as usual. */
export function answerTold(here: Here, datum: string, reply: Reply): Turn | undefined {
  const step = pendingFor(here, datum);
  const told = step && understood(here, step, here.session.told?.[datum] ?? "");
  if (step === undefined || told === undefined) return undefined;
  switch (agreement(here, reply)) {
    case "yes":
      return accept(here, step, told, reply.kind === "choice" ? "tapped" : "typed");
    case "no":
      return andThen(without(here, datum), []);
    case undefined: {
      const other = reply.kind === "text" ? rightInstead(here, step, reply.text) : undefined;
      return other === undefined ? undefined : accept(here, step, other, "typed");
    }
  }
}

function understood(here: Here, step: AskStep, text: string): Value | undefined {
  const reading = readAnswer(here, step, text);
  return reading.kind === "understood" ? reading.value : undefined;
}

function without(here: Here, datum: string): Here {
  return hereOf(withoutTold(here.session, datum), here.moment);
}

/** "Salah" is a no here, and nothing to correct. */
function agreement(here: Here, reply: Reply): "yes" | "no" | undefined {
  if (reply.kind === "text") {
    const command = commandIn(reply.text, here.tongue);
    if (command?.name === "change" && command.datum === undefined) return "no";
  }
  return pickYesNo(here, asTold(here), reply);
}

/** "Bukan, jual sayur": what follows the no. */
function rightInstead(here: Here, step: AskStep, text: string): Value | undefined {
  const { no, mild_no } = here.tongue.words.agreement;
  const [, first = "", rest = ""] = /^\s*(\S+?)\s*,\s*(.+)$/s.exec(text) ?? [];
  return [...no, ...mild_no].includes(plain(first)) ? understood(here, step, rest) : undefined;
}
