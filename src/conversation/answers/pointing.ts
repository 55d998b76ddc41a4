/** The words with which people point at a button, folded once for a vocabulary: they are needed for every message. */
import { onceFor } from "./once-for.ts";
import type { Words } from "./words.ts";

/** Which numbers, "no"s and politeness the words of a text are. */
export const pointingOf = onceFor(({ choices, agreement }: Words) => {
  const { lead_ins, number_marks, doubtful, ordinals, cardinals } = choices;
  return {
    noes: new Set([...agreement.no, ...agreement.mild_no]),
    /** Said before the number of a button and nothing else. */
    marks: new Set(number_marks),
    /** What may stand around the word that counts. */
    around: new Set([...lead_ins, ...number_marks, ...agreement.fillers]),
    /** Of a question or a condition. */
    doubtful: new Set(doubtful),
    fillers: new Set(agreement.fillers),
    /** From 1. */
    ordinals: placesIn(ordinals),
    cardinals: placesIn(cardinals),
  };
});

export type Pointing = ReturnType<typeof pointingOf>;

function placesIn(rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)));
}

/** "saya pilih yang 2 pak" as "2". */
export function withoutLeadIns(said: readonly string[], { around }: Pointing): readonly string[] {
  const first = said.findIndex((word) => !around.has(word));
  const last = said.findLastIndex((word) => !around.has(word));
  return first === -1 ? [] : said.slice(first, last + 1);
}

/** "tigo bulan" as "3 bulan". */
export function inDigits(said: readonly string[], { cardinals }: Pointing): readonly string[] {
  return said.map((word) => String(cardinals.get(word) ?? word));
}
