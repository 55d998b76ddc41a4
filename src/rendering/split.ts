/** A long text in pieces: cut between paragraphs, else lines, else words, else anywhere but inside a character. */

/** Nothing is lost but the white space at the cuts. `most` is in UTF-16 units. */
export function split(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = placeToCut(rest, most);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, rest];
}

function placeToCut(text: string, most: number): number {
  const window = text.slice(0, most + 1);
  for (const mark of ["\n\n", "\n", " "]) {
    const at = window.lastIndexOf(mark);
    if (at > most / 3) return at;
  }
  const isLow = /[\uDC00-\uDFFF]/.test(text.charAt(most));
  return isLow ? most - 1 : most;
}
