import { expect, test } from "vitest";
import { choice } from "../../../src/conversation/answers/choice.ts";
import { aboutFor } from "../../about.ts";
import { places } from "../../lists.ts";
import { short } from "../../readings.ts";

const optionsOf = (list: readonly { readonly code: string; readonly name: string }[]) =>
  list.map(({ code, name }) => ({ value: code, label: name }));
const regencies = aboutFor({ places, options: optionsOf(places.regencies), list: "regencies" });
const districts = aboutFor({
  places,
  options: optionsOf(places.districtsOf("16.07")),
  list: "districts",
});

test.each([
  ["the name that another holds", "banyuasin", "16.07"],
  ["in two words", "banyu asin", "16.07"],
  ["with its title", "Kab. Banyuasin", "16.07"],
  ["in a sentence", "saya di kabupaten banyuasin", "16.07"],
  ["the longer name", "musi banyuasin", "16.06"],
  ["by letters", "muba", "16.06"],
  ["by letters that begin others", "oku", "16.01"],
  ["by letters, south", "okus", "16.09"],
  ["by letters, east", "okut", "16.08"],
  ["by letters, downstream", "oki", "16.02"],
  ["by letters, four districts", "pali", "16.12"],
  ["a figure", "4 lawang", "16.11"],
  ["the first part", "prabu", "16.74"],
  ["run together", "pagaralam", "16.72"],
  ["the city by letters", "plg", "16.71"],
  ["a city by letters", "llg", "16.73"],
  ["a city run together", "lubuklinggau", "16.73"],
  ["the name that another begins with", "musi rawas", "16.05"],
  ["by its first syllables", "mura", "16.05"],
  ["by its first syllables, north", "muratara", "16.13"],
  ["a name that districts have as well", "muara enim", "16.03"],
  ["the same with its first word short", "mura enim", "16.03"],
  ["a name that a district has as well", "lahat", "16.04"],
  ["its number on the screen", "7", "16.07"],
  ["something else", "dak tau", { fault: "not-on-list" }],
])("regency: %s", (_why, heard, expected) => {
  expect(short(choice.read(heard, regencies))).toEqual(expected);
});

test.each([
  ["its name", "betung", "16.07.05"],
  ["a name as it is said", "pulo rimau", "16.07.04"],
  ["a name that a village elsewhere has", "talang kelapa", "16.07.10"],
  ["a Roman number", "banyuasin 3", "16.07.03"],
])("district: %s", (_why, heard, expected) => {
  expect(short(choice.read(heard, districts))).toEqual(expected);
});
