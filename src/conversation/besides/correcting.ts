/** A correction said together with what is right: "alamat aku dusun 5 rt 2", "eh salah, tanggal lahir aku 6 maret 1980". */
import { plain } from "../answers/plain.ts";
import { take } from "../asking/answering.ts";
import { readAnswer } from "../asking/reading.ts";
import { datumOfLine, lineOf } from "../asking/summary.ts";
import { answeredSteps, type Here, hereOf, pendingFor } from "../here.ts";
import type { Tongue } from "../material.ts";
import type { Turn } from "../turn.ts";
import { isQuestion } from "./commands.ts";
import { change, reopen } from "./corrections.ts";
import { askWho, mayBeSomebodyElse } from "./who.ts";

/**
 * Takes the correction, or asks the named question again where the rest is no answer to it. Undefined when the text
 * corrects nothing. `isAskedFor`: what is wrong was asked, so that a name is enough; else "salah" or "ganti" must be said.
 */
export function correct(here: Here, text: string, isAskedFor: boolean): Turn | undefined {
  const found = correctionIn(text, here.tongue);
  if (found === undefined || isQuestion(text, here.tongue)) return undefined;
  const { datum, rest, isSaid } = found;
  if (!isSaid && !isAskedFor) return undefined;
  // What stood there would be shown.
  if (mayBeSomebodyElse(here)) return askWho(here);
  if (rest === "") return isSaid && isAskedFor ? change(here, datum) : undefined;
  const pending = pendingFor(here, datum);
  if (pending !== undefined) {
    const reading = readAnswer(here, pending, rest);
    return reading.kind === "misread" ? undefined : take(here, pending, reading, "typed");
  }
  const step = answeredSteps(here).find((step) => step.datum === datum);
  if (step === undefined) return undefined;
  const asked = reopen(here, datum);
  const then = hereOf(asked.session, here.moment);
  const reading = readAnswer(then, step, rest);
  if (reading.kind === "misread") return asked;
  const turn = take(then, step, reading, "typed");
  return isAskedFor ? turn : withLine(here, turn, datum);
}

/** Where the read-back does not follow, what was taken is read back first. */
function withLine(here: Here, turn: Turn, datum: string): Turn {
  const line = lineOf(hereOf(turn.session, here.moment), datum);
  if (line === undefined) return turn;
  const text = [here.tongue.wording.text("conversation.put-right"), line].join("\n");
  return { ...turn, says: [{ text }, ...turn.says] };
}

type Correction = {
  readonly datum: string;
  /** As typed; empty where only the name was said. */
  readonly rest: string;
  /** A word for correcting was said. */
  readonly isSaid: boolean;
};

/** What is named at the beginning, after and before words that say nothing of their own, and what follows. */
function correctionIn(text: string, tongue: Tongue): Correction | undefined {
  const { phrases } = tongue;
  const words = text.replace(/[:=]/g, " ").split(/\s+/).filter(Boolean);
  const said = words.map(plain);
  const isAround = (word: string) =>
    word === "" || phrases.correcting.has(word) || phrases.aroundCorrections.has(word);
  const skipped = (from: number, passes: (word: string) => boolean) => {
    const length = said.slice(from).findIndex((word) => !passes(word));
    return length === -1 ? said.length : from + length;
  };
  const start = skipped(0, (word) => isAround(word) || phrases.polite.has(word));
  const named = nameAt(said, start, tongue);
  if (named === undefined) return undefined;
  const { end, name } = named;
  const after = skipped(end, isAround);
  const around = [...said.slice(0, start), ...said.slice(end, after)];
  const isSaid = around.some((word) => phrases.correcting.has(word));
  // The name alone is a command, or the name of a line.
  if (after === said.length) return isSaid ? { datum: named.datum, rest: "", isSaid } : undefined;
  const isInside = phrases.insideAnswers.has(name) && after === end;
  const from = isInside ? start : after;
  const told = { datum: named.datum, rest: words.slice(from, endOf(said, from, phrases)) };
  const { datum, rest } = villageIn(told, tongue);
  return { datum, rest: rest.join(" "), isSaid };
}

type Named = { readonly datum: string; readonly end: number; readonly name: string };

/** The longest name of a datum there, or the number of a line: "no 5". */
function nameAt(said: readonly string[], start: number, tongue: Tongue): Named | undefined {
  const [named] = [4, 3, 2, 1].flatMap((length) => {
    const name = said.slice(start, start + length).join(" ");
    const datum = tongue.phrases.dataNames.get(name) ?? datumNumbered(name, tongue);
    return datum === undefined ? [] : [{ datum, end: start + length, name }];
  });
  return named;
}

function datumNumbered(name: string, { words }: Tongue): string | undefined {
  const [, mark = "", number] = /^(\S+) (\d{1,2})$/.exec(name) ?? [];
  return words.choices.number_marks.includes(mark) ? datumOfLine(Number(number)) : undefined;
}

/** Where what is right ends: "Siti Aminah, bukan Siti". */
function endOf(said: readonly string[], from: number, { ratherThan }: Tongue["phrases"]): number {
  const length = said.slice(from).findIndex((word) => ratherThan.has(word));
  return length < 1 ? said.length : from + length;
}

type Told = { readonly datum: string; readonly rest: readonly string[] };

/** "Alamatnya salah, bukan di situ, desa Pulau Harapan": the village is another line than the street. */
function villageIn(told: Told, { phrases }: Tongue): Told {
  if (told.datum !== "address") return told;
  const at = told.rest.findIndex((word) => {
    const name = plain(word);
    return phrases.insideAnswers.has(name) && phrases.dataNames.get(name) === "village";
  });
  // "Dusun 3, desa …" has a street of its own.
  if (at === -1 || /\d/.test(told.rest.slice(0, at).join(" "))) return told;
  return { datum: "village", rest: told.rest.slice(at) };
}
