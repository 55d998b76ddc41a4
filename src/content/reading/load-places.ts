/** Reads the list of places: thousands of villages, made by a program, so it is JSON, which is read in a blink. */
import { type Places, type PlacesData, placesFrom, placesSchema } from "../../enrolment/region.ts";
import type { Files } from "./files.ts";
import { fault, why } from "./shape.ts";

const file = "flows/places/sumsel.json";

export function loadPlaces(files: Files): Places | undefined {
  const letters = files.text(file);
  if (letters === undefined) return undefined;
  const data = placesSchema.safeParse(readJson(letters)).data;
  if (data !== undefined && lost(data).length === 0) return placesFrom(data);
  // Something is wrong: read again, slowly, with lines and columns.
  const read = files.yaml(file, placesSchema);
  if (read === undefined) return undefined;
  for (const path of lost(read.value)) {
    const reason = why(read.source, path, "the place that it lies in is not listed");
    files.refuse(fault("place-within", read.source, read.source.atKey(path), reason));
  }
  return undefined;
}

function readJson(letters: string): unknown {
  try {
    return JSON.parse(letters);
  } catch {
    return undefined;
  }
}

/** Districts outside a regency and villages outside a district. The first digits of a code are those of what is around. */
function lost({ regencies, districts, villages }: PlacesData): readonly (readonly string[])[] {
  return [
    ...Object.keys(districts)
      .filter((code) => !(code.slice(0, 5) in regencies))
      .map((code) => ["districts", code]),
    ...Object.keys(villages)
      .filter((code) => !(code.slice(0, 8) in districts))
      .map((code) => ["villages", code]),
  ];
}
