/** Whether a text asks what it would cost, and for which income, months and programs. */
import { amountsIn, type FoundAmount, piecesOf } from "../answers/amounts.ts";
import type { Words } from "../answers/words.ts";
import { monthsIn } from "./months.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

export type Programs = "two" | "three";

export type Request = {
  /** How the income is told, to be read as the answer to its question; undefined where none is named. */
  readonly income: string | undefined;
  /** 1 to 12, in order; none where none are named. */
  readonly months: readonly number[];
  readonly programs: readonly Programs[];
};

/** Whoever writes more than this tells a story: in pieces, and in characters. */
const most = 60;
const longest = 1_000;

/**
 * The calculation that a text asks for; undefined where it asks for none. While the income is asked for, an amount with
 * "kalau" before it may as well be the answer, so more must tell that it is none.
 */
export function requestIn(
  text: string,
  about: { readonly words: Words; readonly isQuestion: boolean; readonly isIncomeAsked: boolean },
): Request | undefined {
  if (text.length > longest) return undefined;
  const vocabulary = vocabularyOf(about.words);
  const pieces = piecesOf(text, about.words);
  if (pieces.length > most || vocabulary.says(pieces, "elsewhere")) return undefined;
  const { programs, rest: withoutPrograms } = programsIn(pieces, vocabulary);
  const amount = amountIn(withoutPrograms, about.words, vocabulary);
  const said = { pieces: withoutPrograms, words: about.words, vocabulary, amount };
  const { months, rest } = monthsIn(said);
  const sign = {
    ...signsIn(pieces, vocabulary, about.words),
    ...about,
    hasMonths: months.length > 0,
    hasPrograms: programs.length === 1,
  };
  if (amount === undefined ? !asksWithout(sign) : !asksWith(sign)) return undefined;
  return { income: amount === undefined ? undefined : rest.join(" "), months, programs };
}

type Signs = {
  readonly price: boolean;
  readonly pay: boolean;
  readonly howMuch: boolean;
  readonly supposing: boolean;
  readonly earning: boolean;
  /** No word says anything else. */
  readonly isAllKnown: boolean;
};

type Sign = Signs & {
  readonly isQuestion: boolean;
  readonly isIncomeAsked: boolean;
  readonly hasMonths: boolean;
  /** With savings or without them is said. */
  readonly hasPrograms: boolean;
};

function signsIn(pieces: readonly string[], vocabulary: Vocabulary, words: Words): Signs {
  return {
    price: vocabulary.says(pieces, "price"),
    pay: vocabulary.says(pieces, "pay"),
    howMuch: asksHowMuch(pieces, vocabulary, words),
    supposing: vocabulary.says(pieces, "supposing"),
    earning: vocabulary.says(pieces, "earning"),
    isAllKnown: pieces.every(vocabulary.isKnown),
  };
}

/** "Berapa bulan", "berapa orang" ask for another number. */
function asksHowMuch(pieces: readonly string[], vocabulary: Vocabulary, words: Words): boolean {
  const place = vocabulary.find(pieces, "how_much");
  if (place === undefined) return false;
  const { nouns, times, things } = words.numbers;
  const next = pieces[place.at + place.length] ?? "";
  return ![...Object.values(nouns).flat(), ...times, ...things].includes(next);
}

/** With an income: "kalau gaji 2 juta?", "2 juta brp iurannyo". */
function asksWith(sign: Sign): boolean {
  const { price, pay, howMuch, supposing, earning, isAllKnown, isQuestion } = sign;
  const isAnswer = sign.isIncomeAsked && !price && !pay && !howMuch;
  if (isAnswer) return supposing && isAllKnown && (isQuestion || sign.hasPrograms);
  if (price) return howMuch || supposing || earning || isQuestion;
  if (pay) return howMuch || (supposing && isAllKnown);
  return (howMuch || supposing || isQuestion) && isAllKnown;
}

/** Without one: "untuk setahun berapa", "iuran 3 bulan berapo", "berapa bayarnya". */
function asksWithout(sign: Sign): boolean {
  const { price, pay, howMuch, supposing, earning, isAllKnown, isQuestion, hasMonths } = sign;
  if (earning && !price && !pay) return false;
  if (hasMonths && howMuch && (price || pay)) return true;
  if (!isAllKnown) return false;
  if (hasMonths && (howMuch || (supposing && isQuestion))) return true;
  return (price && (howMuch || isQuestion)) || (pay && howMuch);
}

/** A bare "2" is one only beside a word for what is earned. */
function amountIn(
  pieces: readonly string[],
  words: Words,
  vocabulary: Vocabulary,
): FoundAmount | undefined {
  const amounts = amountsIn(pieces, words);
  const sure = amounts.find(({ kind }) => kind !== "bare");
  if (sure !== undefined || !vocabulary.says(pieces, "earning")) return sure;
  const { rest } = monthsIn({ pieces, words, vocabulary, amount: amounts[0] });
  return amountsIn(rest, words)[0];
}

/** "Dak pakai tabungan", "yang dua bae": which are asked for, both where nothing is said, and the other pieces. */
function programsIn(
  pieces: readonly string[],
  vocabulary: Vocabulary,
): { readonly programs: readonly Programs[]; readonly rest: readonly string[] } {
  const lists = ["savings", "only_two", "all_three"] as const;
  const [savings, two, three] = lists.map((list) => vocabulary.find(pieces, list));
  const told = [savings, two, three].flatMap((place) => place ?? []);
  const rest = pieces.filter(
    (_, index) => !told.some(({ at, length }) => at <= index && index < at + length),
  );
  const before = savings === undefined ? [] : pieces.slice(Math.max(0, savings.at - 2), savings.at);
  const isWithout = before.some((piece) => vocabulary.is(piece, "without"));
  const isWith = before.some((piece) => vocabulary.is(piece, "with"));
  if (two !== undefined || isWithout) return { programs: ["two"], rest };
  return { programs: three !== undefined || isWith ? ["three"] : ["two", "three"], rest };
}
