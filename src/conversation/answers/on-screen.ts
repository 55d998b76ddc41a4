/** Which of the options on the screen a text points at, from the surest way to the vaguest. */
import { distance } from "fastest-levenshtein";
import { plainText } from "../../enrolment/plain-text.ts";
import type { About, Option } from "./kind.ts";
import { onceFor } from "./once-for.ts";
import { plain, wordsIn } from "./plain.ts";
import { inDigits, type Pointing, pointingOf, withoutLeadIns } from "./pointing.ts";

/** The label of an option as it is compared. */
const shownIn = onceFor(({ label }: Option) => {
  const text = plain(label);
  const words = text.split(" ").filter(Boolean);
  const runs = words.flatMap((_, from) =>
    words.slice(from).map((_, more) => {
      const part = words.slice(from, from + more + 1).join(" ");
      return { text: part, count: more + 1, digits: digitsIn(part) };
    }),
  );
  return { text, words, runs };
});

type Shown = ReturnType<typeof shownIn>;

/** The option whose value was tapped or whose label was typed, small or capital, with or without its sign. */
export function optionNamed(heard: string, options: readonly Option[]): Option | undefined {
  const said = plain(heard);
  const typed = plainText(heard).toLowerCase();
  // A number is no name: it may be a value and, at the same time, the place of another option.
  if (/^[0-9]*$/.test(said)) return undefined;
  return options.find((option) => option.value === typed || shownIn(option).text === said);
}

/** The option at a place: "2", "no 2", "yang kedua". */
export function optionNumbered(heard: string, { options, words }: About): Option | undefined {
  const pointing = pointingOf(words);
  const [word, ...more] = withoutLeadIns(wordsIn(heard), pointing);
  if (word === undefined || more.length > 0) return undefined;
  return options[placeOf(word, pointing) - 1];
}

/** From 1; not a number where the word is none. */
function placeOf(word: string, { ordinals, cardinals }: Pointing): number {
  return ordinals.get(word) ?? cardinals.get(word) ?? Number(word);
}

/** The same where nothing but a button can be meant: "nomor 2", "yang kedua", but not "yang dua". */
export function optionSurelyNumbered(heard: string, about: About): Option | undefined {
  const { marks, ordinals } = pointingOf(about.words);
  const isSure = wordsIn(heard).some((word) => marks.has(word) || ordinals.has(word));
  return isSure ? optionNumbered(heard, about) : undefined;
}

/** The option that was named or numbered, where the text is for the rest of another kind. */
export function optionPointedAt(heard: string, about: About): Option | undefined {
  return optionNamed(heard, about.options) ?? optionNumbered(heard, about);
}

/** All that a number or some words of a label may mean. "3" is the third option, and "3 bulan" as well. */
export function optionsSaid(heard: string, about: About): readonly Option[] {
  const pointing = pointingOf(about.words);
  const said = withoutLeadIns(wordsIn(heard), pointing);
  const numbered = optionNumbered(heard, about);
  const texts = [said.join(" "), inDigits(said, pointing).join(" ")];
  return about.options.filter(
    (option) =>
      option === numbered ||
      texts.some((text) => isBegunWith(option, text)) ||
      isHolding(option, said, pointing),
  );
}

/** "kerja" begins "Kerja/usaha sendiri", "3" is the value or the beginning of "3 bulan". */
function isBegunWith(option: Option, text: string): boolean {
  if (text === "") return false;
  return option.value === text || `${shownIn(option).text} `.startsWith(`${text} `);
}

/** The label holds all the words, wherever they stand, and no "tidak" that was not said. */
function isHolding(option: Option, said: readonly string[], pointing: Pointing): boolean {
  const { words } = shownIn(option);
  const isLongEnough = said.join("").length >= 4;
  return (
    isLongEnough && said.every((word) => words.includes(word)) && isSameNo(said, words, pointing)
  );
}

/** Options that are the fewest wrong letters away from the text; none where that is too many for its length. */
export function optionsNear(heard: string, { options, words }: About): readonly Option[] {
  const pointing = pointingOf(words);
  const said = withoutLeadIns(wordsIn(heard), pointing);
  const most = allowedSlips(said.join(" ").length);
  if (most === 0) return [];
  const slips = options.map((option) => ({
    option,
    slips: slipsBetween(said, shownIn(option), pointing),
  }));
  const fewest = Math.min(...slips.map((found) => found.slips));
  if (fewest > most) return [];
  return slips.filter((found) => found.slips === fewest).map(({ option }) => option);
}

function allowedSlips(letters: number): number {
  return letters < 4 ? 0 : Math.min(3, Math.ceil((letters - 3) / 4));
}

/** The fewest wrong letters between the text and the label, or about as many words of it as were said. */
function slipsBetween(said: readonly string[], shown: Shown, pointing: Pointing): number {
  if (!isSameNo(said, shown.words, pointing)) return Number.POSITIVE_INFINITY;
  const text = said.join(" ");
  const digits = digitsIn(text);
  let fewest = Number.POSITIVE_INFINITY;
  for (const run of shown.runs) {
    const isAlike = run.digits === digits && Math.abs(run.text.length - text.length) <= 3;
    const isAsLong = Math.abs(run.count - said.length) <= 1 || run.count === shown.words.length;
    if (isAlike && isAsLong) fewest = Math.min(fewest, distance(run.text, text));
  }
  return fewest;
}

function digitsIn(text: string): string {
  return text.replace(/[^0-9 ]/g, "").trim();
}

/** "yakin" is not "belum yakin": both sides must refuse, or neither. */
function isSameNo(said: readonly string[], shown: readonly string[], { noes }: Pointing): boolean {
  const refusals = (list: readonly string[]) => list.filter((word) => noes.has(word)).length;
  return refusals(said) === refusals(shown);
}
