/** What must hold for the conditions of steps, bubbles and choices. */
import { guards } from "../../conversation/flow/guards.ts";
import { type Atom, placedAtoms } from "../conditions.ts";
import type { Loaded } from "../reading/loaded.ts";
import type { Path } from "../reading/source.ts";
import { type Check, remark } from "./check.ts";

export const conditionChecks = {
  "condition-datum-exists": function* (content) {
    for (const { atom, source, path } of placedAtoms(content)) {
      if ("guard" in atom || atom.datum in content.enrolment.value.data) continue;
      yield remark(source, [...path, "datum"], `there is no datum "${atom.datum}"`);
    }
  },

  "guard-exists": function* (content) {
    for (const { atom, source, path } of placedAtoms(content)) {
      if (!("guard" in atom) || atom.guard in guards) continue;
      yield remark(source, [...path, "guard"], `there is no guard "${atom.guard}"`);
    }
  },

  "guard-data-exist": function* (content) {
    for (const { atom, source, path } of placedAtoms(content)) {
      if (!("guard" in atom)) continue;
      for (const datum of content.looks.ofGuard(atom.guard)) {
        if (datum in content.enrolment.value.data) continue;
        yield remark(source, [...path, "guard"], `looks at "${datum}", which is no datum`);
      }
    }
  },

  "condition-value-possible": function* (content) {
    for (const { atom, source, path } of placedAtoms(content)) {
      for (const { datum, value, place } of comparisons(atom)) {
        const values = valuesOf(content, datum);
        if (values === "any" || values.includes(value)) continue;
        const reason =
          values.length === 0
            ? `${datum} has no choices to compare with: name a guard`
            : `no answer to ${datum} is "${value}"`;
        yield remark(source, [...path, ...place], reason);
      }
    }
  },

  "condition-in-order": function* (content) {
    const { data, steps } = content.enrolment.value;
    for (const { atom, source, path, step } of placedAtoms(content)) {
      if (step === undefined) continue;
      const looks = "guard" in atom ? content.looks.ofGuard(atom.guard) : [atom.datum];
      for (const datum of looks.filter((datum) => datum in data)) {
        const ready = content.knowledge.readyAt(datum);
        if (ready !== undefined && ready <= step) continue;
        const here = steps[step]?.id ?? "";
        const place = "guard" in atom ? "guard" : "datum";
        const reason = `looks at ${datum}, which is not known yet when ${here} is reached`;
        yield remark(source, [...path, place], reason);
      }
    }
  },
} satisfies Record<string, Check>;

/** The values a condition compares with, and where they stand in it. */
function comparisons(
  atom: Atom,
): readonly { readonly datum: string; readonly value: string; readonly place: Path }[] {
  if ("is" in atom) return [{ datum: atom.datum, value: atom.is, place: ["is"] }];
  if (!("in" in atom)) return [];
  return atom.in.map((value, index) => ({ datum: atom.datum, value, place: ["in", index] }));
}

/** The values an answer to the datum can have; "any" where nothing limits them. */
function valuesOf({ enrolment, lists, places }: Loaded, datum: string): readonly string[] | "any" {
  const { kind = "text", list } = enrolment.value.data[datum] ?? {};
  if (kind === "yes-no") return ["yes", "no"];
  if (kind === "text") return "any";
  if (list === "regencies") return places.regencies.map(({ code }) => code);
  if (list === "districts") return "any";
  const options = list === undefined ? [] : (lists.value[list] ?? []);
  return options.filter(({ does }) => does === undefined).map(({ value }) => value);
}
