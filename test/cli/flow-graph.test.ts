import { afterAll, expect, test } from "vitest";
import { flowGraph } from "../../src/cli/flow-graph.ts";
import { openContent } from "../../src/content/content.ts";
import { openWorkshop } from "../broken-flows/sound-flow.ts";

const workshop = openWorkshop();
afterAll(workshop.close);

/** The edges to trade-place, when it has this condition. */
function edgesFor(condition: string): readonly string[] {
  const folder = workshop.broken({
    file: "flows/enrolment.yaml",
    text: "{ guard: is-trader }",
    by: condition,
  });
  const opened = openContent(folder);
  if ("faults" in opened) throw new Error(opened.faults.map(({ why }) => why).join("\n"));
  return flowGraph(opened.content, "en")
    .edges.filter(({ to }) => to === "trade-place")
    .map(({ from, kind, label }) => `${from} ${kind} ${label}`.trim());
}

test.each([
  ["a guard by its name", "{ guard: is-trader }", "occupation when is trader"],
  ["the question's own datum is not named", "{ datum: work, is: alone }", "work when alone"],
  ["several values", "{ datum: work, in: [alone, employer] }", "work when alone / employer"],
  ["whatever the answer", "{ datum: work, known: true }", "work when answered"],
  ["no answer, or another one", "{ not: { datum: work, is: alone } }", "work when not alone"],
  [
    "of two questions, the later one decides",
    "{ all: [{ datum: work, is: alone }, { datum: birth_date, known: true }] }",
    "birth-date when work alone and answered",
  ],
  [
    "either of two",
    "{ any: [{ datum: work, is: alone }, { datum: birth_date, known: false }] }",
    "birth-date when work alone or not answered",
  ],
])("a condition on an edge: %s", (_why, condition, edge) => {
  expect(edgesFor(condition)).toEqual([edge]);
});
