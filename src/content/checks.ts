/** All checks by the name of the rule they hold the content to. Each has a broken flow in test/broken-flows/. */
import type { Check, Content } from "./checks/check.ts";
import { conditionChecks } from "./checks/conditions.ts";
import { dataChecks } from "./checks/data.ts";
import { listChecks } from "./checks/lists.ts";
import { phraseChecks } from "./checks/phrases.ts";
import { rowChecks } from "./checks/rows.ts";
import { stepChecks } from "./checks/steps.ts";
import { textChecks } from "./checks/texts.ts";
import type { Fault } from "./fault.ts";

export const checks: Readonly<Record<string, Check>> = {
  ...dataChecks,
  ...stepChecks,
  ...conditionChecks,
  ...listChecks,
  ...textChecks,
  ...rowChecks,
  ...phraseChecks,
};

export function checked(content: Content): readonly Fault[] {
  return Object.entries(checks).flatMap(([rule, check]) =>
    [...check(content)].map((found) => ({ rule, ...found })),
  );
}
