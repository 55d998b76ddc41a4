/**
 * What staff decided, told to the person. What they gave back is what is asked next: its answer is taken out, and
 * stands beside the question with the reason.
 */
import { menuOf, saysOf, type Tapped } from "../asking/menu.ts";
import { type Here, hereOf } from "../here.ts";
import type { Moment } from "../moment.ts";
import { type Returned, type Session, withoutAnswers, withoutAside } from "../session.ts";
import type { Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";

export type Decision = {
  readonly verdict: "accepted" | "returned" | "rejected";
  /** `about` a datum; `all` for a rejection. `code` is one of `flows/reasons.yaml`. */
  readonly reasons: readonly { readonly about: string; readonly code: string }[];
  readonly number: string;
  /** False where somebody else sits at the phone now. */
  readonly isAtPhone: boolean;
};

export function tellDecision(session: Session, moment: Moment, decision: Decision): Turn {
  const here = hereOf(session, moment);
  if (decision.verdict !== "returned") {
    return tell(here, decision, withoutAside(session));
  }
  const returned = decision.reasons.flatMap(({ about, code }): readonly Returned[] => {
    const old = session.answers[about];
    return old === undefined ? [] : [{ about, code, old }];
  });
  const data = returned.map(({ about }) => about);
  const { former: _former, ...kept } = withoutAside(withoutAnswers(session, data));
  const then: Session = { ...kept, phase: "paused", misread: 0, returned };
  // Said with what was known before: who gets a NIK back is still called by name.
  return tell(here, decision, then);
}

/**
 * Holds nothing but the first name: the phone may lie on a table. Whoever sits there may type a number or a label of the
 * buttons.
 */
function tell(here: Here, decision: Decision, session: Session): Turn {
  const { verdict, reasons, number, isAtPhone } = decision;
  const { wording } = here.tongue;
  const own = `conversation.decided.${verdict}-trial`;
  const key = here.moment.trial && wording.has(own) ? own : `conversation.decided.${verdict}`;
  const reason = reasons.map((one) => wording.text(`reasons.${one.about}.${one.code}`)).join(" ");
  const values = valuesWith(here, { reason, count: reasons.length });
  const options = menuOf(here, buttons[verdict]).map(({ value, label }) => ({
    // Where somebody else sits there now, the button says who is to sit down.
    value: isAtPhone ? value : `${value}:${number}`,
    label: value === "resume" ? wording.text("choices.commands.put-right") : label,
  }));
  const aside = { kind: "offered", options } as const;
  return {
    session: isAtPhone ? { ...session, aside } : session,
    says: saysOf(wording.bubbles(key, values), options),
    effects: [],
  };
}

const buttons: Readonly<Record<Decision["verdict"], readonly Tapped[]>> = {
  accepted: ["status"],
  returned: ["resume", "later", "staff"],
  rejected: ["staff", "done"],
};
