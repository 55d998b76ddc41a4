/** A message in its parts: cut at commas and "dan", at what tells by its shape what it is, and before "lahir", "kerja" … */
import { onceFor } from "../answers/once-for.ts";
import { plain } from "../answers/plain.ts";
import type { Words } from "../answers/words.ts";
import { type Shape, type Span, shapesIn } from "./shapes.ts";

export type Part = Span & {
  readonly shape?: Shape;
  /** The datum that the words before it name. */
  readonly label?: string;
  /** Where what follows those words begins. */
  readonly from: number;
};

/** A message with its parts. */
export type InParts = { readonly said: string; readonly parts: readonly Part[] };

/** What parts are made of: a word, or a whole shape. */
type Piece = Span & { readonly word: string; readonly shape?: Shape };

/** The parts in order, without what stands between them. `said` is plain text, its line breaks already commas. */
export function partsIn(said: string, words: Words): readonly Part[] {
  const vocabulary = vocabularyOf(words);
  const pieces = piecesOf(said, words);
  const parts: Part[] = [];
  let open: Part | undefined;
  for (let at = 0; at < pieces.length; ) {
    const label = labelAt(pieces, at, vocabulary);
    const taken = pieces.slice(at, at + (label?.length ?? 1));
    const part = partOf(taken, label?.datum);
    if (taken.some(({ word }) => vocabulary.joins.has(word))) {
      open = undefined;
    } else if (open !== undefined && isMoreOf(said, open, part)) {
      open = { ...open, end: part.end };
      parts.splice(-1, 1, open);
    } else {
      open = part.shape === undefined ? part : undefined;
      parts.push(part);
    }
    at += taken.length;
  }
  return parts;
}

/** A word that neither names something new nor stands behind a comma. */
function isMoreOf(said: string, open: Part, { start, shape, label }: Part): boolean {
  return (shape ?? label) === undefined && !/[,;]/.test(said.slice(open.end, start));
}

function partOf(taken: readonly Piece[], label: string | undefined): Part {
  const start = Math.min(...taken.map((piece) => piece.start));
  const end = Math.max(...taken.map((piece) => piece.end));
  const shape = taken[0]?.shape;
  return {
    start,
    end,
    from: label === undefined ? start : end,
    ...(shape === undefined ? {} : { shape }),
    ...(label === undefined ? {} : { label }),
  };
}

function piecesOf(said: string, words: Words): readonly Piece[] {
  const shapes = shapesIn(said, words);
  const single = [...said.matchAll(/[^\s,;:=]+/g)]
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length, word: plain(word) }))
    .filter(({ start }) => !shapes.some((shape) => shape.start <= start && start < shape.end));
  const all = [...single, ...shapes.map((shape) => ({ ...shape, word: "" }))];
  return all.toSorted((one, other) => one.start - other.start);
}

/** `isOfNumber`: only right before a number or an amount. */
type Label = { readonly datum: string; readonly isOfNumber: boolean };

type Vocabulary = {
  readonly joins: ReadonlySet<string>;
  readonly labels: ReadonlyMap<string, Label>;
  /** Of the longest label, in words. */
  readonly longest: number;
};

const vocabularyOf = onceFor(({ told }: Words): Vocabulary => {
  const labelsOf = (table: Words["told"]["labels"], isOfNumber: boolean) =>
    Object.entries(table).flatMap(([datum, forms]) =>
      forms.map((form) => [plain(form), { datum, isOfNumber }] as const),
    );
  const labels = [...labelsOf(told.numbers, true), ...labelsOf(told.labels, false)];
  return {
    joins: new Set(told.joins),
    labels: new Map(labels),
    longest: Math.max(...labels.map(([form]) => form.split(" ").length)),
  };
});

/** The longest label that begins there. */
function labelAt(
  pieces: readonly Piece[],
  at: number,
  { labels, longest }: Vocabulary,
): { readonly datum: string; readonly length: number } | undefined {
  for (let length = longest; length > 0; length -= 1) {
    const words = pieces.slice(at, at + length).map(({ word }) => word);
    const label = labels.get(words.join(" "));
    const isFit = label?.isOfNumber !== true || isBeforeShape(pieces, at + length, label.datum);
    if (label !== undefined && isFit) return { datum: label.datum, length: words.length };
  }
  return undefined;
}

/** "Hp saya 0812 …": at most two words stand between. "Lewat hp, lahir …" names no number. */
function isBeforeShape(pieces: readonly Piece[], at: number, shape: string): boolean {
  return pieces.slice(at, at + 3).find((piece) => piece.shape !== undefined)?.shape === shape;
}
