/** What a message leads to, written short: what is stored; what waits to be confirmed; what is asked next. */
import type { Answers } from "../../../src/conversation/session.ts";
import { type Talk, talk } from "../talk.ts";

export const left = (upTo: string | undefined, ...texts: readonly string[]): string => {
  const here = talk(upTo);
  const before = here.session().answers;
  here.say(...texts);
  return outcome(here, before);
};

/** "segment own-account, income 2000000; occupation: tukang ojek → birth_date" */
function outcome(here: Talk, before: Answers): string {
  const { answers, told = {} } = here.session();
  const stored = Object.entries(answers)
    .filter(([datum, answer]) => JSON.stringify(before[datum]) !== JSON.stringify(answer))
    .map(([datum, { value }]) => `${datum} ${short(value)}`);
  const waiting = Object.entries(told).map(([datum, text]) => `${datum}: ${text}`);
  const parts = [stored.join(", ") || "nothing", ...waiting].join("; ");
  return `${parts} → ${here.asked()}${here.session().aside === undefined ? "" : "?"}`;
}

function short(value: Answers[string]["value"]): string {
  if (typeof value !== "object") return String(value);
  return value["said"] ?? value["village"] ?? String(value["outside"]);
}
