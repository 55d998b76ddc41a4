/** Names that are a few wrong letters away. */
import { distance } from "fastest-levenshtein";

export type Named<Place> = { readonly place: Place; readonly name: string };

export type Near<Place> = { readonly places: readonly Place[]; readonly slips: number };

/**
 * The places whose name is the fewest wrong letters away from what was said; none where that is too many. `said` are
 * groups of possible names, the longest first: only where nothing is near one of a group the next is looked at.
 */
export function nearest<Place>(
  said: readonly (readonly string[])[],
  list: readonly Named<Place>[],
): Near<Place> {
  for (const group of said) {
    const near = nearestTo(group, list);
    if (near.places.length > 0) return near;
  }
  return { places: [], slips: Number.POSITIVE_INFINITY };
}

function nearestTo<Place>(said: readonly string[], list: readonly Named<Place>[]): Near<Place> {
  let slips = Number.POSITIVE_INFINITY;
  let places: Place[] = [];
  for (const { place, name } of list) {
    const most = Math.min(slips, allowedSlips(name.length));
    const least = leastSlips(said, name, most);
    if (least > most) continue;
    if (least < slips) places = [];
    slips = least;
    places.push(place);
  }
  return { places, slips };
}

function leastSlips(said: readonly string[], name: string, most: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const one of said) {
    if (Math.abs(one.length - name.length) > most) continue;
    least = Math.min(least, distance(one, name));
  }
  return least;
}

/** None in a short name, where another letter is another name. Beyond that one in five. */
function allowedSlips(letters: number): number {
  return letters < 5 ? 0 : Math.floor(letters / 5);
}
