/** A terminal that remembers what was written to it. */
import { join } from "node:path";
import type { Terminal } from "../../src/cli/terminal.ts";
import { operatorWording } from "../../src/content/operator.ts";

export type HeardTerminal = Terminal & {
  readonly printed: string[];
  readonly complained: string[];
};

export function heardTerminal(folder: string, language: "id" | "en" = "en"): HeardTerminal {
  const printed: string[] = [];
  const complained: string[] = [];
  return {
    folder,
    language,
    wording: operatorWording(join(import.meta.dirname, "..", ".."), language),
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    printed,
    complained,
  };
}
