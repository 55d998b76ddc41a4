/** Reads the files of the content once, remembers what is wrong with them, and their hash. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { Fault } from "./fault.ts";
import type { Sourced } from "./loaded.ts";
import { shaped } from "./shape.ts";
import { parseSource, type Source } from "./source.ts";

export type Files = {
  /** A YAML file of the given shape; undefined, and a fault, when it is missing or has another shape. */
  readonly yaml: <T>(file: string, schema: z.ZodType<T>) => Sourced<T> | undefined;
  /** A YAML file of any shape. */
  readonly source: (file: string) => Source | undefined;
  /** The letters of a file. */
  readonly text: (file: string) => string | undefined;
  /** Names in a folder, in alphabetical order; none when there is no such folder. */
  readonly namesIn: (folder: string, ending: string) => readonly string[];
  readonly refuse: (fault: Fault) => void;
  readonly faults: () => readonly Fault[];
  /** SHA-256 (hex) of the names and letters of all files that were read. */
  readonly hash: () => string;
};

export function openFiles(folder: string): Files {
  const faults: Fault[] = [];
  const hash = createHash("sha256");

  const text = (file: string): string | undefined => {
    const path = join(folder, file);
    if (!existsSync(path)) {
      faults.push({ rule: "missing-file", file, line: 1, column: 1, why: "this file is missing" });
      return undefined;
    }
    const letters = readFileSync(path, "utf8");
    hash.update(`${file}\0${letters}\0`);
    return letters;
  };
  const source = (file: string): Source | undefined => {
    const letters = text(file);
    if (letters === undefined) return undefined;
    const parsed = parseSource(file, letters);
    if ("source" in parsed) return parsed.source;
    faults.push(...parsed.faults);
    return undefined;
  };
  return {
    text,
    source,
    yaml: (file, schema) => {
      const read = source(file);
      if (read === undefined) return undefined;
      const result = shaped(read, schema);
      if ("value" in result) return { value: result.value, source: read };
      faults.push(...result.faults);
      return undefined;
    },
    namesIn: (inner, ending) => {
      const path = join(folder, inner);
      if (!existsSync(path)) return [];
      return readdirSync(path)
        .filter((name) => name.endsWith(ending))
        .toSorted();
    },
    refuse: (fault) => faults.push(fault),
    faults: () => faults,
    hash: () => hash.copy().digest("hex"),
  };
}
