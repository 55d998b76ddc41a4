/** What people write in the place of an answer: that they do not know, that it is on the card, or letters at random. */
import { wordsIn } from "./plain.ts";
import type { Words } from "./words.ts";

type Vocabulary = Pick<Words, "evasions" | "agreement">;

/** "gak tau", "lupa pak", "idak apal alamatnyo": nothing but that it is not known. */
export function isUnknowing(said: string, { evasions, agreement }: Vocabulary): boolean {
  const words = wordsIn(said);
  const around = [...noesOf(agreement), ...agreement.fillers, ...evasions.about];
  return (
    words.some((word) => evasions.unknowing.includes(word)) &&
    words.every((word) => evasions.unknowing.includes(word) || around.includes(word))
  );
}

/** "sama dengan KTP", "lihat di ktp bae": it stands on a card that nobody here sees. */
export function isAsOnCard(said: string, { evasions, agreement }: Vocabulary): boolean {
  const words = wordsIn(said);
  const around = [...evasions.as_on_card, ...agreement.fillers];
  return (
    words.some((word) => evasions.card.includes(word)) &&
    words.every((word) => evasions.card.includes(word) || around.includes(word))
  );
}

/** "ktp ilang", "dak pegang ktp", "di rumah pak": the card is not at hand. */
export function isCardAway(said: string, { evasions, agreement }: Vocabulary): boolean {
  const words = wordsIn(said);
  const noes = noesOf(agreement);
  const has = (list: readonly string[]) => words.some((word) => list.includes(word));
  if (/[0-9?]/.test(said)) return false;
  if (has(evasions.card)) return has(evasions.away) || has(noes);
  const known = [...noes, ...agreement.fillers, ...evasions.as_on_card, ...evasions.hold];
  return (
    (has(evasions.away) || (has(noes) && has(evasions.hold))) &&
    words.every((word) => evasions.away.includes(word) || known.includes(word))
  );
}

/** "xxx", "asdf", "qweqwe", "sdfgh": keys that were hit to get past the question. Only letters of Latin script tell. */
export function isGibberish(said: string): boolean {
  const words = wordsIn(said);
  return words.length > 0 && words.every(isRandom);
}

/** Rows of a keyboard. */
const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

function isRandom(word: string): boolean {
  if (!/^[a-z]{3,}$/.test(word)) return false;
  // The shortest part that makes up the word when it is repeated: "asd" of "asdasd".
  const part = word.replace(/^(.+?)\1*$/, "$1");
  if (part.length === 1) return true;
  return part.length > 2 && (rows.some((row) => row.includes(part)) || isWithoutVowel(word));
}

/** Abbreviations ("dsn", "jln") have at most four letters. */
function isWithoutVowel(word: string): boolean {
  return word.length > 4 && !/[aeiouy]/.test(word);
}

function noesOf({ no, mild_no }: Words["agreement"]): readonly string[] {
  return [...no, ...mild_no];
}
