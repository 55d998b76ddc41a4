/** What is looked at: a step with all that is said when it is reached, or texts by their key, in each way they can be said. */
import { distance } from "fastest-levenshtein";
import { spoken } from "../../content/checks/texts.ts";
import type { Text } from "../../content/reading/texts.ts";
import { goOn } from "../../conversation/asking/asking.ts";
import type { Step } from "../../conversation/flow/flow.ts";
import type { Say } from "../../conversation/turn.ts";
import { hereAt, type Sample } from "./samples.ts";
import { exampleValues } from "./values.ts";

/** Said one after another. */
export type Scene = { readonly title: string; readonly says: readonly Say[] };

/**
 * The scenes of what was named: a step, a text, or the beginning of several texts ("conversation.sure"); the questions
 * of the flow in order where nothing was. Undefined where nothing is called so.
 */
export function scenesOf(name: string | undefined, sample: Sample): readonly Scene[] | undefined {
  const { steps } = sample.content.material.flow;
  if (name === undefined) return steps.filter(({ type }) => type === "ask").map(sceneOf);
  const step = steps.find(({ id }) => id === name);
  if (step !== undefined) return [sceneOf(step)];
  const texts = textsUnder(name, sample);
  return texts.length === 0 ? undefined : texts.flatMap(([key, text]) => waysOf(key, text, sample));

  function sceneOf(one: Step): Scene {
    const here = hereAt(one, sample);
    return { title: one.id, says: here === undefined ? [] : goOn(here).says };
  }
}

/** Names of steps and keys that are nearly the one that is none; the nearest first. */
export function namesNear(name: string, { content }: Sample): readonly string[] {
  const steps = content.material.flow.steps.map(({ id }) => id);
  const keys = [...content.languages.id.texts.keys()].filter(isSpoken);
  const near = [...steps, ...keys]
    .map((one) => ({ one, apart: apart(name.toLowerCase(), one) }))
    .filter(({ apart }) => apart <= Math.max(2, name.length / 4))
    .toSorted((one, other) => one.apart - other.apart);
  return near.slice(0, 3).map(({ one }) => one);
}

/** Wrong letters; the last part alone ("erase" of "conversation.sure.erase") is nearly the whole. */
function apart(name: string, key: string): number {
  const last = key.split(".").at(-1) ?? key;
  const dashed = name.replaceAll("_", "-");
  return Math.min(distance(name, key), distance(dashed, key), distance(name, last) + 0.5);
}

function textsUnder(name: string, { content, language }: Sample) {
  return [...content.languages[language].texts].filter(
    ([key]) => isSpoken(key) && (key === name || key.startsWith(`${name}.`)),
  );
}

function isSpoken(key: string): boolean {
  return [...spoken, "reasons", "channels"].includes(key.split(".")[0] ?? "");
}

/** A scene for each way; bubbles that have only one way are said in all of them. */
function waysOf(key: string, { anatomies }: Text, sample: Sample): readonly Scene[] {
  const values = exampleValues(sample);
  const bubbles = anatomies.map((anatomy) => ("ways" in anatomy ? anatomy.ways : []));
  const most = Math.max(0, ...bubbles.map(({ length }) => length));
  return Array.from({ length: most }, (_, way) => ({
    title: most === 1 ? key : `${key} (${way + 1}/${most})`,
    says: bubbles.flatMap((ways) => {
      const text = (ways[way] ?? ways.at(-1) ?? "").replace(
        /\{(\w+|#)\}/g,
        (gap, name: string) => values(name) ?? gap,
      );
      return text.trim() === "" ? [] : [{ text: text.trim() }];
    }),
  }));
}
