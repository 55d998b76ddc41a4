/** What must hold for the texts: there, in every language, and sound. */
import type { KindName } from "../../conversation/flow/flow.ts";
import { type Language, languages } from "../../conversation/wording/wording.ts";
import type { Loaded } from "../reading/loaded.ts";
import type { Path, Source } from "../reading/source.ts";
import type { Anatomy, Text } from "../reading/texts.ts";
import { type Check, placeLists, remark, remarkOnKey } from "./check.ts";

/** Files whose texts an applicant reads in the talk. */
export const spoken = [
  "answers",
  "calculator",
  "choices",
  "conversation",
  "elsewhere",
  "enrolment",
  "explain",
  "status",
];

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

  /** A text of a step that the flow does not have is left over from a renaming. */
  "text-of-a-step": function* (content) {
    const ids = new Set(content.enrolment.value.steps.map(({ id }) => id));
    for (const [, key, { source, path }] of allTexts(content)) {
      const [file, step = ""] = key.split(".");
      if (file !== "enrolment" || ids.has(step)) continue;
      yield remarkOnKey(source, path, `there is no step "${step}"`);
    }
  },
} satisfies Record<string, Check>;

/** Answered by a button; a text is never asked. Others show an example at the second try. */
const tappedKinds: readonly KindName[] = ["choice", "consent", "yes-no", "text"];

type Need = { readonly key: string; readonly source: Source; readonly path: Path };

/** The texts of the flow, of its choices, of the explanations and of the occupations, with the place that needs them. */
function neededTexts(loaded: Loaded): readonly Need[] {
  const { enrolment, lists, topics, occupationRows } = loaded;
  const { source } = enrolment;
  const ofSteps = enrolment.value.steps.flatMap((step, index): readonly Need[] => {
    const path = ["steps", index];
    if (step.type === "end") return [{ key: `enrolment.${step.id}.say`, source, path }];
    const { kind, list } = enrolment.value.data[step.datum] ?? {};
    const isTapped = kind === undefined || tappedKinds.includes(kind);
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
  const ofOccupations = occupationRows.value.map(({ code }, index) => ({
    key: `occupations.${code}`,
    source: occupationRows.source,
    path: [index],
  }));
  return [...ofSteps, ...ofChoices, ...ofTopics, ...ofOccupations, ...neededForReasons(loaded)];
}

/** Each reason, and the name of each datum that can be given back. */
function neededForReasons({ reasons: { value, source } }: Loaded): readonly Need[] {
  const returned = Object.entries(value.return).flatMap(([about, codes]) => [
    { key: `reasons.${about}.name`, source, path: ["return", about] },
    ...codes.map((code, index) => ({
      key: `reasons.${about}.${code}`,
      source,
      path: ["return", about, index],
    })),
  ]);
  const rejected = value.reject.map((code, index) => ({
    key: `reasons.all.${code}`,
    source,
    path: ["reject", index],
  }));
  return [...returned, ...rejected];
}

export function allTexts(content: Loaded): readonly (readonly [Language, string, Text])[] {
  return languages.flatMap((language) =>
    [...content.languages[language].texts].map(([key, text]) => [language, key, text] as const),
  );
}

/** Each bubble with its own place. */
export function bubblesOf(
  text: Text,
): readonly { readonly anatomy: Anatomy; readonly path: Path }[] {
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
