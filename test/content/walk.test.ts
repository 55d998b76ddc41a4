import { expect, test } from "vitest";
import { walk } from "../../src/content/walk.ts";
import type { AskStep, Datum, Flow, ListOption, Step } from "../../src/conversation/flow/flow.ts";

test.each<[string, Step["when"], boolean]>([
  ["a yes or no may be no", { datum: "wait", is: "no" }, true],
  ["and is nothing else", { datum: "wait", is: "maybe" }, false],
  ["free text may be one of its choices", { datum: "phone", is: "none" }, true],
  ["or anything else", { not: { datum: "phone", is: "none" } }, true],
  [
    "but never both",
    { all: [{ datum: "phone", is: "none" }, { not: { datum: "phone", is: "none" } }] },
    false,
  ],
  ["a place of a list is known", { datum: "regency", known: true }, true],
  ["and cannot be unknown once it was asked", { datum: "regency", known: false }, false],
  ["what is derived may be what a condition names", { datum: "sector", is: "transport" }, true],
  ["or may not be found", { datum: "sector", known: false }, true],
  ["a guard may hold", { guard: "g" }, true],
  [
    "but not in one place while it fails in the other",
    { all: [{ guard: "g" }, { not: { guard: "g" } }] },
    false,
  ],
])("reachable: %s", (_why, when, isReachable) => {
  const last: AskStep = { ...ask("last"), ...(when === undefined ? {} : { when }) };
  const flow = flowOf([ask("wait"), ask("phone"), ask("regency"), last]);
  expect(walk(flow).reached.has("last")).toBe(isReachable);
});

test("a choice that sets another datum answers it, and one that takes it back leaves it open", () => {
  const options: ListOption[] = [
    { value: "self", sets: { last: "x" } },
    { value: "later", sets: { payer: null } },
  ];
  const after: AskStep = { ...ask("after"), when: { datum: "payer", known: false } };
  const other: AskStep = { ...ask("other"), when: { datum: "last", is: "x" } };
  const flow = flowOf([ask("payer"), after, other], options);
  expect([...walk(flow).reached]).toEqual(["payer", "after", "other"]);
});

function flowOf(steps: readonly Step[], options: readonly ListOption[] = []): Flow {
  const data: readonly Datum[] = [
    datum("wait", { kind: "yes-no" }),
    datum("phone", { kind: "phone", list: "phone" }),
    datum("regency", { kind: "choice", list: "regencies" }),
    datum("sector", { kind: "text", derive: "some-rule" }),
    datum("payer", { kind: "choice", list: "payer" }),
    datum("last", { kind: "address" }),
    datum("after", { kind: "address" }),
    datum("other", { kind: "address" }),
  ];
  return {
    name: "test",
    data: new Map(data.map((shape) => [shape.name, shape])),
    steps,
    lists: new Map([
      ["phone", [{ value: "none" }]],
      ["payer", options],
    ]),
    questions: steps.length,
  };
}

function ask(name: string): AskStep {
  return { type: "ask", id: name, datum: name, number: 1, says: [] };
}

function datum(name: string, shape: Partial<Datum>): Datum {
  return { name, kind: "text", privacy: "plain", depends: [], optional: false, ...shape };
}
