/** What must hold for the variables of texts: those that the program gives, and the same in every language. */
import { ownVariables } from "../../conversation/wording/own-variables.ts";
import { sharedVariables } from "../../conversation/wording/values.ts";
import type { Language } from "../../conversation/wording/wording.ts";
import type { Loaded } from "../reading/loaded.ts";
import type { Text } from "../reading/texts.ts";
import { type Check, type Remark, remark } from "./check.ts";
import { allTexts, spoken, variablesOf } from "./texts.ts";

export const variableChecks = {
  "variables-alike": function* (content) {
    const reference: Language = "id";
    for (const [language, key, text] of allTexts(content)) {
      const original = content.languages[reference].texts.get(key);
      if (language === reference || original === undefined) continue;
      if (!isSound(text) || !isSound(original)) continue;
      yield* differences(text, variablesOf(original), variablesOf(text));
    }
  },

  /** A name that nothing stands for would end the talk of whoever comes to this text. */
  "variable-known": function* (content) {
    for (const [, key, text] of allTexts(content)) {
      const given = givenTo(key, content);
      if (given === undefined) continue;
      for (const name of variablesOf(text)) {
        if (given.includes(name)) continue;
        yield remark(text.source, text.path, `nothing stands for {${name}} here`);
      }
    }
  },
} satisfies Record<string, Check>;

/** Of texts that others say: what they are given. Files that are not named here are not looked at. */
const besides: Readonly<Record<string, readonly string[]>> = {
  web: ["operator"],
  channels: [],
  occupations: [],
};

function givenTo(key: string, { rules }: Loaded): readonly string[] | undefined {
  const [file = ""] = key.split(".");
  if (!spoken.includes(file)) return besides[file];
  const own = [...ownVariables].flatMap(([start, names]) => (isMeant(start, key) ? names : []));
  return [...sharedVariables, ...rules.benefits.value.map(({ id }) => id), ...own];
}

/** A key, or with a point at its end the beginning of keys. */
function isMeant(start: string, key: string): boolean {
  return start.endsWith(".") ? key.startsWith(start) : key === start;
}

function isSound({ anatomies }: Text): boolean {
  return anatomies.every((anatomy) => "variables" in anatomy);
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
