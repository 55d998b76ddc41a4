/** The vocabulary of a language, read from the files that the program reads. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Words, wordsSchema } from "../src/conversation/answers/words.ts";

export function wordsOf(language: "id" | "en"): Words {
  const folder = join(import.meta.dirname, "../locales", language, "words");
  const subjects = Object.keys(wordsSchema.shape).map((subject) => [
    subject,
    parse(readFileSync(join(folder, `${subject}.yaml`), "utf8")) as unknown,
  ]);
  return wordsSchema.parse(Object.fromEntries(subjects));
}
