/** Frames of letters: what a person sees on a telephone, as wide as one, in any terminal and any file. */

/** Cells between the borders. */
const inner = 40;

/** Parts one below the other, with a line between; each part is lines that are already as wide as they may be. */
export function frame(
  parts: readonly (readonly string[])[],
  corners: keyof typeof kinds = "round",
): readonly string[] {
  const [topLeft, topRight, bottomRight, bottomLeft] = kinds[corners];
  const line = "─".repeat(inner + 2);
  const rows = parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [`├${line}┤`]),
    ...part.map((text) => `│ ${padded(text)} │`),
  ]);
  return [`${topLeft}${line}${topRight}`, ...rows, `${bottomLeft}${line}${bottomRight}`];
}

const kinds = { round: ["╭", "╮", "╯", "╰"], square: ["┌", "┐", "┘", "└"] } as const;

/** Broken between words; a word that is too long, between its signs. Further lines begin with `hanging`. */
export function wrapped(text: string, hanging = "", width = inner): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const rows: string[] = [];
    let row = "";
    for (const piece of piecesOf(line, width - hanging.length)) {
      if (widthOf(row + piece) > width && row.trim() !== "") {
        rows.push(row.trimEnd());
        row = hanging;
      }
      row += rows.length > 0 && row === hanging ? piece.trimStart() : piece;
    }
    return [...rows, row.trimEnd()];
  });
}

/** In the middle, on as many lines as it takes. */
export function centred(text: string, width = inner): readonly string[] {
  return wrapped(text, "", width).map((line) => {
    const before = Math.floor((width - widthOf(line)) / 2);
    return padded(" ".repeat(before) + line, width);
  });
}

/** Beside each other, as two buttons are. */
export function besides(labels: readonly string[]): readonly string[] {
  const width = Math.floor((inner - 3 * (labels.length - 1)) / labels.length);
  const columns = labels.map((label) => centred(label, width));
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    columns.map((column) => padded(column[row] ?? "", width)).join(" │ "),
  );
}

/** Words with the space before them, and what is longer than a line in pieces. */
function piecesOf(line: string, width: number): readonly string[] {
  return (line.match(/\s*\S+/g) ?? []).flatMap((word) => {
    if (widthOf(word) <= width) return [word];
    const pieces = [""];
    for (const { segment } of signs.segment(word)) {
      if (widthOf((pieces.at(-1) ?? "") + segment) > width) pieces.push("");
      pieces[pieces.length - 1] += segment;
    }
    return pieces;
  });
}

function padded(text: string, width = inner): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Cells of a terminal: a picture takes two. */
function widthOf(text: string): number {
  return [...signs.segment(text)].reduce(
    (sum, { segment }) => sum + (/\p{Emoji_Presentation}|\uFE0F/u.test(segment) ? 2 : 1),
    0,
  );
}

const signs = new Intl.Segmenter("id", { granularity: "grapheme" });
