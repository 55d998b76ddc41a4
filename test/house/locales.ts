/** The texts of a language as the house test looks at them: every bubble of every key, in each way it can be said. */

import { basename } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { parse } from "yaml";
import { type File, filesIn } from "./files.ts";

export type Bubble = {
  readonly language: string;
  readonly key: string;
  /** As written, ICU and all. */
  readonly written: string;
  readonly variables: readonly string[];
  /** One for each way through its branches, with `{name}` for a variable. */
  readonly ways: readonly string[];
};

export const languages = ["id", "en"];

/** Bubbles of `locales/<language>/*.yaml`; `words/` is vocabulary and not said. */
export function bubblesIn(
  language: string,
  files: readonly File[] = filesOf(language),
): readonly Bubble[] {
  return files.flatMap(({ path, text }) => read(language, basename(path, ".yaml"), parse(text)));
}

export const said = languages.flatMap((language) => bubblesIn(language));

function filesOf(language: string): readonly File[] {
  return filesIn(`locales/${language}`, ".yaml").filter(({ path }) => !path.includes("/words/"));
}

function read(language: string, key: string, value: unknown): readonly Bubble[] {
  if (typeof value === "string") return [bubbleOf(language, key, value)];
  if (Array.isArray(value)) return value.flatMap((part) => read(language, key, part));
  return Object.entries(value ?? {}).flatMap(([part, inner]) =>
    read(language, `${key}.${part}`, inner),
  );
}

type Parts = ReturnType<IntlMessageFormat["getAst"]>;

function bubbleOf(language: string, key: string, written: string): Bubble {
  const parts = new IntlMessageFormat(written, language, {}, { ignoreTag: true }).getAst();
  return {
    language,
    key,
    written,
    variables: [...new Set(variablesOf(parts))].sort(),
    ways: waysOf(parts),
  };
}

function variablesOf(parts: Parts): readonly string[] {
  return parts.flatMap((part) => [
    // 0 is plain text, 7 the # of a plural.
    ...(part.type === 0 || part.type === 7 ? [] : [part.value]),
    ...("options" in part
      ? Object.values(part.options).flatMap(({ value }) => variablesOf(value))
      : []),
  ]);
}

function waysOf(parts: Parts): readonly string[] {
  return parts.reduce<readonly string[]>(
    (ways, part) => ways.flatMap((way) => endingsOf(part).map((ending) => way + ending)),
    [""],
  );
}

function endingsOf(part: Parts[number]): readonly string[] {
  if (part.type === 0) return [part.value];
  if (part.type === 7) return ["{#}"];
  if ("options" in part) return Object.values(part.options).flatMap(({ value }) => waysOf(value));
  return [`{${part.value}}`];
}
