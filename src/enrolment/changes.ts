/** What is different between two revisions of a registration. */
import type { Registration } from "./registration.ts";

export type Change = {
  /** Name of the datum. */
  readonly about: string;
  /** Absent where the datum was not given. */
  readonly before?: unknown;
  readonly after?: unknown;
};

/** In the order in which a registration names its data. */
export function changesBetween(before: Registration, after: Registration): readonly Change[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const fresh = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((about) => {
    const pair = { before: old.get(about), after: fresh.get(about) };
    if (JSON.stringify(pair.before) === JSON.stringify(pair.after)) return [];
    return [
      {
        about,
        ...(pair.before === undefined ? {} : { before: pair.before }),
        ...(pair.after === undefined ? {} : { after: pair.after }),
      },
    ];
  });
}
