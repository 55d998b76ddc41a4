/** Regencies and districts on the screen, called as people call them: "muba", "4 lawang", "banyu asin". */
import type { About, Option } from "./kind.ts";

/** The options that the text names; none where no places are on offer. */
export function optionsOfPlaces(
  heard: string,
  { options, list, places, words }: About,
): readonly Option[] {
  if (list !== "regencies" && list !== "districts") return [];
  const named = places.search(heard, words.places)[list].map(({ code }) => code);
  return options.filter(({ value }) => named.includes(value));
}
