/** Where somebody lives, in their own words: a street, a hamlet, or "near the market". */
import { plainText } from "../../enrolment/plain-text.ts";
import { agreementIn } from "./agreement.ts";
import { isAsOnCard, isGibberish, isUnknowing } from "./evasions.ts";
import type { About, Kind } from "./kind.ts";
import { optionsSaid } from "./on-screen.ts";
import { plain, wordsIn } from "./plain.ts";

/** In characters as seen. */
const shortest = 3;
const longest = 200;

export const address: Kind<string> = {
  read: (heard, about) => {
    const [option, ...others] = optionsSaid(heard, about);
    if (option !== undefined && others.length === 0) {
      return { kind: "understood", value: option.value };
    }
    const value = onOneLine(heard);
    const fault = faultOf(value) ?? evasionIn(value, about);
    return fault === undefined ? { kind: "understood", value } : { kind: "misread", fault };
  },
  print: (value) => value,
  parse: (saved) => {
    if (typeof saved !== "string" || faultOf(saved) !== undefined) return undefined;
    return onOneLine(saved) === saved ? saved : undefined;
  },
};

function faultOf(address: string): "too-short" | "too-long" | "not-an-address" | undefined {
  const { length } = [...address];
  if (length > longest) return "too-long";
  if (length < shortest) return "too-short";
  return /\p{L}/u.test(address) ? undefined : "not-an-address";
}

/** Enough letters, and still nothing that anybody could find. */
function evasionIn(
  address: string,
  { words }: About,
): "as-on-card" | "not-known" | "too-short" | "not-an-address" | undefined {
  if (isAsOnCard(address, words)) return "as-on-card";
  if (isUnknowing(address, words)) return "not-known";
  if (isGibberish(address) || agreementIn(address, words) !== undefined) return "not-an-address";
  const { evasions, agreement, names } = words;
  if (names.not_names.includes(plain(address))) return "not-an-address";
  const said = wordsIn(address);
  const saysOnly = (...lists: readonly (readonly string[])[]) =>
    said.every((word) => lists.some((list) => list.includes(word)));
  const noes = [...agreement.no, ...agreement.mild_no];
  const little = [evasions.anywhere, agreement.fillers, evasions.as_on_card];
  if (saysOnly(...little)) return "too-short";
  // "Dak katek alamat", "dak ado rt".
  const isNone = said.some((word) => noes.includes(word));
  return isNone && saysOnly(noes, evasions.hold, evasions.about, ...little)
    ? "not-known"
    : undefined;
}

/** As typed, with line breaks as commas. */
function onOneLine(typed: string): string {
  return typed
    .split(/[\n\r\u0085\u2028\u2029]/)
    .map((line) => plainText(line).replace(/^[ ,]+|[ ,]+$/g, ""))
    .filter(Boolean)
    .join(", ");
}
