/**
 * "Lanjut di WhatsApp", "pindah hp": a short code with which the registration goes on in another channel or on another
 * phone. What is told there is in `take-up.ts`.
 */

import { handing } from "../../enrolment/handover-code.ts";
import { andThen, putAside, tell } from "../asking/asking.ts";
import { choicesOf, saysOf } from "../asking/menu.ts";
import { pick, type Reply } from "../asking/picking.ts";
import { answeredSteps, type Here } from "../here.ts";
import type { Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { change } from "./corrections.ts";

/** How long a code opens, how long it can be taken back, and how long too many wrong ones are waited for. */
export const handingValues = {
  minutes: handing.minutes,
  back_hours: handing.backHours,
  wait: handing.waitMinutes,
} as const;

/** Says the code, what it opens and how; before the consent there is nothing to take along. */
export function goElsewhere(here: Here, datum?: string): Turn {
  const { wording } = here.tongue;
  const places = placesNamed(here);
  const open = { places, has_places: places === "" ? "no" : "yes" };
  if (!hasBegun(here)) {
    return andThen(here, [{ text: wording.text("elsewhere.nothing-yet", valuesWith(here, open)) }]);
  }
  if (datum !== undefined && answeredSteps(here).some((step) => step.datum === datum)) {
    return askWhichPhone(here, datum);
  }
  const code = here.moment.newCode();
  const bubbles = wording.bubbles(
    "elsewhere.code",
    valuesWith(here, { ...handingValues, ...open, code }),
  );
  return {
    session: { ...here.session, misread: 0 },
    says: saysOf(bubbles),
    effects: [{ kind: "hand-over", code }],
  };
}

/** Names of channels and where they are, each once: two ways into WhatsApp are one to whoever uses it. */
function placesNamed({ moment, tongue }: Here): string {
  const places = new Map<string, string | undefined>();
  for (const { channel, at } of moment.elsewhere ?? []) {
    const name = placeNamed(tongue.wording, channel);
    places.set(name, places.get(name) ?? at);
  }
  return [...places].map(([name, at]) => (at === undefined ? name : `${name} (${at})`)).join(", ");
}

/** A channel as people call it. */
export function placeNamed({ has, text }: Here["tongue"]["wording"], channel: string): string {
  const key = `elsewhere.places.${channel}`;
  return text(has(key) ? key : "elsewhere.places.other");
}

function hasBegun(here: Here): boolean {
  return answeredSteps(here).length > 0 || here.session.number !== undefined;
}

/** "Ganti hp": from another one, or another number? */
function askWhichPhone(here: Here, datum: string): Turn {
  const text = here.tongue.wording.text("elsewhere.which-phone");
  const choices = choicesOf(phoneOptions(here));
  return putAside(here, { kind: "elsewhere-or-change", datum }, { text, ...choices });
}

export function sayWhichPhone(here: Here, datum: string, reply: Reply): Turn | undefined {
  switch (pick(here, phoneOptions(here), reply)) {
    case "elsewhere":
      return goElsewhere(here);
    case "change":
      return here.session.phase === "submitted"
        ? tell(here, "already-handed-in")
        : change(here, datum);
    default:
      return undefined;
  }
}

function phoneOptions({ tongue }: Here) {
  return ["elsewhere", "change"].map((value) => ({
    value,
    label: tongue.wording.text(`choices.which-phone.${value}`),
  }));
}
