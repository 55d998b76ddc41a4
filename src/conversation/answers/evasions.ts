/** What people write in the place of an answer: that they do not know, that it is on the card, or letters at random. */
import { onceFor } from "./once-for.ts";
import { wordsIn } from "./plain.ts";
import type { Words } from "./words.ts";

type Vocabulary = Pick<Words, "evasions" | "agreement">;

/** "gak tau", "lupa pak", "idak apal alamatnyo": nothing but that it is not known. */
export function isUnknowing(said: string, vocabulary: Vocabulary): boolean {
  const { unknowing, aroundUnknowing } = setsOf(vocabulary);
  const words = wordsIn(said);
  return (
    words.some((word) => unknowing.has(word)) &&
    words.every((word) => unknowing.has(word) || aroundUnknowing.has(word))
  );
}

/** "sama dengan KTP", "lihat di ktp bae": it stands on a card that nobody here sees. */
export function isAsOnCard(said: string, vocabulary: Vocabulary): boolean {
  const { card, aroundCard } = setsOf(vocabulary);
  const words = wordsIn(said);
  return (
    words.some((word) => card.has(word)) &&
    words.every((word) => card.has(word) || aroundCard.has(word))
  );
}

/** "ktp ilang", "dak pegang ktp", "di rumah pak": the card is not at hand. */
export function isCardAway(said: string, vocabulary: Vocabulary): boolean {
  const { card, away, hold, noes, wrong, aroundAway } = setsOf(vocabulary);
  const words = wordsIn(said);
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  // "Tanggal di ktp salah" holds it in the hand.
  if (/[0-9?]/.test(said) || has(wrong)) return false;
  if (has(card)) return has(away) || has(noes);
  return (
    (has(away) || (has(noes) && has(hold))) &&
    words.every((word) => away.has(word) || aroundAway.has(word))
  );
}

/** The words as they are looked up, made ready once. */
const setsOf = onceFor(({ evasions, agreement }: Vocabulary) => {
  const { unknowing, about, card, away, hold, wrong, as_on_card } = evasions;
  const noes = [...agreement.no, ...agreement.mild_no];
  const { fillers } = agreement;
  return {
    unknowing: new Set(unknowing),
    aroundUnknowing: new Set([...noes, ...fillers, ...about]),
    card: new Set(card),
    aroundCard: new Set([...as_on_card, ...fillers]),
    away: new Set(away),
    hold: new Set(hold),
    wrong: new Set(wrong),
    noes: new Set(noes),
    aroundAway: new Set([...noes, ...fillers, ...as_on_card, ...hold]),
  };
});

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
