/** What people say for commands, topics and data, made ready for comparing once, when the language is read. */
import { plain } from "../answers/plain.ts";
import { type CommandName, commandNames } from "../besides/command-names.ts";

/** As written in locales/<language>/words/: the phrases by what they stand for. */
export type PhraseFiles = {
  /** Beside the commands themselves: `polite` words, which are passed over, and `question-words`. */
  readonly commands: Written;
  /** Name of a datum as people say it, e.g. address → alamat, rumah. */
  readonly dataNames: Written;
  /** Words by which people ask for a topic. */
  readonly questions: Written;
};

type Written = Readonly<Record<string, readonly string[]>>;

/** The same, every phrase as `plain` makes it. */
export type Phrases = {
  readonly commands: ReadonlyMap<string, CommandName>;
  readonly polite: ReadonlySet<string>;
  readonly questionWords: readonly string[];
  readonly dataNames: ReadonlyMap<string, string>;
  /** "ubah alamat" and "alamat salah" → address. */
  readonly changes: ReadonlyMap<string, string>;
  /** Longest phrase first. */
  readonly topics: readonly { readonly phrase: string; readonly topic: string }[];
};

export function phrasesOf({ commands, dataNames, questions }: PhraseFiles): Phrases {
  const verbs = folded(commands, "change");
  const names = Object.keys(dataNames).flatMap((datum) =>
    folded(dataNames, datum).map((name) => [name, datum] as const),
  );
  return {
    commands: new Map(
      commandNames.flatMap((name) => folded(commands, name).map((phrase) => [phrase, name])),
    ),
    polite: new Set(folded(commands, "polite")),
    questionWords: folded(commands, "question-words"),
    dataNames: new Map(names),
    changes: new Map(
      names.flatMap(([name, datum]) =>
        verbs.flatMap((verb) => [
          [`${verb} ${name}`, datum] as const,
          [`${name} ${verb}`, datum] as const,
        ]),
      ),
    ),
    topics: Object.keys(questions)
      .flatMap((topic) => folded(questions, topic).map((phrase) => ({ phrase, topic })))
      .sort((one, other) => other.phrase.length - one.phrase.length),
  };
}

function folded(written: Written, name: string): readonly string[] {
  return (written[name] ?? []).map(plain);
}
