/** What a person may say at any time, in their own words: commands and questions belong to the engine, not to the flow. */
import { isAskedAtTheEnd } from "../answers/asked-at-the-end.ts";
import { plain } from "../answers/plain.ts";
import type { Tongue } from "../material.ts";
import { withoutPoliteness } from "../wording/phrases.ts";
import { type CommandName, commandNames } from "./command-names.ts";

export type Command = {
  readonly name: CommandName;
  /** What is to be changed, where the person named it. */
  readonly datum?: string;
};

/** The command a text is, whole: "bantuan", "tolong hapus data", "ubah alamat", "alamat salah". */
export function commandIn(text: string, { phrases }: Tongue): Command | undefined {
  const said = withoutPoliteness(text, phrases.polite);
  const name =
    phrases.commands.get(plain(text)) ??
    phrases.commands.get(said) ??
    phrases.commands.get(withoutPoliteness(said, phrases.softening));
  const datum = phrases.changes.get(said);
  // "Ganti hp" may be either.
  if (name === "elsewhere" && datum !== undefined) return { name, datum };
  if (name !== undefined) return { name };
  return datum === undefined ? undefined : { name: "change", datum };
}

/** The command a tapped value stands for. */
export function commandOf(value: string): CommandName | undefined {
  return commandNames.find((name) => name === value);
}

/** A question mark, "dak" behind other words, or a question word in front. "Apa saja" is no question. */
export function isQuestion(text: string, { phrases, words }: Tongue): boolean {
  if (text.trim().endsWith("?") || isAskedAtTheEnd(text, words)) return true;
  const said = `${withoutPoliteness(text, phrases.polite)} `;
  const begins = (words: readonly string[]) => words.some((word) => said.startsWith(`${word} `));
  return begins(phrases.questionWords) && !begins(phrases.noQuestions);
}

/** "Terserah", "bingung": somebody who needs help with the question. */
export function isUndecided(text: string, { phrases }: Tongue): boolean {
  const said = plain(text);
  return (
    // "???": what is wanted of me?
    (said === "" && text.includes("?")) ||
    phrases.undecided.has(said) ||
    phrases.undecided.has(withoutPoliteness(text, phrases.polite))
  );
}

/** "Ok kirim besok", "jangan kirim dulu": not now, and no question about when. */
export function isNotNow(text: string, tongue: Tongue): boolean {
  const said = ` ${plain(text)} `;
  return (
    !isQuestion(text, tongue) &&
    tongue.phrases.notNow.some((phrase) => said.includes(` ${phrase} `))
  );
}

/** The datum whose name the text is: "alamat" → address. */
export function datumNamed(text: string, { phrases }: Tongue): string | undefined {
  return phrases.dataNames.get(plain(text));
}
