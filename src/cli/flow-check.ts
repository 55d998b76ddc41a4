/** `lindung flow check`: whether flows/ and locales/ hold together, and which rules are about to end. */

import { existsSync } from "node:fs";
import type { Content } from "../content/checks/check.ts";
import { openContent } from "../content/content.ts";
import { endingSoon } from "../content/coverage.ts";
import { printFault } from "../content/reading/fault.ts";
import { ruleRows } from "../content/rule-rows.ts";
import { languages } from "../conversation/wording/wording.ts";
import { todayIn } from "../enrolment/calendar.ts";
import type { Terminal } from "./terminal.ts";

export type CheckOptions = { readonly folder: string; readonly now: Date };

/** Prints what was counted and returns 0, or prints every fault and returns 1. */
export function flowCheck({ folder, now }: CheckOptions, terminal: Terminal): 0 | 1 {
  const { print, complain, wording } = terminal;
  if (!existsSync(folder)) {
    complain(wording.text("operator.flow-check.no-folder", { folder }));
    return 1;
  }
  const today = todayIn(now.toISOString());
  const opened = openContent(folder, today);
  if ("faults" in opened) {
    for (const fault of opened.faults) complain(printFault(fault));
    complain(wording.text("operator.flow-check.faults", { count: opened.faults.length }));
    return 1;
  }
  print(wording.text("operator.flow-check.ok", counts(opened.content)));
  for (const { id, to } of endingSoon(opened.content, today)) {
    print(wording.text("operator.flow-check.ending", { rule: id, until: wording.date(to) }));
  }
  return 0;
}

function counts(content: Content) {
  return {
    questions: content.material.flow.questions,
    texts: content.languages.id.texts.size,
    languages: languages.join(", "),
    rules: ruleRows(content).length,
  };
}
