/** When a datum is known: which question settles it, and from which step on a condition may look at it. */

import type { Looks } from "./looks.ts";
import type { Loaded } from "./reading/loaded.ts";

export type Knowledge = {
  /** Position of the step that asks the datum, or whose choices set it; undefined where none does. */
  readonly answeredAt: (datum: string) => number | undefined;
  /** Position of the question after which the datum is known, also where it is derived; undefined where it never is. */
  readonly settledAt: (datum: string) => number | undefined;
  /** Position of the first step whose condition may look at the datum; undefined where it is never known. */
  readonly readyAt: (datum: string) => number | undefined;
};

/** By the position of a question, and of the first step that may look. */
type Way = { readonly settled: number; readonly ready: number };

export function knowledgeOf({ enrolment, lists }: Loaded, looks: Looks): Knowledge {
  const { data, steps } = enrolment.value;
  const asked = new Map<string, number>();
  const set = new Map<string, number>();
  for (const [index, step] of steps.entries()) {
    if (step.type === "end") continue;
    keepFirst(asked, step.datum, index);
    const list = data[step.datum]?.list;
    for (const { sets = {} } of (list === undefined ? undefined : lists.value[list]) ?? []) {
      for (const datum of Object.keys(sets)) keepFirst(set, datum, index);
    }
  }

  const wayTo = (datum: string, on: readonly string[] = []): Way | undefined => {
    // Two data that are derived from each other are never known.
    if (on.includes(datum)) return undefined;
    const question = asked.get(datum);
    const choice = set.get(datum);
    const ways: readonly (Way | undefined)[] = [
      question === undefined ? undefined : { settled: question, ready: question + 1 },
      // A choice that sets a datum answers for its own question, so that question's condition may look at it.
      choice === undefined ? undefined : { settled: choice, ready: choice },
      derived(datum, on),
    ];
    return ways
      .filter((way) => way !== undefined)
      .toSorted((one, other) => one.ready - other.ready)[0];
  };
  const derived = (datum: string, on: readonly string[]): Way | undefined => {
    const rule = data[datum]?.derive;
    if (rule === undefined) return undefined;
    const inputs = looks.ofDerivation(rule).map((input) => wayTo(input, [...on, datum]));
    const known = inputs.filter((way) => way !== undefined);
    if (known.length < inputs.length) return undefined;
    return known.toSorted((one, other) => other.ready - one.ready)[0];
  };
  return {
    answeredAt: (datum) => asked.get(datum) ?? set.get(datum),
    settledAt: (datum) => wayTo(datum)?.settled,
    readyAt: (datum) => wayTo(datum)?.ready,
  };
}

function keepFirst(positions: Map<string, number>, datum: string, index: number): void {
  if (!positions.has(datum)) positions.set(datum, index);
}
