/**
 * What people say in place of a label: "petani" for working for oneself, "sebulan" for one month, "dak katek duit" for
 * not being able to pay. The phrases stand in words/choices.yaml, by list and choice. A phrase is said when all its
 * words are, in any order, and with as many a "tidak" as it has.
 */
import { agreementIn } from "./agreement.ts";
import { jobsIn, nearJob } from "./jobs.ts";
import type { About, Option } from "./kind.ts";
import { onceFor } from "./once-for.ts";
import { wordsIn } from "./plain.ts";
import { inDigits, type Pointing, pointingOf, withoutLeadIns } from "./pointing.ts";
import type { Words } from "./words.ts";

type Phrase = {
  readonly words: readonly string[];
  /** More than one where the phrase leaves it open: then it is asked. */
  readonly values: readonly string[];
  readonly noes: number;
  readonly digits: string;
  readonly letters: number;
  /** Only as the whole answer. */
  readonly isWhole: boolean;
};

type Names = {
  readonly phrases: readonly Phrase[];
  /** Numbers count something here: "tiap bulan" is not in "tiap 3 bulan". */
  readonly isCounted: boolean;
  /** The choices that an occupation stands for, by its code, and those of every other occupation. */
  readonly jobs: ReadonlyMap<string, readonly string[]>;
  readonly otherJobs: readonly string[];
  /** What a plain no chooses. */
  readonly refused: readonly string[];
};

/** "=majikan", "<jobs>", "<jobs builder>", "<no>", "# karyawan": see locales/<language>/words/choices.yaml. */
const wholeMark = "=";
const everyJob = "<jobs>";
const jobMark = /^<jobs ([a-z-]+)>$/;
const anyNumber = "#";
const plainNo = "<no>";

/** The options that the words stand for; none where one of them is not on the screen. */
export function optionsCalled(heard: string, about: About): readonly Option[] {
  const names = namesOf(about.words).get(about.list ?? "");
  const pointing = pointingOf(about.words);
  const words = wordsIn(heard);
  if (names === undefined || isBareNumber(words, pointing)) return [];
  const values = valuesSaid(toldIn(words, pointing), names) ?? jobValues(heard, names, about);
  return allOf(values, about);
}

/** Whether the text, with or without lead-ins, is a whole phrase of the list: "lanjut bae". A plain "batal" is none. */
export function isCalledWhole(heard: string, { list, words }: About): boolean {
  const pointing = pointingOf(words);
  const said = wordsIn(heard);
  const { core } = toldIn(said, pointing);
  const wholes = wholesOf(words).get(list ?? "");
  return (
    core !== no && (wholes?.has(core) === true || wholes?.has(foldedText(said, pointing)) === true)
  );
}

/** The option that a plain no stands for: no business besides the wage, no savings. "Batal" is none. */
export function optionsRefusing(heard: string, about: About): readonly Option[] {
  const names = namesOf(about.words).get(about.list ?? "");
  if (names === undefined || agreementIn(heard, about.words) !== "no") return [];
  return allOf(names.refused, about);
}

/** The option that an occupation stands for, where a short text nearly is the word for it: "petni", "jual pempk". */
export function optionsNearJob(heard: string, about: About): readonly Option[] {
  const names = namesOf(about.words).get(about.list ?? "");
  if (names === undefined || !mayBeJob(heard, names, about) || wordsIn(heard).length > 2) return [];
  const code = nearJob(heard, about.words)?.code;
  return code === undefined ? [] : allOf(valuesOf(code, names), about);
}

function allOf(values: readonly string[], about: About): readonly Option[] {
  const options = about.options.filter(({ value }) => values.includes(value));
  return options.length === values.length ? options : [];
}

/** "2 pak" is the number of a button, "yang 2" may be how many. */
function isBareNumber(words: readonly string[], { fillers }: Pointing): boolean {
  return words.some(isDigits) && words.every((word) => isDigits(word) || fillers.has(word));
}

type Told = {
  readonly words: ReadonlySet<string>;
  /** Without lead-ins, for what must be the whole answer. */
  readonly core: string;
  readonly noes: number;
  readonly digits: string;
  readonly doubts: readonly string[];
};

function toldIn(words: readonly string[], pointing: Pointing): Told {
  const told = inDigits(words.map(folded(pointing)), pointing);
  return {
    words: new Set(told.some(isDigits) ? [...told, anyNumber] : told),
    core: withoutLeadIns(told, pointing).join(" "),
    noes: told.filter((word) => word === no).length,
    digits: told.filter(isDigits).join(" "),
    doubts: told.filter((word) => pointing.doubtful.has(word)),
  };
}

