/** A name as it stands on the card: one word or many, with titles, apostrophes and dots, in any script. */
import { plainText } from "../../enrolment/plain-text.ts";
import { isAsOnCard, isCardAway, isGibberish, isUnknowing } from "./evasions.ts";
import { isJobAlone } from "./jobs.ts";
import type { Kind, WayOut } from "./kind.ts";
import { plain } from "./plain.ts";
import type { Words } from "./words.ts";

/** In characters as seen. */
const longest = 100;

export const personName: Kind<string> = {
  read: (heard, { words }) => {
    const name = capitalised(withoutLeadIn(onCard(plainText(heard), words), words.names.lead_ins));
    const fault = evasionIn(name, words) ?? faultOf(name);
    if (fault !== undefined) return { kind: "misread", fault };
    if (!isDoubtful(name, words)) return { kind: "understood", value: name };
    return { kind: "ask-back", text: "person-name.meant", values: { name }, ways: ways(name) };
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
  const saysNothing =
    isUnknowing(name, words) || isGibberish(name) || isAgreement(plain(name), words);
  return saysNothing ? "not-a-name" : undefined;
}

/** "Ga" is also a name; before another word it is taken for one, as "Ga Budi". */
function isAgreement(said: string, { agreement, names }: Words): boolean {
  const [first = ""] = said.split(" ");
  const { yes, mild_yes, no, mild_no, unclear } = agreement;
  if (names.also_names.includes(said)) return false;
  if (first !== said && first.length > 2 && [...no, ...mild_no].includes(first)) return true;
  return said !== "" && [yes, mild_yes, no, mild_no, unclear].flat().includes(said);
}

/** One letter alone, or the words for a job: a name that somebody may have, but hardly. */
function isDoubtful(name: string, words: Words): boolean {
  return [...plain(name)].length === 1 || isJobAlone(name, words);
}

function ways(value: string): readonly WayOut[] {
  return [
    { value: "yes", label: { key: "answers.person-name.yes" }, takes: value },
    { value: "no", label: { key: "choices.commands.again" }, again: true },
  ];
}

/** "siti, di ktp SITI AMINAH" as "SITI AMINAH": what follows the card stands on it. */
function onCard(typed: string, words: Words): string {
  const { evasions } = words;
  if (isAsOnCard(typed, words) || isCardAway(typed, words)) return typed;
  const card = new RegExp(`^.*\\b(?:${evasions.card.join("|")})\\b[ :=,]+`, "iu");
  return typed.replace(card, "");
}

/** "nama saya Siti" as "Siti", "saya, Siti" as well. */
function withoutLeadIn(typed: string, leadIns: readonly string[]): string {
  const small = typed.toLowerCase();
  const leadIn = leadIns.find(
    (words) => small.startsWith(words) && /^$|^[ :=,]/.test(small.slice(words.length)),
  );
  if (leadIn === undefined) return typed;
  return withoutLeadIn(typed.slice(leadIn.length).replace(/^[ :=,.-]+/, ""), leadIns);
}

/** Typed all in small letters, each part gets its capital; anything else stays as typed. */
function capitalised(name: string): string {
  if (name !== name.toLowerCase()) return name;
  return plainText(name.replace(firstLetter, (letter) => letter.toUpperCase()));
}

/** After a space, a dot, a dash, and after the apostrophe of D' and O', but not of Nur'aini. */
const firstLetter = /(?<=^|[ .-]|(?:^|[ .-])\p{L}['’‘ʼ`])\p{Ll}/gu;
