/** What must hold for the steps and their order. */
import type { EnrolmentFile } from "../reading/schemas.ts";
import { type Check, remark } from "./check.ts";

export const stepChecks = {
  "step-id-once": function* ({ enrolment }) {
    const ids = enrolment.value.steps.map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) === index) continue;
      yield remark(enrolment.source, ["steps", index, "id"], "another step has this id");
    }
  },

  "step-datum-exists": function* ({ enrolment }) {
    for (const { datum, path } of questions(enrolment.value)) {
      if (datum in enrolment.value.data) continue;
      yield remark(enrolment.source, [...path, "datum"], `there is no datum "${datum}"`);
    }
  },

  "datum-asked-once": function* ({ enrolment }) {
    const seen = new Map<string, string>();
    for (const { id, datum, path } of questions(enrolment.value)) {
      const first = seen.get(datum);
      if (first === undefined) seen.set(datum, id);
      else
        yield remark(enrolment.source, [...path, "datum"], `${datum} is asked in ${first} already`);
    }
  },

  /** A text is only derived: there is no way to read it from an answer. */
  "kind-can-be-asked": function* ({ enrolment }) {
    for (const { datum, path } of questions(enrolment.value)) {
      if (enrolment.value.data[datum]?.kind !== "text") continue;
      yield remark(
        enrolment.source,
        [...path, "datum"],
        `${datum} is a text, which cannot be asked`,
      );
    }
  },

  "part-of-earlier": function* ({ enrolment }) {
    const { steps } = enrolment.value;
    for (const [index, step] of steps.entries()) {
      if (step.type === "end" || step.part_of === undefined) continue;
      const whole = steps.slice(0, index).find(({ id }) => id === step.part_of);
      if (whole?.type === "ask" && whole.part_of === undefined) continue;
      const reason = `no earlier question with a number of its own is called "${step.part_of}"`;
      yield remark(enrolment.source, ["steps", index, "part_of"], reason);
    }
  },

  "reopens-earlier": function* ({ enrolment, knowledge }) {
    for (const [index, step] of enrolment.value.steps.entries()) {
      if (step.type === "ask" || step.reopens === undefined) continue;
      const answered = knowledge.answeredAt(step.reopens);
      if (answered !== undefined && answered < index) continue;
      const reason = `no earlier question answers "${step.reopens}"`;
      yield remark(enrolment.source, ["steps", index, "reopens"], reason);
    }
  },
} satisfies Record<string, Check>;

function questions({ steps }: EnrolmentFile) {
  return steps.flatMap((step, index) =>
    step.type === "ask" ? [{ id: step.id, datum: step.datum, path: ["steps", index] }] : [],
  );
}
