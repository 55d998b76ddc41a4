/** The income of a calculation, worked out as the answer to its question would be; but nothing of it is kept. */

import { income } from "../answers/income.ts";
import type { Reading, Values } from "../answers/kind.ts";
import { aboutOf, type Here } from "../here.ts";

/** Whole rupiah a month, and how it is told: a key below `calculator.told.` with what stands in it. */
export type Told = { readonly monthly: number; readonly text: string; readonly values: Values };

export type Incomes =
  | { readonly kind: "told"; readonly incomes: readonly Told[] }
  /** Too little is said: the text is a key below `calculator.unclear.`. */
  | { readonly kind: "unclear"; readonly text: string; readonly values: Values };

/** What the income of a text may be: both ends of a range; undefined where it is no income. */
export function incomesIn(text: string, here: Here): Incomes | undefined {
  const reading = income.read(text, aboutOf(here, []));
  if (reading.kind === "misread") return undefined;
  if (reading.kind === "understood") {
    return { kind: "told", incomes: [{ monthly: reading.value, text: "monthly", values: {} }] };
  }
  const about = reading.text.replace("income.", "");
  if (about === "range") return ends(reading, here);
  if (about === "unclear" || about === "harvest") {
    return { kind: "unclear", text: about, values: reading.values };
  }
  return workedOut(reading, about);
}

type AskBack = Reading<number> & { readonly kind: "ask-back" };

/** "100.000 sehari, kerja 25 hari": what a yes would take. The list of usual months has no yes. */
function workedOut({ ways, values }: AskBack, about: string): Incomes | undefined {
  const [monthly] = ways.flatMap((way) =>
    "takes" in way && way.value === "yes" ? [Number(way.takes)] : [],
  );
  return monthly === undefined
    ? undefined
    : { kind: "told", incomes: [{ monthly, text: about, values }] };
}

/** The lowest and the highest, or that it is unclear; one of them alone would be half an answer. */
function ends({ ways }: AskBack, here: Here): Incomes | undefined {
  const texts = ways.flatMap((way) => ("rereads" in way ? way.rereads : []));
  const [low, high] = [texts.at(0), texts.at(-1)].map((end) => incomesIn(String(end), here));
  if (low?.kind === "told" && high?.kind === "told") {
    return { kind: "told", incomes: [...low.incomes, ...high.incomes] };
  }
  return low?.kind === "unclear" ? low : undefined;
}
