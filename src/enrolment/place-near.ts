/** Names that are a few wrong letters away, found among thousands by the letters they have in common. */
import { distance } from "fastest-levenshtein";

export type Near<Entry> = { readonly entry: Entry; readonly slips: number };

type Row<Entry> = {
  readonly name: string;
  readonly digits: string;
  readonly entries: readonly Entry[];
};

/** Names of one length; of each, one bit for every letter that is in it. */
type Shelf<Entry> = { readonly rows: readonly Row<Entry>[]; readonly letters: Int32Array };

/** A search for the entries whose name is so few wrong letters away that it may be a slip. */
export function nearSearch<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): (said: string) => readonly Near<Entry>[] {
  const byName = [...Map.groupBy(entries, nameOf)];
  const rows = byName.map(([name, entries]) => ({ name, digits: digitsIn(name), entries }));
  const shelves = new Map(
    [...Map.groupBy(rows, ({ name }) => name.length)].map(([length, rows]) => [
      length,
      { rows, letters: Int32Array.from(rows, ({ name }) => lettersIn(name)) },
    ]),
  );
  return (said) => {
    const found: Near<Entry>[] = [];
    for (let length = said.length - mostSlips; length <= said.length + mostSlips; length += 1) {
      const most = allowedSlips(length);
      const shelf = shelves.get(length);
      if (shelf === undefined || Math.abs(length - said.length) > most) continue;
      for (const { entries, slips } of nearOn(shelf, said, most)) {
        for (const entry of entries) found.push({ entry, slips });
      }
    }
    return found;
  };
}

function nearOn<Entry>(
  { rows, letters }: Shelf<Entry>,
  said: string,
  most: number,
): readonly { readonly entries: readonly Entry[]; readonly slips: number }[] {
  const own = lettersIn(said);
  const digits = digitsIn(said);
  const found = [];
  for (const [at, row] of rows.entries()) {
    // A wrong letter takes at most one letter away and brings at most one.
    const other = Number(letters[at]);
    if (isMoreThan(other & ~own, most) || isMoreThan(own & ~other, most)) continue;
    // "5 Ilir" is another village than "6 Ilir".
    if (row.digits !== digits) continue;
    const slips = distance(row.name, said);
    if (slips <= most) found.push({ entries: row.entries, slips });
  }
  return found;
}

const mostSlips = 3;

/** None in a short name, where another letter is another name. Beyond that one in five. */
function allowedSlips(letters: number): number {
  return letters < 5 ? 0 : Math.min(mostSlips, Math.floor(letters / 5));
}

function lettersIn(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at += 1) letters |= 1 << (name.charCodeAt(at) % 32);
  return letters;
}

function digitsIn(name: string): string {
  return name.replace(/\D+/g, "");
}

/** Whether more than so many bits are set; the lowest goes with each look. */
function isMoreThan(bits: number, most: number): boolean {
  let left = bits;
  for (let at = 0; at < most && left !== 0; at += 1) left &= left - 1;
  return left !== 0;
}
