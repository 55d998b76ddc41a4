import { afterAll, expect, test } from "vitest";
import { flowCheck } from "../../src/cli/flow-check.ts";
import { openWorkshop } from "../broken-flows/sound-flow.ts";
import { heardTerminal } from "./heard-terminal.ts";

const workshop = openWorkshop();
afterAll(workshop.close);

const counted = "All well: 6 questions, 38 texts (id, en), 9 rows of rules.";
const ending =
  "About to end: the rule discount-other holds until 31 December 2026. Prepare what follows it.";

test.each([
  ["long before a rule ends", "2026-06-30T02:00:00.000Z", [counted]],
  ["31 days before, nothing is said yet", "2026-11-30T02:00:00.000Z", [counted]],
  ["30 days before, its author is told", "2026-12-01T02:00:00.000Z", [counted, ending]],
  ["on its last day, in Palembang", "2026-12-31T16:59:59.000Z", [counted, ending]],
  ["when it has ended, there is nothing left to prepare", "2026-12-31T17:00:00.000Z", [counted]],
])("a sound flow: %s", (_why, now, printed) => {
  const terminal = heardTerminal(workshop.sound);
  const code = flowCheck({ folder: workshop.sound, now: new Date(now) }, terminal);
  expect([code, terminal.printed, terminal.complained]).toEqual([0, printed, []]);
});

test("a table that has ended is a fault from the day on, in Palembang", () => {
  const folder = workshop.broken({
    file: "flows/rules/contributions.yaml",
    text: "to: null",
    by: 'to: "2026-12-31"',
  });
  const codes = ["2026-12-31T16:59:59.000Z", "2026-12-31T17:00:00.000Z"].map((now) =>
    flowCheck({ folder, now: new Date(now) }, heardTerminal(folder)),
  );
  expect(codes).toEqual([0, 1]);
});

test("a rule that another one follows needs no word", () => {
  const terminal = heardTerminal(workshop.sound);
  flowCheck({ folder: workshop.sound, now: new Date("2026-06-15T02:00:00.000Z") }, terminal);
  expect(terminal.printed).toEqual([counted]);
});

test("a broken flow: every fault with its place, then their number, and a code for scripts", () => {
  const folder = workshop.broken({
    file: "flows/enrolment.yaml",
    text: "reopens: consent",
    by: "reopens: works",
  });
  const terminal = heardTerminal(folder);
  const code = flowCheck({ folder, now: new Date("2026-06-15T02:00:00.000Z") }, terminal);
  expect([code, terminal.printed, terminal.complained]).toEqual([
    1,
    [],
    [
      'flows/enrolment.yaml:17:77 steps.declined.reopens: no earlier question answers "works"',
      "1 fault.",
    ],
  ]);
});
