/** Names in the environment that are nearly those of settings: what they hold would be passed over in silence. */
import { distance } from "fastest-levenshtein";

/** As many letters may differ in a name that could as well belong to another program. */
const mostApart = 2;

/**
 * The setting that is meant, where `name` is none and that one is not set. What begins with OPERATOR_ is meant for this
 * program, however it goes on.
 */
export function meantBy(
  name: string,
  settings: readonly string[],
  isSet: (setting: string) => boolean,
): string | undefined {
  if (settings.includes(name) || !name.includes("_")) return undefined;
  const [nearest] = settings
    .filter((setting) => !isSet(setting))
    .map((setting) => ({ setting, apart: distance(name, setting) }))
    .toSorted((one, other) => one.apart - other.apart);
  if (nearest === undefined) return undefined;
  return nearest.apart <= mostApart || name.startsWith("OPERATOR_") ? nearest.setting : undefined;
}
