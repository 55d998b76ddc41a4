/** Where a conversation stands: the session in its moment, and what can be worked out from the two. */
import type { About, Option, Value } from "./answers/kind.ts";
import { kinds } from "./answers/kinds.ts";
import { derive } from "./flow/derivations.ts";
import { type Offer, offer } from "./flow/figures.ts";
import {
  type AskStep,
  type Condition,
  type Datum,
  holds,
  type KindName,
  type Known,
  type ListOption,
  type Step,
} from "./flow/flow.ts";
import { guardHolds } from "./flow/guards.ts";
import type { Tongue } from "./material.ts";
import type { Moment } from "./moment.ts";
import type { Answers, Session } from "./session.ts";
import { valuesOf } from "./wording/values.ts";
import type { Lookup } from "./wording/wording.ts";

export type Here = {
  readonly session: Session;
  readonly moment: Moment;
  readonly tongue: Tongue;
  readonly known: Known;
  /** Variables that any text may use. */
  readonly values: Lookup;
  /** What the person would pay; undefined until the income is known. */
  readonly offer: () => Offer | undefined;
  /** The first step that applies and is not answered: the next question, or the end that was reached. */
  readonly next: () => Step | undefined;
};

export function hereOf(session: Session, moment: Moment): Here {
  const found = new Map<string, Value | undefined>();
  const known: Known = (name) => {
    const answer = session.answers[name];
    if (answer !== undefined) return answer.value;
    if (!found.has(name)) found.set(name, derived(name));
    return found.get(name);
  };
  const derived = (name: string): Value | undefined => {
    const rule = moment.material.flow.data.get(name)?.derive;
    return rule === undefined ? undefined : derive(rule, known, moment.material);
  };
  const tongue = moment.material.tongues[session.language];
  const here: Here = {
    session,
    moment,
    tongue,
    known,
    values: (name) => values(name),
    offer: once(() => offer(known, moment)),
    next: once(() => firstOpen(here)),
  };
  const values = valuesOf(here);
  return here;
}

/** Worked out at the first call; the talk is asked the same things many times in a turn. */
function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

export function applies(here: Here, condition: Condition | undefined): boolean {
  return holds(condition, here.known, (name) => guardHolds(name, here.known, here.moment));
}

/** The step the talk stands at; undefined when nothing is left to ask. */
export function nextStep(here: Here): Step | undefined {
  return here.next();
}

/** The question that waits for an answer now. */
export function pendingStep(here: Here): AskStep | undefined {
  const step = nextStep(here);
  return here.session.phase === "enrolling" && step?.type === "ask" ? step : undefined;
}

/** The pending question, where it asks for this datum: a flow may have changed meanwhile. */
export function pendingFor(here: Here, datum: string): AskStep | undefined {
  const step = nextStep(here);
  return step?.type === "ask" && step.datum === datum ? step : undefined;
}

function firstOpen(here: Here): Step | undefined {
  const { steps } = here.moment.material.flow;
  const isNext = (step: Step) =>
    (step.type === "end" || isOpen(here, step)) && applies(here, step.when);
  const first = steps.find(isNext);
  if (first?.type === "end") return first;
  return steps.find((step) => isCorrected(here, step) && isNext(step)) ?? first;
}

/** What is being corrected comes first, also where it was told before its turn; but not what hangs on other answers. */
function isCorrected(here: Here, step: Step): boolean {
  if (step.type === "end" || step.datum !== here.session.former?.datum) return false;
  return dependsOf(here, step.datum).length === 0;
}

/** Not answered yet; what is optional is asked only of who wants to give it. */
function isOpen({ known, moment, session }: Here, { datum }: AskStep): boolean {
  if (known(datum) !== undefined) return false;
  return moment.material.flow.data.get(datum)?.optional !== true || session.wanted === datum;
}

/** The questions that apply and were answered by the person (not derived), in order. */
export function answeredSteps(here: Here): readonly AskStep[] {
  const { answers } = here.session;
  return here.moment.material.flow.steps.filter((step): step is AskStep => {
    if (step.type === "end") return false;
    if (answers[step.datum] !== undefined) return applies(here, step.when);
    return chosenIn(here, answers, step.datum) !== undefined;
  });
}

/**
 * What the person chose for a datum: its answer, or the choice that answers other data in its place ("Ada yang
 * membayarkan" is no number of months: it answers the payer).
 */
export function chosenIn(here: Here, answers: Answers, datum: string): Value | undefined {
  return answers[datum]?.value ?? rowInPlace(here, answers, datum)?.value;
}

/** The data that the choice made for `datum` answers besides. */
export function setWith(here: Here, datum: string): readonly string[] {
  const { answers } = here.session;
  const value = answers[datum]?.value;
  const row =
    value === undefined
      ? rowInPlace(here, answers, datum)
      : listOf(here, datum).find((row) => row.value === value);
  return Object.entries(row?.sets ?? {}).flatMap(([name, set]) => (set === null ? [] : [name]));
}

function rowInPlace(here: Here, answers: Answers, datum: string): ListOption | undefined {
  return listOf(here, datum).find(({ sets = {} }) => {
    const set = Object.entries(sets).filter(([, value]) => value !== null);
    return (
      sets[datum] === null &&
      set.length > 0 &&
      set.every(([name, value]) => answers[name]?.value === value)
    );
  });
}

function listOf(here: Here, datum: string): readonly ListOption[] {
  const { flow } = here.moment.material;
  return flow.lists.get(flow.data.get(datum)?.list ?? "") ?? [];
}

/** What stands on the screen for a datum, in order, in the person's language. */
export function optionsOf(here: Here, datum: string): readonly Option[] {
  const { flow, places } = here.moment.material;
  const list = flow.data.get(datum)?.list;
  if (list === "regencies") return places.regencies.map(optionOfPlace);
  if (list === "districts") {
    return places.districtsOf(String(here.known("regency"))).map(optionOfPlace);
  }
  return rowsOf(here, datum).map(({ value }) => ({
    value,
    label: here.tongue.wording.text(`choices.${list}.${value}`, here.values),
  }));
}

function optionOfPlace({ code, name }: { readonly code: string; readonly name: string }): Option {
  return { value: code, label: name };
}

/** The choices that are offered for a datum now, with what each does. */
export function rowsOf(here: Here, datum: string): readonly ListOption[] {
  return listOf(here, datum).filter((row) => applies(here, row.when));
}

/** What an answer to a question of the flow hangs on; whatever a step asks is among the flow's data. */
export function dependsOf({ moment }: Here, datum: string): readonly string[] {
  return (moment.material.flow.data.get(datum) as Datum).depends;
}

export function kindOf(here: Here, datum: string): KindName {
  return here.moment.material.flow.data.get(datum)?.kind ?? "text";
}

/** What a reader may look at, with these options on the screen. */
export function aboutOf(here: Here, options: readonly Option[]): About {
  const { today, trial, material } = here.moment;
  const { places, occupations } = material;
  return { today, trial, places, occupations, options, words: here.tongue.words };
}

/** The same for the question of a datum, whose list people may have other words for; its buttons where none are given. */
export function aboutAnswer(
  here: Here,
  datum: string,
  options: readonly Option[] = optionsOf(here, datum),
): About {
  return { ...aboutOf(here, options), list: here.moment.material.flow.data.get(datum)?.list };
}

/** A value as read back to the person. */
export function printed(here: Here, datum: string, value: Value): string {
  return kinds[kindOf(here, datum)].print(value, aboutOf(here, optionsOf(here, datum)));
}
