/** How hard a password is to guess, by the lists and habits that guessers use: 0 to 4, of which 3 is enough. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as indonesian } from "@zxcvbn-ts/language-id";

const judges = new ZxcvbnFactory({
  dictionary: { ...common, ...indonesian },
  graphs: adjacencyGraphs,
  // Longer ones are looked at no further: it takes its time, and they are long.
  maxLength: 64,
});

/** `words` are tried first by whoever guesses here. */
export function judge(password: string, words: readonly string[]): number {
  return judges.check(password, [...words]).score;
}
