/**
 * "Kalau gaji 2 juta?", "untuk setahun berapa": the exact contribution, with and without savings, month by month across
 * the end of a discount; normal first. A calculation is no answer: nothing of it is kept.
 */
import { isQuestion } from "../besides/commands.ts";
import { type Here, pendingFor } from "../here.ts";
import type { Say } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { costBubbles, lawBubble, sumBubbles } from "./bubbles.ts";
import { incomesIn, type Told } from "./incomes.ts";
import { type Request, requestIn } from "./request.ts";

/** Sums that are told where no months are asked for: people can pay for as many at once. */
const usualMonths = [1, 3, 6, 12];

/** What is said to a text that asks for a calculation; undefined where it asks for none. */
export function calculation(text: string, here: Here): readonly Say[] | undefined {
  const request = requestIn(text, {
    words: here.tongue.words,
    isQuestion: isQuestion(text, here.tongue),
    isIncomeAsked: here.session.phase === "enrolling" && pendingFor(here, "income") !== undefined,
  });
  return request && bubblesOf(request, here)?.map((bubble) => ({ text: bubble }));
}

function bubblesOf(request: Request, here: Here): readonly string[] | undefined {
  const { wording } = here.tongue;
  if (request.income === undefined) {
    const monthly = here.known("income");
    if (typeof monthly === "number") {
      return calculated([{ monthly, text: "monthly", values: {} }], request, here);
    }
    // Without an income the price of a month is explained; only of more months nothing is.
    return request.months.some((count) => count > 1)
      ? wording.bubbles("calculator.needs-income", here.values)
      : undefined;
  }
  const found = incomesIn(request.income, here);
  if (found === undefined) return undefined;
  return found.kind === "told"
    ? calculated(found.incomes, request, here)
    : wording.bubbles(`calculator.unclear.${found.text}`, valuesWith(here, found.values));
}

function calculated(
  incomes: readonly Told[],
  { months, programs }: Request,
  here: Here,
): readonly string[] {
  const [first] = incomes as readonly [Told, ...Told[]];
  // Of two incomes, and of the one month that is told already, a list would say nothing more.
  const isListed = months.length > 0 ? !months.every((count) => count === 1) : incomes.length === 1;
  const counts = months.length > 0 ? months : usualMonths;
  const asked = here.known("segment") === "employer" ? (["three"] as const) : programs;
  return [
    ...incomes.flatMap((told) => [
      ...costBubbles(told, here),
      ...(isListed ? sumBubbles(told.monthly, asked, counts, here) : []),
    ]),
    ...lawBubble(first.monthly, here),
  ];
}
