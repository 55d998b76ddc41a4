/** One of the options on the screen: tapped, or typed by its number, its label, a part of it, or something near it. */
import { plainText } from "../../enrolment/plain-text.ts";
import { agreementIn } from "./agreement.ts";
import type { About, Kind, Option, Reading } from "./kind.ts";
import { optionNamed, optionsNear, optionsSaid } from "./on-screen.ts";

export const choice: Kind<string> = {
  read: (heard, about) => {
    const candidates = candidatesFor(heard, about);
    const [only, ...others] = candidates;
    if (only === undefined || others.length > 2) return { kind: "misread", fault: "not-on-list" };
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
  // "bayar sendiri?" asks about a button and does not press it.
  if (plainText(heard).includes("?")) return [];
  const ways = [optionsSaid, optionsAgreedTo, optionsNear];
  for (const way of ways) {
    const found = way(heard, about);
    if (found.length > 0) return found;
  }
  return [];
}

/** A plain yes or no where the options are called so. */
function optionsAgreedTo(heard: string, { options, words }: About): readonly Option[] {
  const agreement = agreementIn(heard, words)?.replace("mild-", "");
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
