/** What must hold for whatever applicants read: short, and without a figure that a rule does not give. */
import type { Loaded } from "../reading/loaded.ts";
import { type Check, remark } from "./check.ts";
import { allTexts, bubblesOf, spoken } from "./texts.ts";

/** As much as somebody who reads slowly takes in at once. */
const most = { characters: 240, sentences: 2 };

export const speechChecks = {
  "text-short": function* (content) {
    for (const { ways, source, path } of spokenBubbles(content)) {
      const length = Math.max(...ways.map(lengthOf));
      const sentences = Math.max(...ways.map(sentencesIn));
      if (length > most.characters) {
        const reason = `has ${length} characters, where ${most.characters} are read`;
        yield remark(source, path, reason);
      }
      if (sentences > most.sentences) {
        const reason = `has ${sentences} sentences, where ${most.sentences} are read`;
        yield remark(source, path, reason);
      }
    }
  },

  /** It would go on being said after the rule has changed. */
  "figure-typed": function* (content) {
    for (const { key, ways, source, path } of spokenBubbles(content)) {
      const figure = figureIn(ways);
      if (figure === undefined || sparing(key, content) !== undefined) continue;
      const reason = `"${figure}" is typed in: name a figure of flows/rules/, or say in flows/typed-figures.yaml why not`;
      yield remark(source, path, reason);
    }
  },

  "figure-spared": function* (content) {
    const { value, source } = content.typedFigures;
    const typed = spokenBubbles(content).filter(({ ways }) => figureIn(ways) !== undefined);
    for (const [index, spared] of value.entries()) {
      if (typed.some(({ key }) => sparing(key, content) === spared)) continue;
      yield remark(source, [index, "text"], "no figure is typed there");
    }
  },
} satisfies Record<string, Check>;

function spokenBubbles(content: Loaded) {
  return allTexts(content)
    .filter(([, key]) => spoken.includes(key.split(".")[0] ?? ""))
    .flatMap(([, key, text]) =>
      bubblesOf(text).flatMap(({ anatomy, path }) =>
        "ways" in anatomy ? [{ key, ways: anatomy.ways, source: text.source, path }] : [],
      ),
    );
}

function sparing(key: string, { typedFigures }: Loaded) {
  return typedFigures.value.find(({ text }) => key === text || key.startsWith(`${text}.`));
}

/** Amounts, percentages, ages and years to come. */
const figures =
  /\bRp ?\d[\d.,]*|\d+(?:[.,]\d+)? ?(?:%|(?:persen|percent|juta|jt|ribu|rb|million|thousand|tahun|years?)\b)|\b(?:umur|usia|aged?) \d+|\b20\d\d\b/iu;

function figureIn(ways: readonly string[]): string | undefined {
  return ways.map((way) => figures.exec(way)?.[0]).find((found) => found !== undefined);
}

/** As long as it gets: an amount is up to "Rp9.999.999", a name or place about as long as its variable's own name. */
function lengthOf(way: string): number {
  return [...way.replace(/\{sum_\d+\}/g, "Rp9.999.999")].length;
}

function sentencesIn(way: string): number {
  return way.match(/[.?!](?=\s|$)/g)?.length ?? 0;
}
