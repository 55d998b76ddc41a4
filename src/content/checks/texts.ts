/** What must hold for the texts: there, in every language, sound, and with the same variables. */
import { type Language, languages } from "../../conversation/wording.ts";
import type { Loaded } from "../loaded.ts";
import type { Path, Source } from "../source.ts";
import type { Anatomy, Text } from "../texts.ts";
import { type Check, placeLists, type Remark, remark, remarkOnKey } from "./check.ts";

export const textChecks = {
  /** What the flow says must be there in every language. The fault stands where the flow needs it. */
  "text-there": function* (content) {
    for (const { key, source, path } of neededTexts(content)) {
      for (const language of languages) {
        if (content.languages[language].texts.has(key)) continue;
        yield remark(source, path, `its text ${key} is missing in locales/${language}/`);
      }
    }
  },

  "text-in-every-language": function* (content) {
    const needed = new Set(neededTexts(content).map(({ key }) => key));
    for (const [language, key, { source, path }] of allTexts(content)) {
      if (needed.has(key)) continue;
      for (const other of languages) {
        if (other === language || content.languages[other].texts.has(key)) continue;
        yield remarkOnKey(source, path, `missing in locales/${other}/`);
      }
    }
  },

  "text-sound": function* (content) {
    for (const [, , text] of allTexts(content)) {
      for (const { anatomy, path } of bubblesOf(text)) {
        if (!("unsound" in anatomy)) continue;
        yield remark(
          text.source,
          path,
          `cannot be read: ${anatomy.unsound} at letter ${anatomy.offset + 1}`,
        );
      }
    }
  },

  "variables-alike": function* (content) {
    const reference: Language = "id";
    for (const [language, key, text] of allTexts(content)) {
      const original = content.languages[reference].texts.get(key);
      if (language === reference || original === undefined) continue;
      yield* differences(text, variablesOf(original), variablesOf(text));
    }
  },

  /** A text of a step that the flow does not have is left over from a renaming. */
  "text-of-a-step": function* (content) {
    const ids = new Set(content.enrolment.value.steps.map(({ id }) => id));
    for (const [, key, { source, path }] of allTexts(content)) {
      const [file, step = ""] = key.split(".");
      if (file !== "enrolment" || ids.has(step)) continue;
      yield remarkOnKey(source, path, `there is no step "${step}"`);
    }
  },

  /** WhatsApp cuts off the label of a button after 20 characters, of a row in a list after 24. */
  "label-fits": function* (content) {
    for (const [list, options] of Object.entries(content.lists.value)) {
      const most = options.length <= 3 ? 20 : 24;
      for (const { value } of options) {
        for (const language of languages) {
          const text = content.languages[language].texts.get(`choices.${list}.${value}`);
          if (text === undefined || variablesOf(text).length > 0) continue;
          const { length } = [...[text.bubbles].flat().join("\n")];
          if (length <= most) continue;
          yield remark(text.source, text.path, `has ${length} characters, where ${most} are shown`);
        }
      }
    }
  },
} satisfies Record<string, Check>;

type Need = { readonly key: string; readonly source: Source; readonly path: Path };

/** The texts of the flow, of its choices and of the explanations, with the place that needs them. */
function neededTexts({ enrolment, lists, topics }: Loaded): readonly Need[] {
  const { source } = enrolment;
  const ofSteps = enrolment.value.steps.flatMap((step, index): readonly Need[] => {
    const path = ["steps", index];
    if (step.type === "end") return [{ key: `enrolment.${step.id}.say`, source, path }];
    const { kind, list } = enrolment.value.data[step.datum] ?? {};
    const isTapped = kind === "choice" || kind === "consent" || kind === "yes-no";
    const options = (list === undefined ? undefined : lists.value[list]) ?? [];
    const names = [
      "ask",
      ...(isTapped ? [] : ["example"]),
      ...(options.some(({ does }) => does === "explain") ? ["more"] : []),
    ];
    return [
      ...names.map((name) => ({ key: `enrolment.${step.id}.${name}`, source, path })),
      ...step.says.map(({ text }, bubble) => ({
        key: `enrolment.${step.id}.${text}`,
        source,
        path: [...path, "says", bubble],
      })),
    ];
  });
  const ofChoices = Object.entries(lists.value)
    .filter(([list]) => !placeLists.includes(list))
    .flatMap(([list, options]) =>
      options.map(({ value }, index) => ({
        key: `choices.${list}.${value}`,
        source: lists.source,
        path: [list, index],
      })),
    );
  const ofTopics = topics.value.topics.flatMap(({ name, menu }, index) =>
    [`explain.${name}`, ...(menu ? [`choices.topics.${name}`] : [])].map((key) => ({
      key,
      source: topics.source,
      path: ["topics", index],
    })),
  );
  return [...ofSteps, ...ofChoices, ...ofTopics];
}

function allTexts(content: Loaded): readonly (readonly [Language, string, Text])[] {
  return languages.flatMap((language) =>
    [...content.languages[language].texts].map(([key, text]) => [language, key, text] as const),
  );
}

/** Each bubble with its own place. */
function bubblesOf(text: Text): readonly { readonly anatomy: Anatomy; readonly path: Path }[] {
  return text.anatomies.map((anatomy, index) => ({
    anatomy,
    path: typeof text.bubbles === "string" ? text.path : [...text.path, index],
  }));
}

export function variablesOf(text: Text): readonly string[] {
  const all = text.anatomies.flatMap((anatomy) =>
    "variables" in anatomy ? anatomy.variables : [],
  );
  return [...new Set(all)];
}

function* differences(
  text: Text,
  wanted: readonly string[],
  found: readonly string[],
): Iterable<Remark> {
  const missing = wanted.filter((name) => !found.includes(name));
  const extra = found.filter((name) => !wanted.includes(name));
  const says = [
    ...missing.map((name) => `{${name}} is missing`),
    ...extra.map((name) => `{${name}} is too much`),
  ];
  if (says.length > 0) {
    yield remark(text.source, text.path, `compared with locales/id/, ${says.join(", ")}`);
  }
}
