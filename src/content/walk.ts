/**
 * Walks a flow in every way a person could answer it, to find what nobody can reach. Only answers that a condition
 * looks at are told apart, so that the ways stay few.
 */
import {
  type AskStep,
  type Condition,
  type Flow,
  holds,
  type ListOption,
  type Step,
} from "../conversation/flow/flow.ts";
import { placeLists } from "./checks/check.ts";
import { type Atom, atomsIn } from "./conditions.ts";

/** What is known on one way: the value of a datum; of a guard, under `guard <name>`, yes or no. */
type State = ReadonlyMap<string, string>;

export type Walk = {
  readonly reached: ReadonlySet<string>;
  /** `<step>.<bubble>` */
  readonly said: ReadonlySet<string>;
  /** Questions that on some way offer no choice that answers them. */
  readonly stuck: ReadonlySet<string>;
};

/** An answer that no condition names. */
const other = "(other)";

export function walk(flow: Flow): Walk {
  const found = { reached: new Set<string>(), said: new Set<string>(), stuck: new Set<string>() };
  let states: readonly State[] = [new Map()];
  for (const [index, step] of flow.steps.entries()) {
    const before = states.flatMap((state) => decided(state, conditionsAt(step, flow), flow));
    const passing = before.filter((state) => !isTrue(step.when, state));
    const arriving = before.filter((state) => isTrue(step.when, state));
    if (arriving.length > 0) found.reached.add(step.id);
    // At an end nobody goes on.
    const after =
      step.type === "end" ? [] : arriving.flatMap((state) => ask(step, state, flow, found));
    states = alike([...passing, ...after], lookedAtAfter(index, flow));
  }
  return found;
}

/** Notes what is said, and gives the states after the answer. */
function ask(
  step: AskStep,
  state: State,
  flow: Flow,
  found: { readonly said: Set<string>; readonly stuck: Set<string> },
): readonly State[] {
  for (const { text, when } of step.says) {
    if (isTrue(when, state)) found.said.add(`${step.id}.${text}`);
  }
  const after = answers(state, step.datum, flow);
  if (after.length === 0) found.stuck.add(step.id);
  return after;
}

/** The states after a question was answered. */
function answers(state: State, datum: string, flow: Flow): readonly State[] {
  if (state.has(datum)) return [state];
  const shape = flow.data.get(datum);
  if (shape?.kind === "yes-no") return ["yes", "no"].map((value) => known(state, datum, value));
  const isFree = shape?.kind !== "choice" && shape?.kind !== "consent";
  const offered = optionsOf(datum, flow).filter(
    ({ does, when }) => does === undefined && isTrue(when, state),
  );
  const chosen = offered.map(({ value, sets = {} }) => {
    const after = new Map(state).set(datum, value);
    for (const [name, set] of Object.entries(sets)) {
      if (set === null) after.delete(name);
      else after.set(name, set);
    }
    return after;
  });
  const isOfPlaces = placeLists.includes(shape?.list ?? "");
  return isFree || isOfPlaces ? [...chosen, known(state, datum, other)] : chosen;
}

/** The states that a state stands for once each guard and each derived datum that is looked at is decided. */
function decided(state: State, conditions: readonly Condition[], flow: Flow): readonly State[] {
  let states: readonly State[] = [state];
  for (const name of new Set(
    conditions.flatMap((part) => atomsIn(part)).map(({ atom }) => nameOf(atom)),
  )) {
    const possible = possibleValues(name, flow);
    states = states.flatMap((state) =>
      state.has(name) || possible.length === 0
        ? [state]
        : possible.map((value) => (value === undefined ? state : known(state, name, value))),
    );
  }
  return states;
}

/** What a guard, or a datum that is derived, may turn out to be. Of others: nothing, they are answered when asked. */
function possibleValues(name: string, flow: Flow): readonly (string | undefined)[] {
  if (name.startsWith("guard ")) return ["yes", "no"];
  if (flow.data.get(name)?.derive === undefined) return [];
  const listed = optionsOf(name, flow).map(({ value }) => value);
  return [undefined, ...listed, ...valuesNamed(name, flow), other];
}

function valuesNamed(datum: string, flow: Flow): readonly string[] {
  return flow.steps
    .flatMap((step) => conditionsAt(step, flow))
    .flatMap((condition) => atomsIn(condition))
    .flatMap(({ atom }) => {
      if ("guard" in atom || atom.datum !== datum || "known" in atom) return [];
      return "is" in atom ? [atom.is] : atom.in;
    });
}

/** Of states that later conditions cannot tell apart, one. */
function alike(states: readonly State[], names: ReadonlySet<string>): readonly State[] {
  const different = new Map<string, State>();
  for (const state of states) {
    const kept = new Map([...state].filter(([name]) => names.has(name)).toSorted());
    different.set(JSON.stringify([...kept]), kept);
  }
  return [...different.values()];
}

/** What tells states apart from here on. A guard, once decided, stays so: what it looks at was asked before. */
function lookedAtAfter(index: number, flow: Flow): ReadonlySet<string> {
  const later = flow.steps.slice(index + 1);
  const data = later
    .flatMap((step) => conditionsAt(step, flow))
    .flatMap((condition) => atomsIn(condition))
    .map(({ atom }) => nameOf(atom));
  return new Set([...data, ...later.flatMap((step) => (step.type === "ask" ? [step.datum] : []))]);
}

/** All conditions that matter when the step is reached: its own, of its bubbles, of its choices. */
function conditionsAt(step: Step, flow: Flow): readonly Condition[] {
  const parts = step.type === "end" ? [] : [...step.says, ...optionsOf(step.datum, flow)];
  return [step, ...parts].flatMap(({ when }) => (when === undefined ? [] : [when]));
}

function optionsOf(datum: string, flow: Flow): readonly ListOption[] {
  const list = flow.data.get(datum)?.list;
  return (list === undefined ? undefined : flow.lists.get(list)) ?? [];
}

function isTrue(condition: Condition | undefined, state: State): boolean {
  return holds(
    condition,
    (datum) => state.get(datum),
    (guard) => state.get(`guard ${guard}`) === "yes",
  );
}

function nameOf(atom: Atom): string {
  return "guard" in atom ? `guard ${atom.guard}` : atom.datum;
}

function known(state: State, name: string, value: string): State {
  return new Map(state).set(name, value);
}
