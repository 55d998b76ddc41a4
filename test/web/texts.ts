/** The sentences of locales/<language>/web.yaml, as the house hands them to pages. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { wordingOf } from "../../src/conversation/wording/wording.ts";
import type { Language, Sentences, WebTexts } from "../../src/web/language.ts";

export const webTexts: WebTexts = { id: sentencesOf("id"), en: sentencesOf("en") };

function sentencesOf(language: Language): Sentences {
  const file = readFileSync(new URL(`../../locales/${language}/web.yaml`, import.meta.url), "utf8");
  return wordingOf(language, flat({ web: parse(file) })).text;
}

function flat(tree: object, before = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([name, inner]) =>
      typeof inner === "string" ? { [before + name]: inner } : flat(inner, `${before}${name}.`),
    ),
  );
}
