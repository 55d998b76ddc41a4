/** A name as it stands on the card: one word or many, with titles, apostrophes and dots, in any script. */
import { plainText } from "../../enrolment/plain-text.ts";
import { agreementIn } from "./agreement.ts";
import { isAsOnCard, isCardAway, isGibberish, isUnknowing } from "./evasions.ts";
import { isJobAlone } from "./jobs.ts";
import type { Kind, WayOut } from "./kind.ts";
import { capitalised, onCard, withoutAddress, withoutLeadIn, withoutSigns } from "./name-parts.ts";
import { plain, wordsIn } from "./plain.ts";
import type { Words } from "./words.ts";

/** In characters as seen. */
const longest = 100;

export const personName: Kind<string> = {
  read: (heard, { words }) => {
    const said = withoutLeadIn(onCard(plainText(heard), words), words.names.lead_ins);
    const whole = capitalised(withoutSigns(said), words.names);
    const name = isJobAlone(whole, words) ? whole : withoutAddress(whole, words);
    const fault = evasionIn(whole, words) ?? evasionIn(name, words) ?? faultOf(name);
    if (fault !== undefined) return { kind: "misread", fault };
    if (name === whole && !isDoubtful(name, words)) return { kind: "understood", value: name };
    return {
      kind: "ask-back",
      text: "person-name.meant",
      values: { name },
      ways: ways(name, whole),
    };
  },
  print: (value) => value,
  parse: (saved) => {
    if (typeof saved !== "string" || plainText(saved) !== saved) return undefined;
    return faultOf(saved) === undefined ? saved : undefined;
  },
};

type Fault = "not-a-name" | "has-digits" | "too-long";

function faultOf(name: string): Fault | undefined {
  if ([...name].length > longest) return "too-long";
  if (/\p{N}/u.test(name)) return "has-digits";
  const isName = onlyOfNames.test(name) && /\p{L}/u.test(name) && !isAddress.test(name);
  return isName ? undefined : "not-a-name";
}

/** Letters with at most a few marks each, and the signs of titles and initials. */
const onlyOfNames = /^(?:[\p{L} .,'’‘ʼ`-]\p{M}{0,4})+$/u;
const isAddress = /www\.|\.(?:com|net|org)\b/i;

/** "sama dengan KTP", "tidak tahu", "iya", "xxx": an answer to something else, or to nothing. */
function evasionIn(name: string, words: Words): "as-on-card" | "not-a-name" | undefined {
  if (words.names.not_names.includes(plain(name))) return "not-a-name";
  if (isAsOnCard(name, words) || isCardAway(name, words)) return "as-on-card";
  const saysNothing = isUnknowing(name, words) || isGibberish(name) || isAgreement(name, words);
  return saysNothing ? "not-a-name" : undefined;
}

/** "Ga" is also a name; before another word it is taken for one, as "Ga Budi", and so is "Moh. Budi". */
function isAgreement(name: string, words: Words): boolean {
  const said = plain(name);
  const [first = ""] = said.split(" ");
  const { no, mild_no, unclear } = words.agreement;
  if (words.names.also_names.includes(said)) return false;
  if (agreementIn(name, words) !== undefined || unclear.includes(said)) return true;
  const isRefusal = first !== said && first.length > 2 && [...no, ...mild_no].includes(first);
  return isRefusal && !words.names.also_names.includes(first);
}

/** One letter alone, a yes, a form of address, the words for a job, two people: a name that somebody may have, but hardly. */
function isDoubtful(name: string, words: Words): boolean {
  const { also_names, joining, fronts, tails } = words.names;
  const said = plain(name);
  return (
    [...said].length === 1 ||
    also_names.includes(said) ||
    wordsIn(name).every((word) => fronts.includes(word) || tails.includes(word)) ||
    wordsIn(name).some((word) => joining.includes(word)) ||
    isJobAlone(name, words)
  );
}

/** Taken so, taken as it was typed where that is a name as well, or written again. */
function ways(name: string, whole: string): readonly WayOut[] {
  const asWritten: WayOut = {
    value: "as-written",
    label: { key: "answers.person-name.as-written" },
    takes: whole,
  };
  return [
    { value: "yes", label: { key: "answers.person-name.yes" }, takes: name },
    ...(whole === name || faultOf(whole) !== undefined ? [] : [asWritten]),
    { value: "no", label: { key: "choices.commands.again" }, again: true },
  ];
}
