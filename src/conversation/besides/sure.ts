/** What cannot be taken back is asked first: erasing, withdrawing, cancelling, beginning anew. */
import { andThen, goOn, putAside, tell } from "../asking/asking.ts";
import { choicesOf, menuHere, menuOf, type Pair, saysOf } from "../asking/menu.ts";
import { pickYesNo, type Reply } from "../asking/picking.ts";
import { type Here, hereOf, nextStep } from "../here.ts";
import { type Aside, newSession, type Session } from "../session.ts";
import type { Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";

type Deed = (Aside & { readonly kind: "sure" })["about"];

/** "Jadi dihapus?" */
export function sure(here: Here, about: Deed): Turn {
  const text = here.tongue.wording.text(`conversation.sure.${about}`, here.values);
  return putAside(here, { kind: "sure", about }, { text, ...choicesOf(yesOrNo(here, about)) });
}

/** Does it or leaves it; undefined when the reply is neither a yes nor a no. */
export function decide(here: Here, about: Deed, reply: Reply): Turn | undefined {
  switch (pickYesNo(here, yesOrNo(here, about), reply)) {
    case undefined:
      return undefined;
    case "no":
      return tell(here, "left-as-it-is");
    case "yes":
      return carryThrough(here, about);
  }
}

/** Values of their own: a "yes" that is still on the screen from another question must destroy nothing. */
function yesOrNo({ tongue }: Here, about: Deed): Pair {
  const label = (answer: string) => tongue.wording.text(`choices.sure-${about}.${answer}`);
  return [
    { value: about, label: label("yes") },
    { value: "keep", label: label("no") },
  ];
}

function carryThrough(here: Here, about: Deed): Turn {
  const blank: Session = {
    ...newSession(here.moment.now),
    language: here.session.language,
  };
  const then = hereOf(blank, here.moment);
  const { wording } = here.tongue;
  switch (about) {
    case "restart":
      return goOn(then, [{ text: wording.text("conversation.restarted") }]);
    case "cancel":
      return cancelled(hereOf({ ...blank, phase: "greeted" }, here.moment), nextStep(here)?.id);
    case "erase":
    case "withdraw": {
      const date = wording.date(here.moment.today);
      return {
        session: blank,
        says: saysOf(
          wording.bubbles("conversation.erased", valuesWith(then, { date })),
          menuOf(then, menuHere(then)),
        ),
        effects: [{ kind: "erase", withdrawn: about === "withdraw" }],
      };
    }
  }
}

/** `step` is where it was cancelled; no step is left under a read-back that is not asked any more. */
function cancelled(then: Here, step = "confirm"): Turn {
  const text = then.tongue.wording.text("conversation.cancelled", then.values);
  return { ...andThen(then, [{ text }]), effects: [{ kind: "passed", step, event: "cancelled" }] };
}
