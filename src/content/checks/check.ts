/** What a check is: it looks at all of the content and remarks on what does not hold together. */
import type { Material } from "../../conversation/material.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Looks } from "../looks.ts";
import type { Fault } from "../reading/fault.ts";
import type { Loaded } from "../reading/loaded.ts";
import { why } from "../reading/shape.ts";
import type { Path, Source } from "../reading/source.ts";

export type Content = Loaded & {
  readonly material: Material;
  readonly looks: Looks;
  readonly knowledge: Knowledge;
};

/** A fault; the rule it breaks is the name of the check. */
export type Remark = Omit<Fault, "rule">;

export type Check = (content: Content) => Iterable<Remark>;

/** On the value at `path`. */
export function remark(source: Source, path: Path, reason: string): Remark {
  return { file: source.file, ...source.at(path), why: why(source, path, reason) };
}

/** On the key at the end of `path`. */
export function remarkOnKey(source: Source, path: Path, reason: string): Remark {
  return { file: source.file, ...source.atKey(path), why: why(source, path, reason) };
}

/** Lists that are made of the places, and not written in a file. */
export const placeLists: readonly string[] = ["regencies", "districts"];