/** The meaning that all phrases share, or all meanings where they share none; undefined where no phrase is said. */
function valuesSaid(told: Told, { phrases, isCounted }: Names): readonly string[] | undefined {
  const said = phrases.filter(
    (phrase) =>
      phrase.noes === told.noes &&
      told.doubts.every((word) => phrase.words.includes(word)) &&
      (isCounted ? phrase.digits === told.digits : true) &&
      (phrase.isWhole
        ? phrase.words.join(" ") === told.core
        : phrase.words.every((word) => told.words.has(word))),
  );
  const best = said.filter((phrase) => !said.some((other) => explainsMore(other, phrase)));
  return best.length === 0 ? undefined : meaningOf(best.map(({ values }) => values));
}

/** "ada karyawan" says more than "karyawan". */
function explainsMore(one: Phrase, other: Phrase): boolean {
  return one.letters > other.letters && one.words.some((word) => other.words.includes(word));
}

function meaningOf(each: readonly (readonly string[])[]): readonly string[] {
  const all = [...new Set(each.flat())];
  const shared = all.filter((value) => each.every((values) => values.includes(value)));
  return shared.length > 0 ? shared : all;
}

/** "ngojek" and hundreds more. */
function jobValues(heard: string, names: Names, about: About): readonly string[] {
  if (!mayBeJob(heard, names, about)) return [];
  return meaningOf(jobsIn(heard, about.words).map((code) => valuesOf(code, names)));
}

/** "Bukan petani" names no job, and "kalau petani" tells of none. */
function mayBeJob(heard: string, { otherJobs }: Names, { words }: About): boolean {
  if (otherJobs.length === 0) return false;
  const { noes, doubtful } = pointingOf(words);
  return !wordsIn(heard).some((word) => noes.has(word) || doubtful.has(word));
}

function valuesOf(code: string, { jobs, otherJobs }: Names): readonly string[] {
  return jobs.get(code) ?? otherJobs;
}

/** In place of every "dak", "gak" and "belum"; no word looks like it. */
const no = "-";

function folded({ noes }: Pointing): (word: string) => string {
  return (word) => (noes.has(word) ? no : word);
}

function isDigits(word: string): boolean {
  return /^[0-9]+$/.test(word);
}

const namesOf = onceFor((words: Words): ReadonlyMap<string, Names> => {
  const pointing = pointingOf(words);
  return new Map(
    Object.entries(words.choices.called).map(([list, choices]) => [
      list,
      namesIn(choices, pointing),
    ]),
  );
});

/** Every phrase of a list, also for a yes and a no. */
const wholesOf = onceFor((words: Words): ReadonlyMap<string, ReadonlySet<string>> => {
  const pointing = pointingOf(words);
  return new Map(
    Object.entries(words.choices.called).map(([list, choices]) => [
      list,
      new Set(
        Object.values(choices).flatMap((phrases) =>
          phrases.map((phrase) => foldedText(wordsIn(phrase), pointing)),
        ),
      ),
    ]),
  );
});

function foldedText(said: readonly string[], pointing: Pointing): string {
  return inDigits(said.map(folded(pointing)), pointing).join(" ");
}

function namesIn(choices: Readonly<Record<string, readonly string[]>>, pointing: Pointing): Names {
  const values = new Map<string, string[]>();
  for (const [value, phrases] of Object.entries(choices)) {
    // Other words for a yes and a no are not looked for inside a text: agreement.ts reads the whole.
    if (value === "yes" || value === "no") continue;
    for (const phrase of phrases) values.set(phrase, [...(values.get(phrase) ?? []), value]);
  }
  const {
    [everyJob]: otherJobs = [],
    [plainNo]: refused = [],
    ...named
  } = Object.fromEntries(values);
  const all = Object.entries(named).map(([phrase, meant]) => ({
    phrase,
    meant,
    job: jobMark.exec(phrase),
  }));
  const phrases = all
    .filter(({ job }) => job === null)
    .map(({ phrase, meant }) => phraseOf(phrase, meant, pointing));
  return {
    phrases,
    isCounted: phrases.some(({ digits }) => digits !== ""),
    jobs: new Map(all.flatMap(({ job, meant }) => (job === null ? [] : [[String(job[1]), meant]]))),
    otherJobs,
    refused,
  };
}

function phraseOf(phrase: string, values: readonly string[], pointing: Pointing): Phrase {
  const told = inDigits(wordsIn(phrase).map(folded(pointing)), pointing);
  const words = phrase.includes(anyNumber) ? [...told, anyNumber] : told;
  return {
    words,
    values,
    noes: told.filter((word) => word === no).length,
    digits: told.filter(isDigits).join(" "),
    letters: words.join("").length,
    isWhole: phrase.startsWith(wholeMark),
  };
}
