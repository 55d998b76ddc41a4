/** One file as its author wrote it: what it says, and at which line and column it says so. */
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Fault } from "./fault.ts";
import { plainFault } from "./yaml-faults.ts";

/** The way to a value: keys of maps, positions in lists. */
export type Path = readonly (string | number)[];

export type Spot = { readonly line: number; readonly column: number };

export type Source = {
  /** From the content folder on, with `/`. */
  readonly file: string;
  readonly data: unknown;
  /** Where the value at `path` stands, or the nearest one around it that does. */
  readonly at: (path: Path) => Spot;
  /** Where the key at the end of `path` stands. */
  readonly atKey: (path: Path) => Spot;
  /** A value letter by letter, before YAML makes a number or a truth of it. */
  readonly written: (path: Path) => string;
};

/** Reads YAML (and JSON, which is YAML). */
export function parseSource(
  file: string,
  text: string,
): { readonly source: Source } | { readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings].map((error): Fault => {
    const isRepeated = error.code === "DUPLICATE_KEY";
    const { line, col } = lines.linePos(error.pos[0]);
    const [word = ""] = /^[^:\n]*/.exec(text.slice(error.pos[0])) ?? [];
    return {
      rule: isRepeated ? "duplicate-key" : "sound-yaml",
      file,
      line,
      column: col,
      why: isRepeated
        ? `the key ${word.trim()} stands here twice`
        : `${plainFault(error.code)}: ${lineAt(text, line)}`,
    };
  });
  if (faults.length > 0) return { faults };

  const spotOf = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const root = document.contents;
  return {
    source: {
      file,
      data: document.toJS(),
      at: (path) => spotOf(follow(root, path).value),
      atKey: (path) => spotOf(follow(root, path).key),
      written: (path) => {
        const node = document.getIn(path, true);
        return isScalar(node) ? (node.source ?? "") : "";
      },
    },
  };
}

/** A line as it is written, shortened to what fits beside its fault. */
function lineAt(text: string, line: number): string {
  const written = text.split("\n")[line - 1]?.trim() ?? "";
  return written === "" ? "(end of the file)" : [...written].slice(0, 80).join("");
}

/** Offsets of the key and of the value at the end of the path; of what is around them where the path breaks off. */
function follow(root: Node | null, path: Path): { readonly key: number; readonly value: number } {
  let node: unknown = root;
  let found = { key: offsetOf(root) ?? 0, value: offsetOf(root) ?? 0 };
  for (const part of path) {
    const next = inside(node, part);
    if (next === undefined) return found;
    node = isPair(next) ? next.value : next;
    const key = offsetOf(isPair(next) ? next.key : next) ?? found.key;
    found = { key, value: offsetOf(node) ?? key };
  }
  return found;
}

/** One step further: the pair of a key, or the item at a position. */
function inside(node: unknown, part: string | number): unknown {
  if (isSeq(node)) return node.items[Number(part)];
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
}

/** Where a node begins. A key without a value has an empty node, which stands nowhere. */
function offsetOf(node: unknown): number | undefined {
  const { range } = (node ?? {}) as Partial<Node>;
  return range?.[0];
}
