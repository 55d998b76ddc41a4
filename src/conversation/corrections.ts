/** Going back and correcting: an answer is taken back, and exactly what depended on it is asked again. */
import { goOn, pending } from "./asking.ts";
import { answeredSteps, type Here, hereOf, nextStep } from "./here.ts";
import { type Session, withoutAnswers } from "./session.ts";
import type { Turn } from "./turn.ts";

/** All data that must be asked again when `datum` gets another value, directly or through others. */
export function dependentsOf(here: Here, datum: string): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    for (const other of here.moment.material.flow.data.values()) {
      if (!other.depends.includes(name) || found.has(other.name)) continue;
      found.add(other.name);
      visit(other.name);
    }
  };
  visit(datum);
  return [...found];
}

/** Asks an answered datum again; the old answer stands beside the question until a new one is given. */
export function reopen(here: Here, datum: string): Turn {
  const before = withFormer(here.session);
  const answer = before.answers[datum];
  const session: Session = {
    ...withoutAnswers(before, [datum, ...setBy(here, datum)]),
    misread: 0,
    ...(answer === undefined ? {} : { former: { datum, answer } }),
  };
  return goOn(hereOf(session, here.moment));
}

/** One question back. */
export function goBack(here: Here): Turn {
  const upTo = nextStep(here);
  const steps = here.moment.material.flow.steps;
  const place = upTo === undefined ? steps.length : steps.indexOf(upTo);
  const last = answeredSteps(here)
    .filter((step) => steps.indexOf(step) < place)
    .at(-1);
  if (last !== undefined) return reopen(here, last.datum);
  const text = here.tongue.wording.text("conversation.nothing-before");
  return { session: here.session, says: [{ text }, ...pending(here)], effects: [] };
}

/** A correction that was begun and left: the old answer stands. */
function withFormer({ former, ...session }: Session): Session {
  if (former === undefined || session.answers[former.datum] !== undefined) return session;
  return { ...session, answers: { ...session.answers, [former.datum]: former.answer } };
}

/** "Tidak jadi" in the middle of a correction: the old answer stands again. */
export function keepFormer(here: Here): Turn | undefined {
  const { former } = here.session;
  if (former === undefined || here.session.answers[former.datum] !== undefined) return undefined;
  const session: Session = { ...withFormer(here.session), misread: 0 };
  const text = here.tongue.wording.text("conversation.kept-as-it-was");
  return goOn(hereOf(session, here.moment), [{ text }]);
}

/** The data that choices of this datum answer besides ("Ada yang membayarkan" answers the payer). */
function setBy(here: Here, datum: string): readonly string[] {
  const list = here.moment.material.flow.data.get(datum)?.list;
  const rows = list === undefined ? [] : (here.moment.material.flow.lists.get(list) ?? []);
  return [...new Set(rows.flatMap((row) => Object.keys(row.sets ?? {})))];
}
