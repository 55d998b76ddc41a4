/** Where a conversation stands: the session in its moment, and what can be worked out from the two. */
import { dayAfter } from "../enrolment/calendar.ts";
import { kinds } from "./answers/kinds.ts";
import type { About, Option, Value, Values } from "./answers/kind.ts";
import { derive } from "./derivations.ts";
import { figures } from "./figures.ts";
import { type AskStep, type Condition, type Known, holds, type ListOption, type Step } from "./flow.ts";
import { guardHolds } from "./guards.ts";
import type { Tongue } from "./material.ts";
import type { Moment } from "./moment.ts";
import type { Session } from "./session.ts";

export type Here = {
  readonly session: Session;
  readonly moment: Moment;
  readonly tongue: Tongue;
  readonly known: Known;
};

export function hereOf(session: Session, moment: Moment): Here {
  const known: Known = (name) => {
    const answer = session.answers[name];
    if (answer !== undefined) return answer.value;
    const rule = moment.material.flow.data.get(name)?.derive;
    return rule === undefined ? undefined : derive(rule, known, moment.material);
  };
  return { session, moment, tongue: moment.material.tongues[session.language], known };
}

export function applies(here: Here, condition: Condition | undefined): boolean {
  return holds(condition, here.known, (name) => guardHolds(name, here.known, here.moment));
}

/** The first step that applies and is not answered: the next question, or the end that was reached. */
export function nextStep(here: Here): Step | undefined {
  return here.moment.material.flow.steps.find(
    (step) =>
      applies(here, step.when) && (step.type === "end" || here.known(step.datum) === undefined),
  );
}

/** The questions that apply and were answered by the person (not derived), in order. */
export function answeredSteps(here: Here): readonly AskStep[] {
  return here.moment.material.flow.steps.filter(
    (step): step is AskStep =>
      step.type === "ask" &&
      here.session.answers[step.datum] !== undefined &&
      applies(here, step.when),
  );
}

/** The rows of a list that are offered now. The lists of regencies and districts come from the places. */
export function rowsOf(here: Here, list: string): readonly ListOption[] {
  const { flow, places } = here.moment.material;
  if (list === "regencies") return places.regencies.map(({ code }) => ({ value: code }));
  if (list === "districts") {
    const regency = here.known("regency");
    return typeof regency === "string"
      ? places.districtsOf(regency).map(({ code }) => ({ value: code }))
      : [];
  }
  return (flow.lists.get(list) ?? []).filter((row) => applies(here, row.when));
}

/** What stands on the screen for a datum, in order, in the person's language. */
export function optionsOf(here: Here, datum: string): readonly Option[] {
  const list = here.moment.material.flow.data.get(datum)?.list;
  if (list === undefined) return [];
  const values = { ...figures(here), segment: segmentOf(here) };
  return rowsOf(here, list).map(({ value }) => ({ value, label: labelOf(here, list, value, values) }));
}

function segmentOf(here: Here): string {
  return String(here.known("segment") ?? "other");
}

function labelOf(here: Here, list: string, value: string, values: Values): string {
  const { places } = here.moment.material;
  if (list === "regencies") return places.regencies.find(({ code }) => code === value)?.name ?? value;
  if (list === "districts") return places.districtByCode(value)?.name ?? value;
  return here.tongue.wording.text(`choices.${list}.${value}`, values);
}

export function aboutOf(here: Here, options: readonly Option[]): About {
  const { today, trial, material } = here.moment;
  const { places, occupations } = material;
  return { today, trial, places, occupations, options, words: here.tongue.words };
}

/** A value as read back to the person. */
export function printed(here: Here, datum: string, value: Value): string {
  const kind = here.moment.material.flow.data.get(datum)?.kind ?? "text";
  return kinds[kind].print(value, aboutOf(here, optionsOf(here, datum)));
}

/** Variables that any text may use. */
export function sharedValues(here: Here): Values {
  const { moment, tongue, session } = here;
  const { wording } = tongue;
  const { operator, keeping } = moment;
  return {
    ...figures(here),
    you: salutation(here),
    operator: operator.name ?? wording.text("conversation.trial-operator"),
    mandate: operator.mandate ?? "",
    check_number: operator.checkNumber ?? "",
    office: operator.office ?? "",
    contact: operator.contact ?? "175",
    total: moment.material.flow.questions,
    submission_days: keeping.submissionDays,
    draft_days: keeping.draftDays,
    kept_until: wording.date(dayAfter(moment.today, keeping.draftDays)),
    number: session.number ?? "",
    trial: moment.trial ? "yes" : "no",
    segment: segmentOf(here),
    promised: moment.reviewDays === undefined ? "no" : "yes",
    review_until:
      moment.reviewDays === undefined ? "" : wording.date(dayAfter(moment.today, moment.reviewDays)),
  };
}

/** "Pak Budi" once name and sex are known, "Bapak/Ibu" before. */
function salutation(here: Here): string {
  const name = here.known("name");
  const sex = here.known("sex");
  if (typeof name !== "string" || typeof sex !== "string") {
    return here.tongue.wording.text("conversation.you.unknown");
  }
  const [first = name] = name.split(" ").filter((word) => !word.endsWith("."));
  return here.tongue.wording.text(`conversation.you.${sex}`, { name: first });
}
