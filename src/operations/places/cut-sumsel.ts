/**
 * Cuts Sumatera Selatan out of the national list of places: `node src/operations/places/cut-sumsel.ts`.
 * Codes are Kemendagri's, as in a NIK. The data are ODbL 1.0 (see NOTICE): the cut is under the same licence.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const province = "16";
const source = join(
  dirname(createRequire(import.meta.url).resolve("idn-area-data/package.json")),
  "data",
);
const target = resolve(import.meta.dirname, "../../../flows/places/sumsel.json");

/** `code → name` of a table whose rows begin with the province's code. */
function rows(table: string): Record<string, string> {
  const lines = readFileSync(join(source, `${table}.csv`), "utf8").split("\n");
  const [header = ""] = lines;
  const columns = header.trim().split(",");
  const place = (column: string) => columns.indexOf(column);
  return Object.fromEntries(
    lines
      .map((line) => line.trim().split(","))
      .filter((cells) => cells[place("code")]?.startsWith(`${province}.`))
      .map((cells) => [cells[place("code")], cells[place("name")]?.replaceAll('"', "")]),
  );
}

const cut = {
  credit:
    "Cut from idn-area-data 4.0.1 (https://github.com/fityannugroho/idn-area-data), Kemendagri codes. Open Database License (ODbL) 1.0; this cut is shared under the same licence.",
  regencies: rows("regencies"),
  districts: rows("districts"),
  villages: rows("villages"),
};
writeFileSync(target, `${JSON.stringify(cut, null, 0).replaceAll('","', '",\n"')}\n`);
