/** A correction said together with what is right: "alamat aku dusun 5 rt 2", "eh salah, tanggal lahir aku 6 maret 1980". */
import { plain } from "../answers/plain.ts";
import { readAnswer, take } from "../asking/answering.ts";
import { lineOf } from "../asking/summary.ts";
import { answeredSteps, type Here, hereOf, pendingFor } from "../here.ts";
import type { Tongue } from "../material.ts";
import type { Turn } from "../turn.ts";
import { isQuestion } from "./commands.ts";
import { reopen } from "./corrections.ts";

/**
 * Takes the correction, or asks the named question again where the rest is no answer to it. Undefined when the text
 * corrects nothing. `isAskedFor`: what is wrong was asked, so that a name is enough; else "salah" or "ganti" must be said.
 */
export function correct(here: Here, text: string, isAskedFor: boolean): Turn | undefined {
  const found = correctionIn(text, here.tongue);
  if (found === undefined || isQuestion(text, here.tongue)) return undefined;
  const { datum, rest, isSaid } = found;
  if (!isSaid && !isAskedFor) return undefined;
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
  /** As typed. */
  readonly rest: string;
  /** A word for "wrong" or "change" was said. */
  readonly isSaid: boolean;
};

/** The name of a datum at the beginning, after and before words that say nothing of their own, and what follows. */
function correctionIn(text: string, { phrases }: Tongue): Correction | undefined {
  const words = text.replace(/[:=]/g, " ").split(/\s+/).filter(Boolean);
  const said = words.map(plain);
  const isAround = (word: string) =>
    word === "" || phrases.correcting.has(word) || phrases.aroundCorrections.has(word);
  const skipped = (from: number, passes: (word: string) => boolean) => {
    const length = said.slice(from).findIndex((word) => !passes(word));
    return length === -1 ? said.length : from + length;
  };
  const start = skipped(0, (word) => isAround(word) || phrases.polite.has(word));
  const [named] = [4, 3, 2, 1].flatMap((length) => {
    const name = said.slice(start, start + length).join(" ");
    const datum = phrases.dataNames.get(name);
    return datum === undefined ? [] : [{ datum, end: start + length, name }];
  });
  if (named === undefined) return undefined;
  const { datum, end, name } = named;
  const after = skipped(end, isAround);
  // The name alone is a command, or the name of a line.
  if (after === said.length) return undefined;
  const isInside = phrases.insideAnswers.has(name) && after === end;
  const around = [...said.slice(0, start), ...said.slice(end, after)];
  return {
    datum,
    rest: words.slice(isInside ? start : after).join(" "),
    isSaid: around.some((word) => phrases.correcting.has(word)),
  };
}
