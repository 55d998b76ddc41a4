/** One of the options on the screen: tapped, or typed by its number, its label, a part of it, or something near it. */
import { plainText } from "../../enrolment/plain-text.ts";
import { agreementIn } from "./agreement.ts";
import { isAskedAtTheEnd } from "./asked-at-the-end.ts";
import { optionsCalled, optionsNearJob, optionsRefusing } from "./called.ts";
import type { About, Kind, Option, Reading } from "./kind.ts";
import { optionNamed, optionSurelyNumbered, optionsNear, optionsSaid } from "./on-screen.ts";
import { optionsOfPlaces } from "./place-options.ts";
import { plain } from "./plain.ts";
import { pointingOf } from "./pointing.ts";

export const choice: Kind<string> = {
  read: (heard, about) => {
    const candidates = candidatesFor(heard, about);
    const [only, ...others] = candidates;
    if (only === undefined) return { kind: "misread", fault: "not-on-list" };
    return others.length === 0 ? { kind: "understood", value: only.value } : whichOf(candidates);
  },
  print: (value, { options }) => labelOf(value, options),
  parse: (saved) =>
    typeof saved === "string" && /^[a-z0-9][a-z0-9.-]{0,63}$/.test(saved) ? saved : undefined,
};

/** The label as shown, or the value itself when it stands on no button. */
export function labelOf(value: string, options: readonly Option[]): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** The options meant in the first way that finds any. */
function candidatesFor(heard: string, about: About): readonly Option[] {
  const named = optionNamed(heard, about.options);
  if (named !== undefined) return [named];
  if (isAsked(heard, about) || isCrossedOut(heard, about)) return [];
  const numbered = optionSurelyNumbered(heard, about);
  if (numbered !== undefined) return [numbered];
  const places = optionsOfPlaces(heard, about);
  if (places.length > 0) return places;
  const called = optionsCalled(heard, about);
  if (called.length > 0) return called;
  for (const way of [optionsSaid, optionsAgreedTo, optionsRefusing, optionsNear, optionsNearJob]) {
    const found = way(heard, about);
    if (found.length > 0) return found.length > mostAsked ? [] : found;
  }
  return [];
}

/** "bayar sendiri?", "bayar sendiri biso dak": about a button, and does not press it. */
function isAsked(heard: string, { words }: About): boolean {
  return plainText(heard).includes("?") || isAskedAtTheEnd(heard, words);
}

/** "benar ❌" */
function isCrossedOut(heard: string, { words }: About): boolean {
  const { noes } = pointingOf(words);
  const signs = heard.match(/\p{Extended_Pictographic}/gu) ?? [];
  return signs.some((sign) => noes.has(sign)) && plain(heard) !== "";
}

/** More labels than these that hold the same word are no help to choose from. */
const mostAsked = 3;

/** A plain yes or no where the options are called so. */
function optionsAgreedTo(heard: string, { options, words, list }: About): readonly Option[] {
  const agreement = agreementIn(heard, words, list)?.replace("mild-", "");
  return options.filter(({ value }) => value === agreement);
}

function whichOf(candidates: readonly Option[]): Reading<string> {
  const ways = candidates.map(({ value, label }) => ({
    value,
    label: { text: label },
    takes: value,
  }));
  return { kind: "ask-back", text: "choice.which", values: {}, ways };
}
