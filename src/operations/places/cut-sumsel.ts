/**
 * Cuts Sumatera Selatan out of the national list of places: `node src/operations/places/cut-sumsel.ts`.
 * Codes are Kemendagri's, as in a NIK. The data are under the Open Database License, and so is the cut: the file
 * says so in its own field `credit`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { respelt } from "./respelt.ts";

const province = "16";
const national = dirname(createRequire(import.meta.url).resolve("idn-area-data/package.json"));
const target = resolve(import.meta.dirname, "../../../flows/places/sumsel.json");
const credit =
  "Cut from idn-area-data 4.0.1 (https://github.com/fityannugroho/idn-area-data), codes of Kemendagri; the spelling of some names was changed. Made available under the Open Database License (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1-0/, as the original is.";

/** `code → name` of a table, of the rows whose code begins with the province's. No name of these tables has a comma. */
function rows(table: string): Record<string, string> {
  const lines = readFileSync(join(national, "data", `${table}.csv`), "utf8").split(/\r?\n/);
  const [header = [], ...body] = lines.map((line) => line.split(","));
  const [code, name] = [header.indexOf("code"), header.indexOf("name")];
  return Object.fromEntries(
    body
      .map((cells) => [cells[code] ?? "", (cells[name] ?? "").replaceAll('"', "")] as const)
      .filter(([code]) => code.startsWith(`${province}.`))
      .map(([code, name]) => [code, respelt[code] ?? name]),
  );
}

const cut = {
  credit,
  regencies: rows("regencies"),
  districts: rows("districts"),
  villages: rows("villages"),
};
// One name a line, so that a new edition of the list can be reviewed.
writeFileSync(target, `${JSON.stringify(cut, null, 1)}\n`);
