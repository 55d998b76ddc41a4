/**
 * THE CONTENT: flows/ and locales/, read once at start. What does not hold together is refused here, with its line
 * and column, so that behind this door nobody looks again. Knows the talk it is made for, and no channel or database.
 */
import type { Material } from "../conversation/material.ts";
import type { Content } from "./checks/check.ts";
import { checked } from "./checks.ts";
import { compile } from "./compile.ts";
import { knowledgeOf } from "./knowledge.ts";
import { looksOf } from "./looks.ts";
import { type Fault, inReadingOrder } from "./reading/fault.ts";
import { load } from "./reading/load.ts";

/** The material of the talk from the folder that holds flows/ and locales/, or everything that is wrong with it. */
export function readContent(
  folder: string,
): { readonly material: Material } | { readonly faults: readonly Fault[] } {
  const opened = openContent(folder);
  return "faults" in opened ? opened : { material: opened.content.material };
}

/** The same with the files it was made from, for those who check or draw it. */
export function openContent(
  folder: string,
): { readonly content: Content } | { readonly faults: readonly Fault[] } {
  const read = load(folder);
  if ("faults" in read) return { faults: inReadingOrder(read.faults) };
  const material = compile(read.loaded);
  const looks = looksOf(material);
  const content = { ...read.loaded, material, looks, knowledge: knowledgeOf(read.loaded, looks) };
  const faults = checked(content);
  return faults.length > 0 ? { faults: inReadingOrder(faults) } : { content };
}
