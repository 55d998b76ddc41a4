/** Choices as numbered lines of the text, where a channel has no buttons for them. */
import type { Capabilities } from "../channels/channel.ts";
import { lineOf } from "./labels.ts";
import { split } from "./split.ts";

/** More lines than these fill the screen of a telephone, with the question gone at its top. */
const mostLines = 12;

/**
 * The texts, in order: what is asked together with the first lines, and further lines with their numbers going on. The
 * person may answer with any number, whichever text it stands in. A line is never cut unless it alone is too long.
 * Where `textMax` has no end nothing is paged: that is a screen that scrolls.
 */
export function numbered(
  text: string,
  labels: readonly string[],
  { textMax }: Capabilities,
): readonly string[] {
  const lines = labels.map((label, index) => `${index + 1}  ${lineOf(label)}`.trim());
  const pages = Number.isFinite(textMax) ? inPages(lines, textMax) : [lines.join("\n")];
  const asked = split(text, textMax);
  const [first, ...further] = pages;
  const last = asked.at(-1);
  if (first === undefined || last === undefined) return [...asked, ...pages];
  const together = `${last}\n\n${first}`;
  return together.length <= textMax
    ? [...asked.slice(0, -1), together, ...further]
    : [...asked, first, ...further];
}

/** About as many lines on each page, so that the last is no single one. */
function inPages(lines: readonly string[], textMax: number): readonly string[] {
  const perPage = Math.ceil(lines.length / Math.ceil(lines.length / mostLines));
  const pages: string[][] = [];
  for (const line of lines) {
    const page = pages.at(-1);
    const hasRoom = page !== undefined && page.length < perPage;
    if (hasRoom && [...page, line].join("\n").length <= textMax) page.push(line);
    else pages.push([line]);
  }
  return pages.flatMap((page) => split(page.join("\n"), textMax));
}
