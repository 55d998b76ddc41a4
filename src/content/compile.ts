/** Files of the right shape → the material of the talk. Never fails: what does not hold together is left as it is. */
import type { Datum, Flow, Step } from "../conversation/flow/flow.ts";
import type { Material, Tongue } from "../conversation/material.ts";
import { type Explained, elsewhere, questionsOf } from "../conversation/questions/search.ts";
import { phrasesOf } from "../conversation/wording/phrases.ts";
import { type Language, type Texts, wordingOf } from "../conversation/wording/wording.ts";
import type { Loaded, LoadedLanguage } from "./reading/loaded.ts";
import type { EnrolmentFile, Lists, RawStep } from "./reading/schemas.ts";

export function compile(loaded: Loaded): Material {
  const { rules } = loaded;
  return {
    flow: compileFlow(loaded.enrolment.value, loaded.lists.value),
    topics: loaded.topics.value.topics,
    rules: {
      contributions: rules.contributions.value,
      discounts: rules.discounts.value,
      eligibility: rules.eligibility.value,
      benefits: rules.benefits.value,
      thresholds: rules.thresholds.value,
      receivers: rules.receivers.value,
    },
    reasons: loaded.reasons.value,
    places: loaded.places,
    occupations: loaded.occupations,
    branches: loaded.branches.value,
    tongues: {
      id: compileTongue("id", loaded.languages.id),
      en: compileTongue("en", loaded.languages.en),
    },
    hash: loaded.hash,
  };
}

function compileFlow({ name, data, steps }: EnrolmentFile, lists: Lists): Flow {
  const counted = steps.filter((step) => step.type === "ask" && step.part_of === undefined);
  const numbers = new Map(counted.map(({ id }, index) => [id, index + 1]));
  return {
    name,
    data: new Map(
      Object.entries(data).map(([datum, shape]): [string, Datum] => [
        datum,
        { name: datum, ...shape },
      ]),
    ),
    steps: steps.map((step) => compileStep(step, numbers)),
    lists: new Map(Object.entries(lists)),
    questions: counted.length,
  };
}

function compileStep(step: RawStep, numbers: ReadonlyMap<string, number>): Step {
  if (step.type === "end") return step;
  const { part_of: partOf, ...ask } = step;
  const number = numbers.get(partOf ?? step.id) ?? 0;
  return partOf === undefined ? { ...ask, number } : { ...ask, number, partOf };
}

function compileTongue(language: Language, loaded: LoadedLanguage): Tongue {
  const texts: Texts = Object.fromEntries(
    [...loaded.texts]
      .filter(([, { anatomies }]) => anatomies.every((anatomy) => "variables" in anatomy))
      .map(([key, { bubbles }]) => [key, bubbles]),
  );
  return {
    wording: wordingOf(language, texts),
    words: loaded.words,
    phrases: phrasesOf({
      commands: loaded.commands.value,
      dataNames: loaded.dataNames.value,
    }),
    questions: questionsOf(explainedIn(loaded), loaded.words.asking, language),
  };
}

/** Each topic with the phrases by which people ask for it, and what its text says. */
function explainedIn(loaded: LoadedLanguage): readonly Explained[] {
  const { questions, examples, texts, words } = loaded;
  const asked = { ...questions.value, [elsewhere]: words.asking.elsewhere };
  return Object.entries(asked).map(([topic, written]) => {
    const phrases = [...written, ...(examples.value[topic] ?? [])];
    const anatomies = texts.get(`explain.${topic}`)?.anatomies ?? [];
    const outlines = anatomies.flatMap((anatomy) => ("outline" in anatomy ? anatomy.outline : []));
    return { topic, phrases, text: outlines.join(" ") };
  });
}
