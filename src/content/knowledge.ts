/** When a datum is known: which step answers it, and from which step on a condition may look at it. */
import type { Loaded } from "./loaded.ts";
import type { Looks } from "./looks.ts";

export type Knowledge = {
  /** Position of the step that asks the datum, or whose choice sets it; undefined where none does. */
  readonly answeredAt: (datum: string) => number | undefined;
  /** Position of the first step whose condition may look at the datum; undefined where nothing ever answers it. */
  readonly readyAt: (datum: string) => number | undefined;
};

export function knowledgeOf({ enrolment, lists }: Loaded, looks: Looks): Knowledge {
  const { data, steps } = enrolment.value;
  const asked = new Map<string, number>();
  const set = new Map<string, number>();
  for (const [index, step] of steps.entries()) {
    if (step.type === "end") continue;
    keepFirst(asked, step.datum, index);
    const list = data[step.datum]?.list;
    for (const { sets } of (list === undefined ? undefined : lists.value[list]) ?? []) {
      for (const datum of Object.keys(sets ?? {})) keepFirst(set, datum, index);
    }
  }

  const readyAt = (datum: string, on: readonly string[] = []): number | undefined => {
    if (on.includes(datum)) return undefined;
    const question = asked.get(datum);
    const choice = set.get(datum);
    // A choice that sets a datum answers for its own question, so that question's condition may look at it.
    const ways = [question === undefined ? undefined : question + 1, choice, derivedAt(datum, on)];
    const known = ways.filter((way) => way !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  const derivedAt = (datum: string, on: readonly string[]): number | undefined => {
    const rule = data[datum]?.derive;
    if (rule === undefined) return undefined;
    const inputs = looks.ofDerivation(rule).map((input) => readyAt(input, [...on, datum]));
    return inputs.reduce<number | undefined>(
      (latest, input) => (latest === undefined || input === undefined ? undefined : Math.max(latest, input)),
      0,
    );
  };
  return { answeredAt: (datum) => asked.get(datum) ?? set.get(datum), readyAt: (datum) => readyAt(datum) };
}

function keepFirst(positions: Map<string, number>, datum: string, index: number): void {
  if (!positions.has(datum)) positions.set(datum, index);
}
