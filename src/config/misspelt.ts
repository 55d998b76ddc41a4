/** Names that are nearly those of settings: what they hold would be passed over in silence. */
import { distance } from "fastest-levenshtein";

/** As many letters may differ in a name that could as well belong to another program. */
const mostApart = 2;

/**
 * In the environment, where most names belong to others: the setting that is meant, where `name` is none and that one
 * is not set. What begins with OPERATOR_ is meant for this program, however it goes on.
 */
export function meantBy(
  name: string,
  settings: readonly string[],
  isSet: (setting: string) => boolean,
): string | undefined {
  if (settings.includes(name)) return undefined;
  const unset = settings.filter((setting) => !isSet(setting));
  // A word alone is near many others (HOSTS, PORTS): only the same letters in another order are a slip.
  if (!name.includes("_")) return unset.find((setting) => sameLetters(name, setting));
  const [nearest] = byDistance(name, unset);
  if (nearest === undefined) return undefined;
  return nearest.apart <= mostApart || name.startsWith("OPERATOR_") ? nearest.setting : undefined;
}

/** In a file of our own: the setting that is meant, by its letters or by its words; undefined for what is like none. */
export function nearestTo(name: string, settings: readonly string[]): string | undefined {
  const upper = name.toUpperCase();
  const alike = settings.find((setting) => sameLetters(upper, setting));
  const [nearest] = byDistance(upper, settings);
  if (alike !== undefined || nearest === undefined) return alike;
  if (nearest.apart <= mostApart) return nearest.setting;
  const words = upper.split("_");
  const byWords = settings.filter((setting) => {
    const own = setting.split("_");
    return words.every((word) => own.includes(word)) || own.every((word) => words.includes(word));
  });
  return (
    byDistance(upper, byWords)[0]?.setting ??
    (upper.startsWith("OPERATOR_") ? nearest.setting : undefined)
  );
}

function byDistance(name: string, settings: readonly string[]) {
  return settings
    .map((setting) => ({ setting, apart: distance(name, setting) }))
    .toSorted((one, other) => one.apart - other.apart);
}

/** DATADIR and PROT are DATA_DIR and PORT, with a line left out or letters in another order. */
function sameLetters(one: string, other: string): boolean {
  const sorted = (name: string) => name.replaceAll("_", "").split("").toSorted().join("");
  return sorted(one) === sorted(other);
}
