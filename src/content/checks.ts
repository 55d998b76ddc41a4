/** All checks by the name of the rule they hold the content to. Each has a broken flow in test/broken-flows/. */
import { askingChecks } from "./checks/asking.ts";
import type { Check, Content } from "./checks/check.ts";
import { conditionChecks } from "./checks/conditions.ts";
import { dataChecks } from "./checks/data.ts";
import { fitChecks } from "./checks/fits.ts";
import { labelChecks } from "./checks/labels.ts";
import { listChecks } from "./checks/lists.ts";
import { occupationChecks } from "./checks/occupations.ts";
import { phraseChecks } from "./checks/phrases.ts";
import { plausibleChecks } from "./checks/plausible.ts";
import { reachChecks } from "./checks/reach.ts";
import { reasonChecks } from "./checks/reasons.ts";
import { rowChecks } from "./checks/rows.ts";
import { speechChecks } from "./checks/speech.ts";
import { stepChecks } from "./checks/steps.ts";
import { textChecks } from "./checks/texts.ts";
import { variableChecks } from "./checks/variables.ts";
import type { Fault } from "./reading/fault.ts";

/** Names and order of the flow itself. */
const flowChecks = { ...dataChecks, ...stepChecks, ...conditionChecks, ...listChecks };

/** Texts, phrases and figures. */
const wordChecks = {
  ...textChecks,
  ...variableChecks,
  ...labelChecks,
  ...fitChecks,
  ...speechChecks,
  ...rowChecks,
  ...plausibleChecks,
  ...phraseChecks,
  ...askingChecks,
  ...occupationChecks,
  ...reasonChecks,
};

export const checks: Readonly<Record<string, Check>> = {
  ...flowChecks,
  ...reachChecks,
  ...wordChecks,
};

export function checked(content: Content): readonly Fault[] {
  const ofFlow = run(flowChecks, content);
  return [
    ...ofFlow,
    ...(ofFlow.length === 0 ? run(reachChecks, content) : []),
    ...run(wordChecks, content),
  ];
}

function run(some: Readonly<Record<string, Check>>, content: Content): readonly Fault[] {
  return Object.entries(some).flatMap(([rule, check]) =>
    [...check(content)].map((found) => ({ rule, ...found })),
  );
}
