/** The lists that the program reads: places of Sumatera Selatan and occupations, as files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { occupationSchema, occupationsFrom } from "../src/conversation/answers/occupation.ts";
import { placesFrom, placesSchema } from "../src/enrolment/region.ts";

const flows = join(import.meta.dirname, "../flows");

/** A file of rows below flows/, as its schema reads it. */
export function rowsOf<Row extends z.ZodType>(file: string, row: Row): readonly z.infer<Row>[] {
  return z.array(row).parse(parse(readFileSync(join(flows, file), "utf8")));
}

export const placesData = placesSchema.parse(
  JSON.parse(readFileSync(join(flows, "places/sumsel.json"), "utf8")),
);
export const places = placesFrom(placesData);
export const occupationRows = rowsOf("occupations.yaml", occupationSchema);
export const occupations = occupationsFrom(occupationRows);
