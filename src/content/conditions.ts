/** Where the conditions of a flow stand, and what each of them looks at. */
import type { Condition } from "../conversation/flow/flow.ts";
import type { Loaded, Sourced } from "./reading/loaded.ts";
import type { Lists, RawStep } from "./reading/schemas.ts";
import type { Path, Source } from "./reading/source.ts";

/** A condition that asks nothing of others: a datum compared, or a guard. */
export type Atom = Exclude<Condition, { not: unknown } | { all: unknown } | { any: unknown }>;

export type PlacedAtom = {
  readonly atom: Atom;
  readonly source: Source;
  readonly path: Path;
  /** Position of the step at which it is looked at; undefined where no question shows the list. */
  readonly step: number | undefined;
};

/** All of a flow, of its steps, of their bubbles and of the choices. */
export function placedAtoms({
  enrolment,
  lists,
}: Pick<Loaded, "enrolment" | "lists">): readonly PlacedAtom[] {
  const ofSteps = enrolment.value.steps.flatMap((step, index) =>
    stepConditions(step, ["steps", index]).flatMap(({ condition, path }) =>
      atomsIn(condition, path).map((found) => ({
        ...found,
        source: enrolment.source,
        step: index,
      })),
    ),
  );
  const ofChoices = Object.keys(lists.value).flatMap((list) => {
    const step = enrolment.value.steps.findIndex(
      (step) => step.type === "ask" && enrolment.value.data[step.datum]?.list === list,
    );
    return choiceAtoms(list, lists).map((found) => ({
      ...found,
      step: step === -1 ? undefined : step,
    }));
  });
  return [...ofSteps, ...ofChoices];
}

/** What a condition looks at, whatever it is made of. */
export function atomsIn(
  condition: Condition,
  path: Path = [],
): readonly { readonly atom: Atom; readonly path: Path }[] {
  if ("not" in condition) return atomsIn(condition.not, [...path, "not"]);
  if ("all" in condition) {
    return condition.all.flatMap((part, index) => atomsIn(part, [...path, "all", index]));
  }
  if ("any" in condition) {
    return condition.any.flatMap((part, index) => atomsIn(part, [...path, "any", index]));
  }
  return [{ atom: condition, path }];
}

function stepConditions(step: RawStep, path: Path) {
  const own = step.when === undefined ? [] : [{ condition: step.when, path: [...path, "when"] }];
  if (step.type === "end") return own;
  const ofBubbles = step.says.flatMap(({ when }, index) =>
    when === undefined ? [] : [{ condition: when, path: [...path, "says", index, "when"] }],
  );
  return [...own, ...ofBubbles];
}

function choiceAtoms(list: string, { value, source }: Sourced<Lists>) {
  return (value[list] ?? []).flatMap(({ when }, index) =>
    when === undefined
      ? []
      : atomsIn(when, [list, index, "when"]).map((found) => ({ ...found, source })),
  );
}
