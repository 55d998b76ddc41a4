/** What must hold for the ways through a flow. Looked at only where all names are right: else half the flow would fail. */
import { walk } from "../walk.ts";
import { type Check, remark } from "./check.ts";

export const reachChecks = {
  "step-reachable": function* ({ enrolment, material }) {
    const { reached } = walk(material.flow);
    for (const [index, { id }] of enrolment.value.steps.entries()) {
      if (reached.has(id)) continue;
      yield remark(enrolment.source, ["steps", index], "no answers lead here");
    }
  },

  "bubble-reachable": function* ({ enrolment, material }) {
    const { reached, said } = walk(material.flow);
    for (const [index, step] of enrolment.value.steps.entries()) {
      if (step.type === "end" || !reached.has(step.id)) continue;
      for (const [bubble, { text }] of step.says.entries()) {
        if (said.has(`${step.id}.${text}`)) continue;
        yield remark(enrolment.source, ["steps", index, "says", bubble], "no answers lead here");
      }
    }
  },

  "question-answerable": function* ({ enrolment, material }) {
    const { stuck } = walk(material.flow);
    for (const [index, { id }] of enrolment.value.steps.entries()) {
      if (!stuck.has(id)) continue;
      const reason = "answers lead here that leave no choice to answer with";
      yield remark(enrolment.source, ["steps", index], reason);
    }
  },
} satisfies Record<string, Check>;
