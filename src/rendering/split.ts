/**
 * A long text in pieces: cut between paragraphs, else lines, else sentences, else words. What is read as one (an address
 * of the web, a telephone number, "Rp 16.800") stays whole where it fits into one piece, and a sign always does.
 */

/**
 * Pieces of at most `most` UTF-16 units (two or more, as some signs have two), none of them empty; nothing is lost but
 * white space at the cuts. No pieces where the text is blank.
 */
export function split(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = placeToCut(rest, most);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === "" ? pieces : [...pieces, rest];
}

/** Where a piece may end, from the best place to the worst: each matches the white space behind it. */
const ends: readonly RegExp[] = [
  /\s*\n\s*\n\s*/g,
  /\s*\n\s*/g,
  // "Kec. Plaju" and "No. 3" are no sentences: before the full stop stands a word.
  /(?<=(?:\p{L}{4}|\d{2})[.?!…]["')”]?)\s+/gu,
  /\s+/g,
];

/** A piece that ends earlier than this would leave many pieces: a worse place further on is taken instead. */
const leastShare = 1 / 3;

/** Never 0. */
function placeToCut(text: string, most: number): number {
  // White space at the cut is dropped, so it may lie beyond what a piece holds.
  const window = text.slice(0, most + 1);
  const wholes = wholesIn(text, most);
  const isOpen = (at: number) => !wholes.some(({ from, to }) => from < at && at < to);
  for (const end of ends) {
    const at = lastOf(end, window, isOpen);
    if (at > most * leastShare) return at;
  }
  const beforeWhole = lastOf(/\s+/g, window, isOpen);
  if (beforeWhole > 0) return beforeWhole;
  return lastSign(text, most, isOpen) || lastSign(text, most, () => true) || insideSign(text, most);
}

/** The last place where the end is matched and the text may be cut; 0 where there is none. */
function lastOf(end: RegExp, window: string, isOpen: (at: number) => boolean): number {
  return [...window.matchAll(end)]
    .map(({ index }) => index)
    .filter((at) => at > 0 && isOpen(at))
    .reduce((last, at) => Math.max(last, at), 0);
}

/** Between two signs as they are seen: a letter with its marks, a face with its colour. 0 where the first is too long. */
function lastSign(text: string, most: number, isOpen: (at: number) => boolean): number {
  // A sign that begins inside may end outside.
  const window = text.slice(0, most + longestSign);
  return [...signs.segment(window)]
    .map(({ index }) => index)
    .filter((at) => at > 0 && at <= most && isOpen(at))
    .reduce((last, at) => Math.max(last, at), 0);
}

/** A sign of more letters than a piece holds: between its letters, none of them halved. */
function insideSign(text: string, most: number): number {
  const isHalved = /[\uDC00-\uDFFF]/.test(text.charAt(most));
  return Math.max(1, isHalved ? most - 1 : most);
}

const signs = new Intl.Segmenter("id", { granularity: "grapheme" });
/** UTF-16 units; a family of four with colours of skin has 19. */
const longestSign = 64;

/** What is read as one: addresses of the web and of mail, numbers in groups, amounts. */
const whole =
  /[a-z]+:\/\/\S+|\bwww\.\S+|\S+@\S+|(?:Rp\.? ?)?\+?\(?\d(?:[\d.,/:–-]|[ ()](?=[\d(]))*(?: ?(?:%|(?:ribu|rb|juta|jt|miliar|million|thousand)\b))?/giu;

function wholesIn(text: string, most: number) {
  return [...text.slice(0, most * 2).matchAll(whole)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
}
