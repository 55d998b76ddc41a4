/** What people say for commands and data, made ready for comparing once, when the language is read. */
import { plain, wordsIn } from "../answers/plain.ts";
import { type CommandName, commandNames } from "../besides/command-names.ts";

/** As written in locales/<language>/words/: the phrases by what they stand for. */
export type PhraseFiles = {
  /** Beside the commands themselves, the lists of `besideCommands`. */
  readonly commands: Written;
  /** Name of a datum as people say it, e.g. address → alamat, rumah. */
  readonly dataNames: Written;
};

type Written = Readonly<Record<string, readonly string[]>>;

/** Lists that stand beside the commands: words that are passed over, and the signs of what a text is. */
export const besideCommands = [
  "polite",
  "softening",
  "question-words",
  "around-questions",
  "no-questions",
  "undecided",
  "around-corrections",
  "inside-answers",
  "going-on",
  "enclitics",
  "rather-than",
  "not-now",
  "not-me",
  "despair",
  "lifeless",
  "no-despair-on",
] as const;

/** The same, every phrase as `plain` makes it. */
export type Phrases = {
  readonly commands: ReadonlyMap<string, CommandName>;
  readonly polite: ReadonlySet<string>;
  /** Behind a command they change nothing: "telpon aku bae". */
  readonly softening: ReadonlySet<string>;
  readonly questionWords: readonly string[];
  /** They change nothing about what is asked. */
  readonly aroundQuestions: ReadonlySet<string>;
  /** They begin like a question and are none: "apa saja". */
  readonly noQuestions: readonly string[];
  /** "terserah", "bingung": whole messages. */
  readonly undecided: ReadonlySet<string>;
  /** They stand around the name of what is corrected: "eh", "yang betul". */
  readonly aroundCorrections: ReadonlySet<string>;
  /** "change" in all words for it. */
  readonly correcting: ReadonlySet<string>;
  /** Names of data that are a part of the answer itself: "jalan Melati", "rt 3". */
  readonly insideAnswers: ReadonlySet<string>;
  /** They say to go on, which is not yet to send: "lanjut", "gas". */
  readonly goingOn: readonly string[];
  /** What follows them is what it is not: "Siti Aminah, bukan Siti". */
  readonly ratherThan: ReadonlySet<string>;
  /** They put the sending off, wherever they stand: "ok kirim besok". */
  readonly notNow: readonly string[];
  /** "bukan saya": said where somebody is told that they went on elsewhere. */
  readonly notMe: ReadonlySet<string>;
  /** Somebody who does not want to live, or is beaten. */
  readonly despair: readonly string[];
  /** Things that are said to die: "hp nak mati". */
  readonly lifeless: ReadonlySet<string>;
  /** Words of `despair`, which may stand between the thing and its dying. */
  readonly inDespair: ReadonlySet<string>;
  /** Its last word with the next one: "dak mau hidup susah". */
  readonly noDespairOn: ReadonlySet<string>;
  readonly dataNames: ReadonlyMap<string, string>;
  /** "ubah alamat" and "alamat salah" → address. */
  readonly changes: ReadonlyMap<string, string>;
};

export function phrasesOf({ commands, dataNames }: PhraseFiles): Phrases {
  const beside = (name: (typeof besideCommands)[number]) => folded(commands, name);
  const verbs = folded(commands, "change");
  const polite = new Set(beside("polite"));
  const enclitics = beside("enclitics");
  const names = Object.keys(dataNames).flatMap((datum) =>
    folded(dataNames, datum).flatMap((name) =>
      ["", ...enclitics].map((end) => [`${name}${end}`, datum] as const),
    ),
  );
  const despair = (commands["despair"] ?? []).flatMap(formsOf);
  return {
    commands: commandsIn(commands, polite),
    polite,
    softening: new Set(beside("softening")),
    questionWords: beside("question-words"),
    aroundQuestions: new Set(beside("around-questions")),
    noQuestions: beside("no-questions"),
    undecided: new Set(beside("undecided")),
    aroundCorrections: new Set(beside("around-corrections")),
    correcting: new Set(verbs),
    insideAnswers: new Set(beside("inside-answers")),
    goingOn: beside("going-on"),
    ratherThan: new Set(beside("rather-than")),
    notNow: beside("not-now"),
    notMe: new Set(beside("not-me")),
    despair,
    lifeless: new Set(
      beside("lifeless").flatMap((thing) => [thing, ...enclitics.map((end) => `${thing}${end}`)]),
    ),
    inDespair: new Set(despair.flatMap((phrase) => phrase.split(" "))),
    noDespairOn: new Set(beside("no-despair-on")),
    dataNames: new Map(names),
    changes: new Map(
      names.flatMap(([name, datum]) =>
        verbs.flatMap((verb) => [
          [`${verb} ${name}`, datum] as const,
          [`${name} ${verb}`, datum] as const,
        ]),
      ),
    ),
  };
}

/** Also without the words that are passed over: "hapus data aku galo" is heard in "tolong hapus data galo". */
function commandsIn(written: Written, polite: ReadonlySet<string>): Phrases["commands"] {
  const said = commandNames.flatMap((name) =>
    folded(written, name).map((phrase) => [phrase, name] as const),
  );
  const short = said.map(([phrase, name]) => [withoutPoliteness(phrase, polite), name] as const);
  return new Map([...short, ...said]);
}

/** The words of a text but those of politeness, or all of them where there are no others. */
export function withoutPoliteness(text: string, polite: ReadonlySet<string>): string {
  const kept = wordsIn(text).filter((word) => !polite.has(word));
  return kept.length === 0 ? plain(text) : kept.join(" ");
}

function folded(written: Written, name: string): readonly string[] {
  return (written[name] ?? []).map(plain);
}

/** "capek|lelah hidup" is two phrases. */
function formsOf(phrase: string): readonly string[] {
  return phrase
    .split(" ")
    .reduce<readonly string[]>(
      (begun, word) =>
        begun.flatMap((start) => word.split("|").map((form) => plain(`${start} ${form}`))),
      [""],
    );
}
