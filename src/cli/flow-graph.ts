/** A flow as a graph: what is asked, where it may end, and which answers lead there. Knows nothing of how it is drawn. */

import type { Content } from "../content/checks/check.ts";
import { atomsIn } from "../content/conditions.ts";
import type { Condition, Step } from "../conversation/flow/flow.ts";
import type { Language } from "../conversation/wording/wording.ts";

export type FlowGraph = {
  readonly title: string;
  /** Questions with what belongs to them, in the order of the flow. */
  readonly groups: readonly Group[];
  readonly edges: readonly Edge[];
};

export type Group = {
  /** "3" of "3 dari 13". */
  readonly number: number;
  readonly nodes: readonly Node[];
};

export type Node = {
  readonly id: string;
  readonly type: "question" | "part" | "end";
  /** The question, or what is said at the end, shortened. */
  readonly text: string;
  /** Asked only where a rule does not find the answer. */
  readonly isSpare: boolean;
};

export type Edge = {
  readonly from: string;
  readonly to: string;
  /** `next`: whatever was answered; `when`: for some answers; `reopens`: when the person starts again after an end. */
  readonly kind: "next" | "when" | "reopens";
  /** Empty but for `when`. */
  readonly label: string;
};

export function flowGraph(content: Content, language: Language): FlowGraph {
  const { flow } = content.material;
  const groups = Array.from({ length: flow.questions }, (_, index) => ({
    number: index + 1,
    nodes: numbered(flow.steps)
      .filter(({ number }) => number === index + 1)
      .map(({ step }) => nodeOf(step, content, language)),
  }));
  const edges = flow.steps.flatMap((step, index) => edgesTo(step, index, content));
  return { title: flow.name, groups, edges: [...edges, ...edgesOnward(content)] };
}

/** An end has the number of the question before it. */
function numbered(steps: readonly Step[]): readonly { step: Step; number: number }[] {
  let number = 1;
  return steps.map((step) => {
    if (step.type === "ask") number = step.number;
    return { step, number };
  });
}

function nodeOf(step: Step, content: Content, language: Language): Node {
  const { texts } = content.languages[language];
  const text = (name: string) => {
    const [first] = texts.get(`enrolment.${step.id}.${name}`)?.anatomies ?? [];
    return shortened(first !== undefined && "outline" in first ? first.outline : "");
  };
  if (step.type === "end") return { id: step.id, type: "end", text: text("say"), isSpare: false };
  const isSpare = content.material.flow.data.get(step.datum)?.derive !== undefined;
  const type = step.partOf === undefined ? "question" : "part";
  return { id: step.id, type, text: text("ask"), isSpare };
}

/** The sentence that asks; else the one that says most. */
function shortened(text: string): string {
  const sentences = text.match(/[^.?!]+[.?!]*/g) ?? [""];
  const longestFirst = sentences.toSorted((one, other) => other.length - one.length);
  const sentence = (sentences.find((part) => part.includes("?")) ?? longestFirst[0] ?? "").trim();
  return sentence.length <= longest
    ? sentence
    : `${sentence.slice(0, longest).replace(/\s+\S*$/, "")} …`;
}

const longest = 72;

/** The edge that leads to a step for some answers only, and the one that leads back from an end. */
function edgesTo(step: Step, index: number, content: Content): readonly Edge[] {
  const from = deciding(step, index, content);
  const isPlain = (datum: string) => answeredIn(datum, content) === from;
  const reopened =
    step.type === "end" && step.reopens !== undefined
      ? answeredIn(step.reopens, content)
      : undefined;
  return [
    ...(from === undefined || step.when === undefined
      ? []
      : [{ from: from.id, to: step.id, kind: "when" as const, label: said(step.when, isPlain) }]),
    ...(reopened === undefined
      ? []
      : [{ from: step.id, to: reopened.id, kind: "reopens" as const, label: "" }]),
  ];
}

/** From every question to the next one that is asked of everybody. */
function edgesOnward(content: Content): readonly Edge[] {
  const { steps } = content.material.flow;
  return steps.flatMap((step, index): readonly Edge[] => {
    if (step.type === "end") return [];
    const next = steps.find(
      (later, position) => position > index && deciding(later, position, content) === undefined,
    );
    return next === undefined ? [] : [{ from: step.id, to: next.id, kind: "next", label: "" }];
  });
}

/** The last question whose answer decides whether a step is reached; undefined when it is reached by everybody. */
function deciding(
  step: Step,
  index: number,
  { knowledge, looks, material }: Content,
): Step | undefined {
  if (step.when === undefined) return undefined;
  const data = atomsIn(step.when).flatMap(({ atom }) =>
    "guard" in atom ? looks.ofGuard(atom.guard) : [atom.datum],
  );
  // A question whose own choices decide is asked of everybody: the condition only says when it is settled.
  const positions = data
    .map((datum) => knowledge.settledAt(datum) ?? index)
    .filter((position) => position < index);
  return positions.length === 0 ? undefined : material.flow.steps[Math.max(...positions)];
}

function answeredIn(datum: string, { knowledge, material }: Content): Step | undefined {
  const position = knowledge.answeredAt(datum);
  return position === undefined ? undefined : material.flow.steps[position];
}

/** A condition in a few words. `isPlain`: which data need not be named, as the question itself answers them. */
function said(condition: Condition, isPlain: (datum: string) => boolean): string {
  if ("guard" in condition) return condition.guard.replaceAll("-", " ");
  if ("not" in condition) return `not ${said(condition.not, isPlain)}`;
  if ("all" in condition) return condition.all.map((part) => said(part, isPlain)).join(" and ");
  if ("any" in condition) return condition.any.map((part) => said(part, isPlain)).join(" or ");
  const subject = isPlain(condition.datum) ? "" : `${condition.datum} `;
  if ("known" in condition) return `${subject}${condition.known ? "answered" : "not answered"}`;
  return `${subject}${"is" in condition ? condition.is : condition.in.join(" / ")}`;
}
