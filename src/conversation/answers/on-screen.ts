/** Which of the options on the screen a text points at, from the surest way to the vaguest. */
import { distance } from "fastest-levenshtein";
import { plainText } from "../../enrolment/plain-text.ts";
import type { About, Option } from "./kind.ts";
import { plain, wordsIn } from "./plain.ts";
import type { Words } from "./words.ts";

/** The option whose value was tapped or whose label was typed, small or capital, with or without its sign. */
export function optionNamed(heard: string, options: readonly Option[]): Option | undefined {
  const said = plain(heard);
  const typed = plainText(heard).toLowerCase();
  // A number is no name: it may be a value and, at the same time, the place of another option.
  if (/^[0-9]*$/.test(said)) return undefined;
  return options.find(({ value, label }) => value === typed || plain(label) === said);
}

/** The option at a place: "2", "no 2", "yang kedua". */
export function optionNumbered(heard: string, { options, words }: About): Option | undefined {
  const [word, ...more] = withoutLeadIns(wordsIn(heard), words);
  if (word === undefined || more.length > 0) return undefined;
  const place = words.choices.positions.findIndex((forms) => forms.includes(word));
  return options[place === -1 ? Number(word) - 1 : place];
}

/** The option that was named or numbered, where the text is for the rest of another kind. */
export function optionPointedAt(heard: string, about: About): Option | undefined {
  return optionNamed(heard, about.options) ?? optionNumbered(heard, about);
}

/** All that a number or some words of a label may mean. "3" is the third option, and "3 bulan" as well. */
export function optionsSaid(heard: string, about: About): readonly Option[] {
  const said = withoutLeadIns(wordsIn(heard), about.words);
  const numbered = optionNumbered(heard, about);
  // "nomor 3" can only be the third.
  if (numbered !== undefined && said.join(" ") !== plain(heard)) return [numbered];
  return about.options.filter(
    (option) =>
      option === numbered ||
      isBegunWith(option, said) ||
      isBegunWith(option, inDigits(said, about.words)) ||
      isHolding(option, said, about.words),
  );
}

/** "kerja" begins "Kerja/usaha sendiri", "3" is the value or the beginning of "3 bulan". */
function isBegunWith({ value, label }: Option, said: readonly string[]): boolean {
  const text = said.join(" ");
  return text !== "" && (value === text || `${plain(label)} `.startsWith(`${text} `));
}

/** The label holds all the words, wherever they stand, and no "tidak" that was not said. */
function isHolding({ label }: Option, said: readonly string[], words: Words): boolean {
  const shown = wordsIn(label);
  const isLongEnough = said.join("").length >= 4;
  return isLongEnough && said.every((word) => shown.includes(word)) && isSameNo(said, shown, words);
}

/** "tiga bulan" as "3 bulan". */
function inDigits(said: readonly string[], { choices }: Words): readonly string[] {
  return said.map((word) => {
    const place = choices.positions.findIndex((forms) => forms.includes(word));
    return place === -1 ? word : String(place + 1);
  });
}

/** Options that are the fewest wrong letters away from the text; none where that is too many for its length. */
export function optionsNear(heard: string, { options, words }: About): readonly Option[] {
  const said = withoutLeadIns(wordsIn(heard), words);
  const slips = options.map((option) => ({
    option,
    slips: slipsBetween(said, wordsIn(option.label), words),
  }));
  const fewest = Math.min(...slips.map((found) => found.slips));
  if (fewest > allowedSlips(said.join(" ").length)) return [];
  return slips.filter((found) => found.slips === fewest).map(({ option }) => option);
}

function allowedSlips(letters: number): number {
  return letters < 4 ? 0 : Math.min(3, Math.ceil((letters - 3) / 4));
}

/** The fewest wrong letters between the text and the label, or about as many words of it as were said. */
function slipsBetween(said: readonly string[], shown: readonly string[], words: Words): number {
  const parts = shown.flatMap((_, at) =>
    [-1, 0, 1].map((more) => shown.slice(at, at + said.length + more)),
  );
  const text = said.join(" ");
  const comparable = [shown, ...parts].filter(
    (part) => digitsIn(part) === digitsIn(said) && isSameNo(said, shown, words),
  );
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...comparable
      .map((part) => part.join(" "))
      .filter((part) => Math.abs(part.length - text.length) <= 3)
      .map((part) => distance(part, text)),
  );
}

function digitsIn(words: readonly string[]): string {
  return words
    .join(" ")
    .replace(/[^0-9 ]/g, "")
    .trim();
}

/** "yakin" is not "belum yakin": both sides must refuse, or neither. */
function isSameNo(
  said: readonly string[],
  shown: readonly string[],
  { agreement }: Words,
): boolean {
  const noes = new Set([...agreement.no, ...agreement.mild_no]);
  const refusals = (list: readonly string[]) => list.filter((word) => noes.has(word)).length;
  return refusals(said) === refusals(shown);
}

/** "saya pilih yang 2 pak" as "2". */
function withoutLeadIns(said: readonly string[], { choices, agreement }: Words): readonly string[] {
  const around = new Set([...choices.lead_ins, ...agreement.fillers]);
  const first = said.findIndex((word) => !around.has(word));
  const last = said.findLastIndex((word) => !around.has(word));
  return first === -1 ? [] : said.slice(first, last + 1);
}
