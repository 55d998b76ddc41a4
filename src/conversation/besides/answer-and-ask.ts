/** "Yang 3 bulan, bayarnyo di mano": the answer is taken, and what is asked beside it is answered first. */
import { plain, wordsIn } from "../answers/plain.ts";
import { pointingOf, withoutLeadIns } from "../answers/pointing.ts";
import { take } from "../asking/answering.ts";
import { isSurelyNamed, readAnswer } from "../asking/reading.ts";
import type { AskStep, KindName } from "../flow/flow.ts";
import { type Here, hereOf, kindOf } from "../here.ts";
import type { Topic } from "../material.ts";
import { explain } from "../questions/explaining.ts";
import { verdictOn } from "../questions/verdict.ts";
import { noted } from "../told/along.ts";
import { hearSeveral } from "../told/hearing.ts";
import type { Turn } from "../turn.ts";
import { mayAsk } from "./asked.ts";
import { counted } from "./questions.ts";

/** Kinds that read no more than their answer; a consent has to be clear, and any text may be a name. */
const surelyRead: readonly KindName[] = ["choice", "date", "income", "nik", "phone"];
/** Whoever writes more tells a story. */
const mostWords = 30;

/** Undefined unless both are sure: what is answered, and what is asked. */
export function takeAndAnswer(here: Here, step: AskStep, text: string): Turn | undefined {
  if (!surelyRead.includes(kindOf(here, step.datum)) || !mayAsk(text, here)) return undefined;
  for (const cut of cutsOf(text)) {
    const topic = isAnswered(here, step, cut, text) ? topicAsked(here, step, cut) : undefined;
    if (topic !== undefined) return both(here, step, cut.answer, topic);
  }
  return undefined;
}

/** `isClause`: at a comma or the like. */
type Cut = { readonly answer: string; readonly asking: string; readonly isClause: boolean };

/** In two, either part first: at commas and the like before anywhere else, and then the shortest answer first. */
function cutsOf(text: string): readonly Cut[] {
  const words = text.trim().split(/\s+/);
  if (words.length > mostWords) return [];
  const between = words.slice(1).map((_, at) => at + 1);
  const isClause = (at: number) => /[,.;!?]$/.test(words[at - 1] as string);
  const places = [...between.filter(isClause), ...between.filter((at) => !isClause(at))];
  const part = (from: number, to?: number) => words.slice(from, to).join(" ");
  return [
    ...places.map((at) => ({ answer: part(0, at), asking: part(at), isClause: isClause(at) })),
    ...places
      .toReversed()
      .map((at) => ({ answer: part(at), asking: part(0, at), isClause: isClause(at) })),
  ];
}

/** The part alone answers, and asks nothing; where the whole is an answer as well, the same. */
function isAnswered(here: Here, step: AskStep, { answer, isClause }: Cut, text: string): boolean {
  if (mayAsk(answer, here)) return false;
  // "Apa bedanya dua perlindungan", "tabungan tu, kapan bisa diambil?": it only names what is asked about.
  const isNamed = kindOf(here, step.datum) === "choice" && !/\d/.test(answer);
  const named = withoutLeadIns(wordsIn(answer), pointingOf(here.tongue.words));
  if (isNamed && !(isClause && named.length > 1)) return false;
  const reading = readAnswer(here, step, answer);
  if (reading.kind !== "understood") return false;
  const whole = readAnswer(here, step, text);
  if (whole.kind === "understood") {
    return JSON.stringify(whole.value) === JSON.stringify(reading.value);
  }
  return !isNamed || isSurelyNamed(here, step, answer);
}

/** What the other part surely asks; an amount beside "ada yang minta" is no income. */
function topicAsked(here: Here, step: AskStep, { asking }: Cut): Topic | undefined {
  // "Mano bae" asks nothing.
  const { noQuestions } = here.tongue.phrases;
  const asks =
    mayAsk(asking, here) && !noQuestions.some((none) => ` ${plain(asking)} `.includes(` ${none} `));
  const verdict = asks ? verdictOn(asking, here) : undefined;
  if (verdict?.kind !== "sure") return undefined;
  const isOfAmount = kindOf(here, step.datum) === "income" && verdict.topic.namesAmounts;
  return isOfAmount ? undefined : verdict.topic;
}

function both(here: Here, step: AskStep, answer: string, topic: Topic): Turn {
  const turn =
    hearSeveral(here, step, answer) ??
    take(here, step, readAnswer(here, step, answer), "typed", answer);
  const then = hereOf(turn.session, here.moment);
  const says = [...explain(topic, here), ...noted(then, [step.datum], "noted-alone"), ...turn.says];
  return counted(here, { ...turn, says }, { outcome: "told", topic: topic.name });
}
