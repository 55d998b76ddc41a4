/** Reads one language: locales/<language>/*.yaml are texts, locales/<language>/words/*.yaml what people say. */
import { wordsSchema } from "../../conversation/answers/words.ts";
import type { Language } from "../../conversation/wording/wording.ts";
import type { Files } from "./files.ts";
import type { LoadedLanguage } from "./loaded.ts";
import { phrasesSchema } from "./schemas.ts";
import { type Text, textsIn } from "./texts.ts";

/** Files of words/ that are not vocabulary of an answer. */
const phraseFiles = ["commands", "questions", "examples", "data-names"];

export function loadLanguage(language: Language, files: Files): LoadedLanguage | undefined {
  const folder = `locales/${language}`;
  const texts = loadTexts(folder, files);
  const words = loadWords(`${folder}/words`, files);
  const commands = files.yaml(`${folder}/words/commands.yaml`, phrasesSchema);
  const questions = files.yaml(`${folder}/words/questions.yaml`, phrasesSchema);
  const examples = files.yaml(`${folder}/words/examples.yaml`, phrasesSchema);
  const dataNames = files.yaml(`${folder}/words/data-names.yaml`, phrasesSchema);
  if (words === undefined || commands === undefined) return undefined;
  if (questions === undefined || examples === undefined || dataNames === undefined)
    return undefined;
  return { texts, ...words, commands, questions, examples, dataNames };
}

function loadTexts(folder: string, files: Files): ReadonlyMap<string, Text> {
  const all = new Map<string, Text>();
  for (const name of files.namesIn(folder, ".yaml")) {
    const source = files.source(`${folder}/${name}`);
    if (source === undefined) continue;
    const { texts, faults } = textsIn(name.replace(/\.yaml$/, ""), source);
    for (const [key, text] of texts) all.set(key, text);
    for (const fault of faults) files.refuse(fault);
  }
  return all;
}

function loadWords(
  folder: string,
  files: Files,
): Pick<LoadedLanguage, "words" | "occupationWords" | "askingWords"> | undefined {
  const subjects = Object.entries(wordsSchema.shape).map(([subject, schema]) => {
    const read = files.yaml<unknown>(`${folder}/${fileOf(subject)}`, schema);
    return [subject, read] as const;
  });
  const known = [...Object.keys(wordsSchema.shape).map(fileOf), ...phraseFiles.map(fileOf)];
  for (const name of files.namesIn(folder, ".yaml")) {
    if (known.includes(name)) continue;
    const why = "nothing reads this file";
    files.refuse({ rule: "unknown-file", file: `${folder}/${name}`, line: 1, column: 1, why });
  }
  // Each subject was read by its own schema, so that a fault has its place; here they become one value.
  const values = subjects.map(([subject, read]) => [subject, read?.value]);
  const words = wordsSchema.safeParse(Object.fromEntries(values)).data;
  const { occupations, asking } = Object.fromEntries(subjects);
  if (words === undefined || occupations === undefined || asking === undefined) return undefined;
  return {
    words,
    occupationWords: { value: words.occupations, source: occupations.source },
    askingWords: { value: words.asking, source: asking.source },
  };
}

function fileOf(subject: string): string {
  return `${subject.replaceAll("_", "-")}.yaml`;
}
