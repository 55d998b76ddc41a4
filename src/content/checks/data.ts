/** What must hold for the data of a flow. */
import { derivations } from "../../conversation/flow/derivations.ts";
import { type Check, placeLists, remark, remarkOnKey } from "./check.ts";

export const dataChecks = {
  "list-exists": function* ({ enrolment, lists }) {
    for (const [name, { list }] of Object.entries(enrolment.value.data)) {
      if (list === undefined || placeLists.includes(list) || list in lists.value) continue;
      yield remark(enrolment.source, ["data", name, "list"], `there is no list "${list}"`);
    }
  },

  "list-needed": function* ({ enrolment }) {
    for (const [name, { kind, list }] of Object.entries(enrolment.value.data)) {
      if ((kind !== "choice" && kind !== "consent") || list !== undefined) continue;
      yield remark(enrolment.source, ["data", name], `a ${kind} needs a list`);
    }
  },

  "derivation-exists": function* ({ enrolment }) {
    for (const [name, { derive }] of Object.entries(enrolment.value.data)) {
      if (derive === undefined || derive in derivations) continue;
      yield remark(
        enrolment.source,
        ["data", name, "derive"],
        `there is no derivation "${derive}"`,
      );
    }
  },

  "derivation-data-exist": function* ({ enrolment, looks }) {
    const { data } = enrolment.value;
    for (const [name, { derive }] of Object.entries(data)) {
      if (derive === undefined) continue;
      for (const input of looks.ofDerivation(derive).filter((input) => !(input in data))) {
        const reason = `looks at "${input}", which is no datum`;
        yield remark(enrolment.source, ["data", name, "derive"], reason);
      }
    }
  },

  "depends-exists": function* ({ enrolment }) {
    const { data } = enrolment.value;
    for (const [name, { depends }] of Object.entries(data)) {
      for (const [index, other] of depends.entries()) {
        if (other in data) continue;
        yield remark(
          enrolment.source,
          ["data", name, "depends", index],
          `there is no datum "${other}"`,
        );
      }
    }
  },

  /** Two data that wait for each other would be asked for ever, or derived for ever. */
  "no-circle": function* ({ enrolment, looks }) {
    const { data } = enrolment.value;
    const needs = (name: string): readonly string[] => {
      const { depends = [], derive } = data[name] ?? {};
      return [...depends, ...(derive === undefined ? [] : looks.ofDerivation(derive))];
    };
    for (const name of Object.keys(data)) {
      const circle = wayBack(name, needs);
      if (circle === undefined) continue;
      yield remarkOnKey(
        enrolment.source,
        ["data", name],
        `depends on itself: ${circle.join(" ← ")}`,
      );
    }
  },

  "datum-answered": function* ({ enrolment, knowledge }) {
    for (const [name, { derive, optional }] of Object.entries(enrolment.value.data)) {
      if (optional || derive !== undefined || knowledge.answeredAt(name) !== undefined) continue;
      const reason = "is neither asked, nor derived, nor set by a choice, nor optional";
      yield remarkOnKey(enrolment.source, ["data", name], reason);
    }
  },
} satisfies Record<string, Check>;

/** The shortest way from a datum over what it needs back to itself. */
function wayBack(
  name: string,
  needs: (name: string) => readonly string[],
): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[name]];
  for (const way of ways) {
    for (const next of needs(way.at(-1) ?? name)) {
      if (next === name) return [...way, name];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
