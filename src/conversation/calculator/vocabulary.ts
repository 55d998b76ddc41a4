/** The words of whoever asks what it would cost, made ready once, in the pieces in which amounts are read. */
import { piecesOf } from "../answers/amounts.ts";
import { onceFor } from "../answers/once-for.ts";
import type { Words } from "../answers/words.ts";

type List = keyof Words["calculator"];
type Phrase = readonly string[];

export type Vocabulary = {
  /** Whether a phrase of the list is said. */
  readonly says: (pieces: readonly string[], list: List) => boolean;
  /** Where a phrase of the list stands and how many pieces it has; undefined where none is said. */
  readonly find: (pieces: readonly string[], list: List) => Place | undefined;
  /** Whether one piece is a word of the list. */
  readonly is: (piece: string | undefined, list: List) => boolean;
  /** Whether a piece is a word of any list, of money or of time, or a number. */
  readonly isKnown: (piece: string) => boolean;
};

export type Place = { readonly at: number; readonly length: number };

export const vocabularyOf = onceFor((words: Words): Vocabulary => {
  const lists = new Map(
    Object.entries(words.calculator).map(([list, phrases]) => [
      list as List,
      phrases.map((phrase) => piecesOf(phrase, words)),
    ]),
  );
  const phrasesIn = (list: List): readonly Phrase[] => lists.get(list) as readonly Phrase[];
  const single = new Map(
    [...lists].map(([list, phrases]) => [
      list,
      new Set(phrases.filter(({ length }) => length === 1).flat()),
    ]),
  );
  const known = knownIn(words, [...lists.values()]);
  const find = (pieces: readonly string[], list: List) =>
    phrasesIn(list).flatMap((phrase) => placeOf(phrase, pieces))[0];
  return {
    find,
    says: (pieces, list) => find(pieces, list) !== undefined,
    is: (piece, list) => piece !== undefined && single.get(list)?.has(piece) === true,
    isKnown: (piece) => /^\P{L}/u.test(piece) || known.has(piece),
  };
});

function placeOf(phrase: Phrase, pieces: readonly string[]): readonly Place[] {
  const at = pieces.findIndex((_, start) =>
    phrase.every((word, index) => pieces[start + index] === word),
  );
  return at === -1 ? [] : [{ at, length: phrase.length }];
}

/** Of the numbers, what tells a time or an amount; "tergantung" and "2 kilo" are something else. */
function knownIn({ numbers }: Words, lists: readonly (readonly Phrase[])[]): ReadonlySet<string> {
  const { units, ones, market, half, each, nouns, every, times, range, per } = numbers;
  return new Set([
    ...lists.flat(2),
    ...[units, ones, market].flatMap((table) => Object.keys(table)),
    ...[each, nouns].flatMap((periods) => Object.values(periods).flat()),
    ...half,
    ...every,
    ...times,
    ...range,
    ...per,
  ]);
}
