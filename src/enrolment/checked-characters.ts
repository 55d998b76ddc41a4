/**
 * Characters for what people say, write on a hand and read out to one another, with one among them that checks the
 * others: the number of a submission, the code to go on elsewhere.
 */

/**
 * 23 characters. Left out: 0 O 1 I L (look like each other), A E (with them numbers would spell words), and
 * those of `misread`. 23 is a prime number, on which the check relies.
 */
export const alphabet = "23456789CDFHJKMNPRTVWXY";

/** Characters that none has, each read as the only one it can be mistaken for. */
const misread: ReadonlyMap<string, string> = new Map([
  ["B", "8"],
  ["G", "6"],
  ["S", "5"],
  ["U", "V"],
  ["Z", "2"],
]);

/** As many as there are `weights`, drawn by chance; the last one checks the others. Its weight must be 1. */
export function drawn(
  weights: readonly number[],
  randomInt: (below: number) => number,
): readonly string[] {
  const values = weights.slice(1).map(() => randomInt(alphabet.length));
  const check = (alphabet.length - weighed(values, weights)) % alphabet.length;
  return [...values, check].map((value) => alphabet.charAt(value));
}

/** What typed capital letters and digits are meant to be; or why they are none. */
export function meant(
  typed: readonly string[],
  weights: readonly number[],
): readonly string[] | "unknown-character" | "mistyped" {
  const characters = typed.map((character) => misread.get(character) ?? character);
  const values = characters.map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return "unknown-character";
  return weighed(values, weights) === 0 ? characters : "mistyped";
}

/**
 * The weighted sum of sound ones is 0 modulo 23. Where no weight is 0 and no two are alike, one wrong character
 * changes the sum, and so does changing places between any two different ones.
 */
function weighed(values: readonly number[], weights: readonly number[]): number {
  const sum = values.reduce((sum, value, place) => sum + value * Number(weights[place]), 0);
  return sum % alphabet.length;
}
