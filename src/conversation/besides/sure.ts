/** What cannot be taken back is asked first: erasing, withdrawing, cancelling, beginning anew. */
import { andThen, goOn, putAside, tell } from "../asking/asking.ts";
import { choicesOf, menuHere, menuOf, type Pair, saysOf } from "../asking/menu.ts";
import { pickYesNo, type Reply } from "../asking/picking.ts";
import { answeredSteps, type Here, hereOf, nextStep } from "../here.ts";
import { type Aside, newSession, type Session } from "../session.ts";
import type { Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";

type Deed = (Aside & { readonly kind: "sure" })["about"];

/** "Jadi dihapus?" */
export function sure(here: Here, about: Deed): Turn {
  const { wording } = here.tongue;
  const text = wording.text(
    `conversation.sure.${wordsFor(here, about)}`,
    valuesWith(here, whose(here)),
  );
  return putAside(here, { kind: "sure", about }, { text, ...choicesOf(yesOrNo(here, about)) });
}

/** Where nothing was answered here it may all be elsewhere; where others are on the phone, theirs stays. */
function wordsFor(here: Here, about: Deed): string {
  const { has } = here.tongue.wording;
  if (isShared(here)) return has(`conversation.sure.${about}-beside`) ? `${about}-beside` : about;
  return about === "erase" && isEmpty(here) ? "erase-empty" : about;
}

/** Nothing of a registration is kept in this seat. */
function isEmpty(here: Here): boolean {
  return answeredSteps(here).length === 0 && here.session.number === undefined;
}

function isShared({ moment }: Here): boolean {
  return moment.others !== undefined;
}

/** Whose answers go, where others on this phone have theirs: by name, or the one that is being filled in. */
function whose({ known, tongue, values }: Here): { readonly whose: string } {
  const isNamed = known("name") !== undefined;
  return {
    whose: isNamed ? String(values("you")) : tongue.wording.text("conversation.being-filled"),
  };
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
      return cancelled(here, hereOf({ ...blank, phase: "greeted" }, here.moment));
    case "erase":
    case "withdraw": {
      const own = { date: wording.date(here.moment.today) };
      const how = isShared(here) ? "-beside" : isEmpty(here) ? "-empty" : "";
      const key = `conversation.erased${how}`;
      return {
        session: blank,
        says: saysOf(wording.bubbles(key, valuesWith(then, own)), menuOf(then, menuHere(then))),
        effects: [{ kind: "erase", withdrawn: about === "withdraw" }],
      };
    }
  }
}

/** Where others are on the phone, who cancels is gone from it. */
function cancelled(here: Here, then: Here): Turn {
  // No step is left under a read-back that is not asked any more.
  const step = nextStep(here)?.id ?? "confirm";
  const key = isShared(here) ? "cancelled-beside" : "cancelled";
  const text = then.tongue.wording.text(`conversation.${key}`, then.values);
  const passed = { kind: "passed", step, event: "cancelled" } as const;
  const gone = { kind: "erase", withdrawn: false } as const;
  const effects = isShared(here) ? [passed, gone] : [passed];
  return { ...andThen(then, [{ text }]), effects };
}
