/** Somebody who answers: how the talk stands when a step is reached, with answers as people give them. */

import type { Content } from "../../content/checks/check.ts";
import { atomsIn } from "../../content/conditions.ts";
import type { Value } from "../../conversation/answers/kind.ts";
import { answered } from "../../conversation/asking/storing.ts";
import type { AskStep, Step } from "../../conversation/flow/flow.ts";
import { type Here, hereOf, nextStep, rowsOf } from "../../conversation/here.ts";
import type { Moment } from "../../conversation/moment.ts";
import { newSession, type Session } from "../../conversation/session.ts";
import type { Language } from "../../conversation/wording/wording.ts";
import { todayIn } from "../../enrolment/calendar.ts";

export type Sample = {
  readonly content: Content;
  readonly language: Language;
  readonly now: Date;
  readonly trial: boolean;
};

/** Where the step is the next; undefined where none of the sample answers leads to it. The shortest way is taken. */
export function hereAt(step: Step, sample: Sample): Here | undefined {
  const moment = momentOf(sample);
  const { data } = sample.content.enrolment.value;
  const wanted = step.type === "ask" && data[step.datum]?.optional ? { wanted: step.datum } : {};
  const first: Session = {
    ...newSession(moment.now),
    ...{ language: sample.language, phase: "enrolling", ...wanted },
  };
  const deciding = decidingData(step, sample.content);
  const seen = new Set<string>();
  const waiting = [first];
  for (const session of waiting) {
    const here = hereOf(session, moment);
    const next = nextStep(here);
    if (next?.id === step.id) return here;
    if (next?.type !== "ask") continue;
    // Of the ways that meet at a question, those go on that differ in what decides about the step.
    const met = JSON.stringify([next.id, ...deciding.map((datum) => here.known(datum))]);
    if (seen.has(met)) continue;
    seen.add(met);
    waiting.push(
      ...answersTo(next, here, sample).map(({ value, sets }) => {
        const answer = { value, at: moment.now, how: "typed", by: "self" } as const;
        return answered(here, next.datum, answer, sets);
      }),
    );
  }
  return undefined;
}

/** The settings stand in for themselves, so that an author sees where each is said. */
function momentOf({ content, now, trial }: Sample): Moment {
  const operator = {
    name: "OPERATOR_NAME",
    mandate: "OPERATOR_MANDATE",
    contact: "OPERATOR_CONTACT",
    checkNumber: "OPERATOR_CHECK_NUMBER",
    office: "OPERATOR_OFFICE",
  };
  return {
    now: now.toISOString(),
    today: todayIn(now.toISOString()),
    material: content.material,
    operator: trial ? {} : operator,
    trial,
    keeping: { draftDays: 30, submissionDays: 365 },
    ...(trial ? {} : { reviewDays: 3 }),
    submissions: [],
    newNumber: () => "LD-7K3M-92",
    newCode: () => "LJ-5FR-3CN-Y8J",
  };
}

/** What the condition of the step looks at. */
function decidingData({ when }: Step, { looks }: Content): readonly string[] {
  if (when === undefined) return [];
  return atomsIn(when).flatMap(({ atom }) =>
    "guard" in atom ? looks.ofGuard(atom.guard) : [atom.datum],
  );
}

type Given = { readonly value: Value; readonly sets: Readonly<Record<string, string | null>> };

/** First of all the one that goes on, so that the shortest way is the usual one. */
function answersTo({ datum }: AskStep, here: Here, sample: Sample): readonly Given[] {
  const { kind = "text", list = "" } = sample.content.enrolment.value.data[datum] ?? {};
  const rows = rowsOf(here, datum).flatMap(({ value, sets = {}, does }) =>
    does === undefined && (kind === "choice" || kind === "consent") ? [{ value, sets }] : [],
  );
  const { places } = sample.content;
  const [regency] = places.regencies;
  const [district] = places.districtsOf(regency?.code ?? "");
  const typed = typedAnswers(kind, sample);
  const placed =
    list === "regencies" ? regency?.code : list === "districts" ? district?.code : undefined;
  return [
    ...rows,
    ...[...typed, ...(placed === undefined ? [] : [placed])].map((value) => ({ value, sets: {} })),
  ];
}

/** NIK of the unused area; the second has another date than the first birth date. */
function typedAnswers(kind: string, { content, language }: Sample): readonly Value[] {
  switch (kind) {
    case "date":
      return ["1980-03-05", "2015-03-05", "1950-03-05"];
    case "occupation":
      return occupations(content, language);
    case "income":
      return [1_500_000];
    case "place":
      return villages(content);
    case "address":
      return ["Dusun 2 RT 3"];
    case "phone":
      return ["+6281200000001"];
    case "nik":
      return ["1699014503800001", "1699014603800001"];
    case "person-name":
      return ["Siti Aminah"];
    case "yes-no":
      return ["yes", "no"];
    default:
      return [];
  }
}

/** Of each sort one: with an ecosystem, a trader, and one of whom only they themselves can say where they work. */
function occupations({ occupationRows, material }: Content, language: Language): readonly Value[] {
  const { wording } = material.tongues[language];
  const rows = occupationRows.value;
  const sorts = [
    rows.find(({ ecosystem }) => ecosystem !== undefined),
    rows.find(({ trader }) => trader === true),
    rows.find(({ ecosystem, trader }) => ecosystem === undefined && trader !== true),
  ].flatMap((row) => (row === undefined ? [] : [row.code]));
  const said = wording.text(`occupations.${sorts[0]}`);
  return [
    ...sorts.map((code) => ({ code, said: wording.text(`occupations.${code}`) })),
    { code: "other", said },
  ];
}

/** Listed, not listed, and outside the province. */
function villages({ places }: Content): readonly Value[] {
  const [district] = places.regencies.flatMap(({ code }) => places.districtsOf(code));
  const [village] = places.villagesOf(district?.code ?? "");
  const listed = village === undefined ? [] : [{ code: village.code, village: village.name }];
  return [...listed, { village: "Sukamaju" }, { outside: "Bandar Lampung" }];
}
