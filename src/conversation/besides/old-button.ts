/** A button of a question that is behind: "sudah dijawab; ubah?" */
import { andThen, putAside, tell } from "../asking/asking.ts";
import { choicesOf, type Pair, pairIn } from "../asking/menu.ts";
import { pickYesNo, type Reply } from "../asking/picking.ts";
import { chosenIn, type Here, optionsOf, printed } from "../here.ts";
import type { Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { reopen, stepsBehind } from "./corrections.ts";

/** The question it stood below, or else the last answered one that has such a button; any other is no choice here. */
export function oldButton(here: Here, value: string, asked?: string): Turn {
  const { answers, phase } = here.session;
  const datum = stepsBehind(here).findLast(({ datum }) =>
    asked === undefined ? hasOption(here, datum, value) : datum === asked,
  )?.datum;
  const old = datum === undefined ? undefined : chosenIn(here, answers, datum);
  if (datum === undefined || old === undefined || phase !== "enrolling") {
    return tell(here, "unknown-choice");
  }
  const answer = printed(here, datum, old).replace(/^[✅❌🙋]\s*/u, "");
  const text = here.tongue.wording.text(
    "conversation.answered-before",
    valuesWith(here, { answer }),
  );
  const choices = choicesOf(changeOrNot(here));
  return putAside(here, { kind: "answered-before", datum }, { text, ...choices });
}

export function changeMind(here: Here, datum: string, reply: Reply): Turn | undefined {
  const picked = pickYesNo(here, changeOrNot(here), reply);
  if (picked === undefined) return undefined;
  return picked === "yes" ? reopen(here, datum) : andThen(here, []);
}

function changeOrNot(here: Here): Pair {
  return pairIn(here, "answered-before", "change", "resume");
}

function hasOption(here: Here, datum: string, value: string): boolean {
  return optionsOf(here, datum).some((option) => option.value === value);
}
