/** The Big List of Naughty Strings (Max Woolf, MIT; the licence stands beside it): what programs stumble over. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const text = readFileSync(join(import.meta.dirname, "blns.json"), "utf8");

export const naughtyStrings: readonly string[] = z.array(z.string()).parse(JSON.parse(text));
