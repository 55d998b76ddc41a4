/** A choice of a later question, said in its words ("tambah tabungan", "tiga bulan"); its number says nothing here. */
import { optionsCalled } from "../answers/called.ts";
import { jobsIn } from "../answers/jobs.ts";
import type { Value } from "../answers/kind.ts";
import { plain, wordsIn } from "../answers/plain.ts";
import { pointingOf, withoutLeadIns } from "../answers/pointing.ts";
import type { AskStep } from "../flow/flow.ts";
import { aboutAnswer, dependsOf, type Here, kindOf, rowsOf } from "../here.ts";

type Choice = { readonly datum: string; readonly value: Value | undefined };

/** `told`: the data that the same message answers before it. */
export function choiceIn(
  here: Here,
  pending: AskStep,
  text: string,
  open: readonly string[],
  told: readonly string[],
): Choice | undefined {
  const isReady = (name: string) =>
    here.known(name) !== undefined || name === pending.datum || told.includes(name);
  const found = open
    .filter((datum) => kindOf(here, datum) === "choice" && mayBeToldOf(here, datum, text))
    .filter((datum) => dependsOf(here, datum).every(isReady))
    .map((datum) => ({ datum, values: choicesCalled(here, datum, text) }))
    .filter(({ values }) => values.length > 0);
  const isPending = kindOf(here, pending.datum) === "choice";
  if (isPending && choicesCalled(here, pending.datum, text).length === 1) return undefined;
  // "Jual pempek online" is the work.
  const [first] = found;
  if (first === undefined || jobsIn(text, here.tongue.words).length > 0) return undefined;
  const clear = found.find(({ values }) => values.length === 1);
  if (clear !== undefined) return { datum: clear.datum, value: clear.values[0] };
  // "Yang dua bae": a word alone, which may be either. More words are about something else.
  const isAlone = withoutLeadIns(wordsIn(text), pointingOf(here.tongue.words)).length === 1;
  return isAlone ? { datum: first.datum, value: undefined } : undefined;
}

/** Only what has a name to be read back by. Where the work is done is told by "di …": an "ibu rumah tangga" is no place. */
function mayBeToldOf(here: Here, datum: string, text: string): boolean {
  const { wording, words } = here.tongue;
  if (!wording.has(`conversation.kept.${datum}`)) return false;
  const isOfWork = dependsOf(here, datum).some((name) => kindOf(here, name) === "occupation");
  return !isOfWork || words.told.where.some((word) => `${plain(text)} `.startsWith(`${word} `));
}

/** The choices that a text names; what is done instead of an answer is none. Labels may have figures not known yet. */
export function choicesCalled(here: Here, datum: string, text: string): readonly string[] {
  const rows = rowsOf(here, datum).filter(({ does }) => does === undefined);
  const options = rows.map(({ value }) => ({ value, label: value }));
  return optionsCalled(text, aboutAnswer(here, datum, options)).map(({ value }) => value);
}
