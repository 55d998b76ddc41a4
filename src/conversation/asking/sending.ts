/** "Lanjut", "gas" under the read-back may mean the talk or the handing in, which cannot be taken back: it is asked. */
import { plain } from "../answers/plain.ts";
import { type Here, pendingFor } from "../here.ts";
import type { Turn } from "../turn.ts";
import { accept } from "./answering.ts";
import { goOnAgain, putAside } from "./asking.ts";
import { choicesOf, type Pair } from "./menu.ts";
import { pickYesNo, type Reply } from "./picking.ts";

/** Asks whether it is to be sent now, where the text would hand in and only says to go on; undefined elsewhere. */
export function askToSend(here: Here, text: string): Turn | undefined {
  if (!isOnlyGoingOn(here, text)) return undefined;
  const ask = here.tongue.wording.text("conversation.send-now");
  return putAside(here, { kind: "send" }, { text: ask, ...choicesOf(sendOrLook(here)) });
}

/** Hands in, or reads it all back again. */
export function sendOrLookAgain(here: Here, reply: Reply): Turn | undefined {
  const step = pendingFor(here, "confirm");
  const picked = pickYesNo(here, sendOrLook(here), reply);
  if (step === undefined || picked === undefined) return undefined;
  if (picked === "no") return goOnAgain(here);
  return accept(here, step, "yes", reply.kind === "choice" ? "tapped" : "typed");
}

function sendOrLook({ tongue }: Here): Pair {
  return [
    { value: "send", label: tongue.wording.text("choices.confirm.yes") },
    { value: "look", label: tongue.wording.text("conversation.look-again") },
  ];
}

function isOnlyGoingOn({ tongue }: Here, text: string): boolean {
  const said = ` ${squeezed(plain(text))} `;
  return tongue.phrases.goingOn.some((phrase) => said.includes(` ${squeezed(phrase)} `));
}

/** A letter written twice or more counts once. */
function squeezed(said: string): string {
  return said.replace(/(\p{L})\1+/gu, "$1");
}
