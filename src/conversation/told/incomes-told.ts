/** An amount with its unit, read with the words around it: "sekali panen" and "musim hujan" change what it is. */
import { jobsIn } from "../answers/jobs.ts";
import { kinds } from "../answers/kinds.ts";
import { wordsIn } from "../answers/plain.ts";
import { aboutOf, type Here } from "../here.ts";
import type { InParts, Part } from "./parts.ts";
import type { Span } from "./shapes.ts";

type Income = Span & { readonly isDoubtful: boolean };

/** The amount, or it and the words around it where they change its meaning; undefined where it is no income. */
export function incomeAt(here: Here, { said, parts }: InParts, at: number): Income | undefined {
  const part = parts[at] as Part;
  const { words } = here.tongue;
  const around = [parts[at - 1], parts[at + 1]].filter(
    (one) => one !== undefined && isBeside(said, one, part),
  ) as readonly Part[];
  const beside = around.flatMap((one) => wordsIn(said.slice(one.start, one.end)));
  if (beside.some((word) => words.told.other_money.includes(word))) return undefined;
  const isDoubtful = beside.some((word) => words.numbers.seasons.includes(word));
  // The work is told for itself.
  const told = around.filter((one) => jobsIn(said.slice(one.start, one.end), words).length === 0);
  const start = Math.min(part.start, ...told.map((one) => one.start));
  const end = Math.max(part.end, ...told.map((one) => one.end));
  const reading = (from: number, to: number) =>
    JSON.stringify(kinds.income.read(said.slice(from, to), aboutOf(here, [])));
  const isSame = reading(start, end) === reading(part.start, part.end);
  return isSame ? { start: part.start, end: part.end, isDoubtful } : { start, end, isDoubtful };
}

/** Words without a label, and nothing but a space between. */
function isBeside(said: string, one: Part, part: Span): boolean {
  if ((one.shape ?? one.label) !== undefined) return false;
  const [first, second] = one.start < part.start ? [one, part] : [part, one];
  return said.slice(first.end, second.start).trim() === "";
}
