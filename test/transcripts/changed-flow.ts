/** Named changes of the content that happen while people are in the middle of it. */

import type { AskStep, Datum, Flow } from "../../src/conversation/flow/flow.ts";
import type { Material } from "../../src/conversation/material.ts";

export function changedFlow(event: string, material: Material): Material | undefined {
  const [, area, receiver] = /^(\d{2}(?:\.\d{2})?) receives names: (.+)$/.exec(event) ?? [];
  if (area !== undefined && receiver !== undefined) return received(material, area, receiver);
  if (event !== "the flow gains a question after income and loses a choice of the period")
    return undefined;
  return {
    ...material,
    flow: loseQuarter(gainQuestion(material.flow)),
    hash: `${material.hash}-changed`,
  };
}

/** Somebody has agreed to look at the names of people who cannot pay; in truth nobody has yet. */
function received(material: Material, area: string, receiver: string): Material {
  const { rules } = material;
  const span = { from: "2026-11-01", to: "2026-12-31" };
  const row = { id: `receiver-${area}`, area, receiver, ...span, sure: "A", source: "" } as const;
  return {
    ...material,
    rules: { ...rules, receivers: [...rules.receivers, row] },
    hash: `${material.hash}-${area}`,
  };
}

/** The question of the trade place, asked of everybody: its texts exist. */
function gainQuestion(flow: Flow): Flow {
  const datum: Datum = {
    name: "trade_place_again",
    kind: "choice",
    list: "trade_place",
    privacy: "plain",
    depends: [],
    optional: false,
  };
  const income = flow.steps.findIndex(({ id }) => id === "income");
  const step: AskStep = { type: "ask", id: "trade-place", datum: datum.name, number: 6, says: [] };
  return {
    ...flow,
    data: new Map([...flow.data, [datum.name, datum]]),
    steps: [...flow.steps.slice(0, income + 1), step, ...flow.steps.slice(income + 1)],
    questions: flow.questions + 1,
  };
}

/** People had chosen to pay three months at once; that is no longer offered. */
function loseQuarter(flow: Flow): Flow {
  const rows = flow.lists.get("period") ?? [];
  return {
    ...flow,
    lists: new Map([...flow.lists, ["period", rows.filter(({ value }) => value !== "3")]]),
  };
}
