/** Labels as a channel can show them: cut where they are too long, and only where they stay different. */

/** Of one line, as a button has. */
export function lineOf(label: string): string {
  return label.replace(/\s+/g, " ").trim();
}

/**
 * At most `most` UTF-16 units, which is the widest way to count (a channel that counts signs shows as much or more),
 * with "…" where something is left out. Never inside a sign as it is seen.
 */
export function cut(label: string, most: number): string {
  if (label.length <= most) return label;
  let kept = "";
  for (const { segment } of signs.segment(label)) {
    if (kept.length + segment.length > most - dots.length) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${dots}`;
}

/** Whether each can be told from every other, however a channel compares: small or capital, composed or not. */
export function areDifferent(labels: readonly string[]): boolean {
  const folded = labels.map((label) => label.normalize("NFKC").toLowerCase());
  const tellsNothing = labels.includes("") || labels.includes(dots);
  return new Set(folded).size === labels.length && !tellsNothing;
}

const signs = new Intl.Segmenter("id", { granularity: "grapheme" });
const dots = "…";
