/** What a person may say at any time, in their own words: commands belong to the engine, not to the flow. */
import { plain } from "./answers/plain.ts";
import type { Tongue } from "./material.ts";

export const commandNames = [
  "start",
  "questions",
  "genuine",
  "help",
  "back",
  "change",
  "repeat",
  "restart",
  "cancel",
  "status",
  "language",
  "staff",
  "my-data",
  "erase",
  "withdraw",
  "resume",
  "later",
  "new-person",
  "done",
] as const;

export type CommandName = (typeof commandNames)[number];

export type Command = {
  readonly name: CommandName;
  /** What is to be changed, where the person named it. */
  readonly datum?: string;
};

/** The command a text is, whole: "bantuan", "tolong hapus data", "ubah alamat", "alamat salah". */
export function commandIn(text: string, tongue: Tongue): Command | undefined {
  const said = withoutPoliteness(plain(text), tongue);
  for (const name of commandNames) {
    if (tongue.commands[name]?.some((phrase) => plain(phrase) === said)) return { name };
  }
  const datum = changedDatum(said, tongue);
  return datum === undefined ? undefined : { name: "change", datum };
}

/** The command a tapped value stands for. */
export function commandOf(value: string): CommandName | undefined {
  return commandNames.find((name) => name === value);
}

/** Whether the text asks something: a question mark, or a question word in front. */
export function isQuestion(text: string, tongue: Tongue): boolean {
  if (text.trim().endsWith("?")) return true;
  const said = withoutPoliteness(plain(text), tongue);
  return (tongue.commands["question-words"] ?? []).some(
    (word) => said === plain(word) || said.startsWith(`${plain(word)} `),
  );
}

/** "ubah alamat", "alamat salah" → address. */
function changedDatum(said: string, tongue: Tongue): string | undefined {
  const verbs = (tongue.commands["change"] ?? []).map(plain);
  for (const [datum, names] of Object.entries(tongue.dataNames)) {
    for (const name of names.map(plain)) {
      if (verbs.some((verb) => said === `${verb} ${name}` || said === `${name} ${verb}`)) return datum;
    }
  }
  return undefined;
}

function withoutPoliteness(said: string, tongue: Tongue): string {
  const polite = new Set((tongue.commands["polite"] ?? []).map(plain));
  const words = said.split(" ");
  const kept = words.filter((word) => !polite.has(word));
  return kept.length === 0 ? said : kept.join(" ");
}
