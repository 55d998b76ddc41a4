/**
 * THE CONTENT: flows/ and locales/, read once at start. What does not hold together is refused here, with its line
 * and column, so that behind this door nobody looks again. Knows the talk it is made for, and no channel or database.
 */
import type { Material } from "../conversation/material.ts";
import type { CalendarDate } from "../enrolment/calendar.ts";
import type { Content } from "./checks/check.ts";
import { checked } from "./checks.ts";
import { compile } from "./compile.ts";
import { type Ending, endingSoon, uncovered } from "./coverage.ts";
import { knowledgeOf } from "./knowledge.ts";
import { looksOf } from "./looks.ts";
import { type Fault, inReadingOrder } from "./reading/fault.ts";
import { load } from "./reading/load.ts";

export type Read = {
  readonly material: Material;
  /** The rules that end within a month of that day and that no other follows yet. */
  readonly endingSoon: (today: CalendarDate) => readonly Ending[];
};

/**
 * The material of the talk from the folder that holds flows/ and locales/, or everything that is wrong with it. With a
 * day, also that the dated tables give on it what the talk needs; without one (drawing, testing) that is not looked at.
 */
export function readContent(
  folder: string,
  today?: CalendarDate,
): Read | { readonly faults: readonly Fault[] } {
  const opened = openContent(folder, today);
  if ("faults" in opened) return opened;
  const { content } = opened;
  return { material: content.material, endingSoon: (today) => endingSoon(content, today) };
}

/** The same with the files it was made from, for those who check or draw it. */
export function openContent(
  folder: string,
  today?: CalendarDate,
): { readonly content: Content } | { readonly faults: readonly Fault[] } {
  const read = load(folder);
  if ("faults" in read) return { faults: inReadingOrder(read.faults) };
  const material = compile(read.loaded);
  const looks = looksOf(material);
  const content = { ...read.loaded, material, looks, knowledge: knowledgeOf(read.loaded, looks) };
  const faults = [
    ...checked(content),
    ...(today === undefined ? [] : uncovered(read.loaded, today)),
  ];
  return faults.length > 0 ? { faults: inReadingOrder(faults) } : { content };
}
