import { afterAll, expect, test } from "vitest";
import { checks } from "../../src/content/checks.ts";
import { readContent } from "../../src/content/content.ts";
import { coverageRule } from "../../src/content/coverage.ts";
import { printFault } from "../../src/content/reading/fault.ts";
import { shapeRules } from "../../src/content/reading/shape.ts";
import type { CalendarDate } from "../../src/enrolment/calendar.ts";
import { asking } from "../broken-flows/asking.ts";
import { bounds } from "../broken-flows/bounds.ts";
import { data } from "../broken-flows/data.ts";
import { reasons } from "../broken-flows/reasons.ts";
import { rows } from "../broken-flows/rows.ts";
import { shape } from "../broken-flows/shape.ts";
import { openWorkshop } from "../broken-flows/sound-flow.ts";
import { speech } from "../broken-flows/speech.ts";
import { steps } from "../broken-flows/steps.ts";
import { words } from "../broken-flows/words.ts";

const ofTheTalk = [...data, ...steps, ...words, ...asking, ...speech];
const brokenFlows = [...shape, ...ofTheTalk, ...rows, ...bounds, ...reasons];
const workshop = openWorkshop();
afterAll(workshop.close);

test("the small flow is sound before it is broken", () => {
  expect(faultsIn(workshop.sound)).toEqual([]);
});

test.each(brokenFlows.map((broken) => [broken.rule, broken.deed, broken] as const))(
  "%s: an author %s",
  (rule, _deed, broken) => {
    const faults = faultsIn(workshop.broken(broken));
    expect(faults.map(printFault)).toEqual(broken.says);
    expect(faults.map((fault) => fault.rule)).toContain(rule);
  },
);

test("every rule has a broken flow", () => {
  const broken = new Set(brokenFlows.map(({ rule }) => rule));
  const rules = [...shapeRules, ...Object.keys(checks), coverageRule];
  expect(rules.filter((rule) => !broken.has(rule))).toEqual([]);
});

function faultsIn(folder: string) {
  const read = readContent(folder, "2026-11-25" as CalendarDate);
  return "faults" in read ? read.faults : [];
}
