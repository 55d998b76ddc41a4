/** Going back and correcting: an answer is taken back, and exactly what depended on it is asked again. */
import { goOn, goOnAgain, tell } from "../asking/asking.ts";
import type { AskStep, Flow } from "../flow/flow.ts";
import { answeredSteps, type Here, hereOf, nextStep, setWith } from "../here.ts";
import { type Session, withoutAnswers } from "../session.ts";
import type { Turn } from "../turn.ts";

/** All data that must be asked again when `datum` gets another value, directly or through others. */
export function dependentsOf({ data }: Flow, datum: string): readonly string[] {
  const found = new Set([datum]);
  // What is added while it is walked is walked as well.
  for (const name of found) {
    for (const other of data.values()) if (other.depends.includes(name)) found.add(other.name);
  }
  return [...found].slice(1);
}

/** Asks a datum (again); the old answer stands beside the question until a new one is given. */
export function reopen(here: Here, datum: string): Turn {
  const then = hereOf(withFormer(here.session), here.moment);
  const { answers } = then.session;
  const taken = [datum, ...setWith(then, datum)];
  const former = taken.flatMap((name) => {
    const answer = answers[name];
    return answer === undefined ? [] : [[name, answer] as const];
  });
  const session: Session = {
    ...withoutAnswers(then.session, taken),
    misread: 0,
    former: { datum, answers: Object.fromEntries(former) },
    ...(isOptional(here, datum) ? { wanted: datum } : {}),
  };
  return goOnAgain(hereOf(session, here.moment));
}

/** Asks a named datum again, or, where it is optional and its turn has come, for the first time. */
export function change(here: Here, datum: string): Turn {
  if (isAnswered(here, datum)) return reopen(here, datum);
  if (!isOptional(here, datum)) return tell(here, "not-answered-yet");
  const then = hereOf({ ...withFormer(here.session), misread: 0, wanted: datum }, here.moment);
  const step = nextStep(then);
  return step?.type === "ask" && step.datum === datum ? goOn(then) : tell(here, "not-answered-yet");
}

function isAnswered(here: Here, datum: string): boolean {
  return answeredSteps(here).some((step) => step.datum === datum);
}

function isOptional(here: Here, datum: string): boolean {
  return here.moment.material.flow.data.get(datum)?.optional === true;
}

/** One question back. */
export function goBack(here: Here): Turn {
  const last = stepsBehind(here).at(-1);
  return last === undefined ? tell(here, "nothing-before") : reopen(here, last.datum);
}

/** The answered questions before the one that is asked now. In a correction, later ones are answered too. */
export function stepsBehind(here: Here): readonly AskStep[] {
  const { steps } = here.moment.material.flow;
  const next = nextStep(here);
  const place = next === undefined ? steps.length : steps.indexOf(next);
  return answeredSteps(here).filter((step) => steps.indexOf(step) < place);
}

/** "Tidak jadi" in the middle of a correction: the old answer stands again. */
export function keepFormer(here: Here): Turn | undefined {
  const { former, wanted } = here.session;
  if (former === undefined && wanted === undefined) return undefined;
  const { wanted: _wanted, ...session } = withFormer(here.session);
  const text = here.tongue.wording.text("conversation.kept-as-it-was");
  return goOnAgain(hereOf({ ...session, misread: 0 }, here.moment), [{ text }]);
}

/** A correction that was begun and left: what was taken back for it stands again. */
function withFormer({ former, ...session }: Session): Session {
  return former === undefined
    ? session
    : { ...session, answers: { ...session.answers, ...former.answers } };
}
