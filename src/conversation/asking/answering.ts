/** Taking an answer to the pending question. */
import type { Reading, Value, WayOut } from "../answers/kind.ts";
import { kinds } from "../answers/kinds.ts";
import { dependentsOf } from "../besides/corrections.ts";
import type { AskStep, EndStep, ListOption } from "../flow/flow.ts";
import {
  aboutOf,
  type Here,
  hereOf,
  kindOf,
  nextStep,
  optionsOf,
  printed,
  rowsOf,
} from "../here.ts";
import { type Answer, type Session, withAnswer, withoutAnswers } from "../session.ts";
import type { Effect, Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { andThen, asksOf, goOn, leadInTexts, putAside } from "./asking.ts";
import { toldEarly, wordsOf } from "./early.ts";
import { askWhich } from "./lines.ts";
import { choicesOf, pairIn, saysOf } from "./menu.ts";
import { misread } from "./misreading.ts";
import { callStaff, pause } from "./pausing.ts";

type How = Answer["how"];

/** How the pending question reads a text, with what stands on the screen. */
export function readAnswer(here: Here, { datum }: AskStep, text: string): Reading {
  const list = here.moment.material.flow.data.get(datum)?.list;
  return kinds[kindOf(here, datum)].read(text, { ...aboutOf(here, optionsOf(here, datum)), list });
}

/** Takes what the reader made of `text`: an answer, a question back, or a misreading. */
export function take(here: Here, step: AskStep, reading: Reading, how: How, text?: string): Turn {
  switch (reading.kind) {
    case "understood":
      return accept(here, step, reading.value, how, text);
    case "ask-back":
      return askBack(here, step, reading);
    case "misread":
      return misread(here, step, reading);
  }
}

/** Stores a value (or does what the choice does), and whatever else the words told of it, and goes on. */
export function accept(here: Here, step: AskStep, value: Value, how: How, text?: string): Turn {
  const row = rowsOf(here, step.datum).find((row) => row.value === value);
  if (row?.does !== undefined) return doInstead(here, step, row.does);
  if (step.datum === "confirm" && value === "no") return askWhich(here);
  const answer: Answer = { value, at: here.moment.now, how, by: "self" };
  const then = hereOf(answered(here, step.datum, answer, row?.sets ?? {}), here.moment);
  const next = nextStep(then);
  if (next?.type === "end" && next.forgets && how !== "confirmed") {
    return askBeforeForgetting(here, step, next, value);
  }
  const words = wordsOf(value, text);
  const part = words === undefined ? undefined : toldEarly(then, step, words);
  if (part !== undefined) return accept(then, part.step, part.value, how, words);
  return goOn(then, [], consentEffect(here, step, value));
}

/** "Lahir 5 Maret 2012 …, betul?": all answers would be destroyed by it. */
function askBeforeForgetting(here: Here, step: AskStep, end: EndStep, value: Value): Turn {
  const values = valuesWith(here, { answer: printed(here, step.datum, value) });
  const text = here.tongue.wording.text(`enrolment.${end.id}.sure`, values);
  const choices = choicesOf(pairIn(here, "forgets", "right", "again"));
  const aside = { kind: "forgets", datum: step.datum, value } as const;
  return putAside(here, aside, { text, ...choices, ...asksOf(here, step) });
}

/** The session with the answer and what its choice answers besides, without whatever depended on what changed. */
function answered(
  here: Here,
  datum: string,
  answer: Answer,
  sets: NonNullable<ListOption["sets"]>,
): Session {
  const { former, answers, returned = [] } = here.session;
  const given = returned.flatMap(({ about, old }) => (about === datum ? [[about, old]] : []));
  const before = {
    ...answers,
    ...Object.fromEntries(given),
    ...(former?.datum === datum ? former.answers : {}),
  };
  // A correction that comes out as it was changes nothing else.
  const changed = Object.entries({ [datum]: answer.value, ...sets })
    .filter(([name, value]) => !isSame(before[name]?.value ?? null, value))
    .map(([name]) => name);
  const dropped = changed.flatMap((name) => dependentsOf(here.moment.material.flow, name));
  return Object.entries(sets).reduce(
    (session, [name, value]) =>
      value === null
        ? withoutAnswers(session, [name])
        : withAnswer(session, name, { ...answer, value }),
    withAnswer(withoutAnswers(here.session, dropped), datum, answer),
  );
}

function isSame(one: Value | null, other: Value | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Consent is kept with the exact words it was asked in (UU 27/2022 art. 22 and 24). */
function consentEffect(here: Here, step: AskStep, value: Value): readonly Effect[] {
  if (kindOf(here, step.datum) !== "consent" || (value !== "yes" && value !== "no")) return [];
  const asked = here.tongue.wording.text(`enrolment.${step.id}.ask`, here.values);
  return [
    { kind: "consent", answer: value, shown: [...leadInTexts(here, step), asked].join("\n") },
  ];
}

function doInstead(here: Here, step: AskStep, does: NonNullable<ListOption["does"]>): Turn {
  switch (does) {
    case "staff":
      return callStaff(here, step.id);
    case "later":
      return pause(here, step);
    case "explain": {
      const more = here.tongue.wording.bubbles(`enrolment.${step.id}.more`, here.values);
      return andThen(here, saysOf(more));
    }
  }
}

/** The question that is put back to the person, with its ways out as buttons. */
function askBack(here: Here, step: AskStep, back: Reading & { readonly kind: "ask-back" }): Turn {
  const { wording } = here.tongue;
  const ways = back.ways.map((way) => ({
    ...way,
    label: "text" in way.label ? way.label.text : wording.text(way.label.key, way.label.values),
    ...("asks" in way ? { asks: wording.text(`answers.${way.asks}`, here.values) } : {}),
  }));
  const own = `enrolment.${step.id}.which`;
  // Two choices that are easily mixed up are named in full.
  const key = back.text === "choice.which" && wording.has(own) ? own : `answers.${back.text}`;
  const text = wording.text(key, valuesWith(here, back.values));
  const say = {
    text,
    ...choicesOf(ways.map(({ value, label }) => ({ value, label }))),
    ...asksOf(here, step),
  };
  const { completes } = back;
  if (completes !== undefined && ways.length === 0) {
    return putAside(here, { kind: "complete", datum: step.datum, template: completes }, say);
  }
  const confirms = confirmedBy(back.ways);
  const aside = {
    kind: "ask-back",
    datum: step.datum,
    ways,
    ...(confirms === undefined ? {} : { confirms }),
    ...(completes === undefined ? {} : { completes }),
  } as const;
  return putAside(here, aside, say);
}

/** The way that a bare yes takes: the one called so, or the only one that is proposed beside being asked again. */
function confirmedBy(ways: readonly WayOut[]): string | undefined {
  const [proposed, ...others] = ways.filter((way) => !("again" in way));
  const yes = ways.find(({ value }) => value === "yes");
  return (yes ?? (others.length === 0 ? proposed : undefined))?.value;
}
