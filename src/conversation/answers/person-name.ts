/** A name as it stands on the card: one word or many, with titles, apostrophes and dots, in any script. */
import { plainText } from "../../enrolment/plain-text.ts";
import type { Kind } from "./kind.ts";
import { plain } from "./plain.ts";
import type { Words } from "./words.ts";

/** In characters as seen. */
const longest = 100;

export const personName: Kind<string> = {
  read: (heard, { words }) => {
    const name = withoutLeadIn(plainText(heard), words.names.lead_ins);
    const fault = saysNothing(name, words) ? "not-a-name" : faultOf(name);
    if (fault !== undefined) return { kind: "misread", fault };
    return { kind: "understood", value: capitalised(name) };
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

/** "tidak tahu", "iya", "belum ada": an answer to something else. Short names like Yo or Mo are left alone. */
function saysNothing(name: string, { agreement }: Words): boolean {
  const said = plain(name);
  const [first = ""] = said.split(" ");
  const { yes, mild_yes, no, mild_no, unclear } = agreement;
  const isNo = first.length > 2 && first !== said && [...no, ...mild_no].includes(first);
  return isNo || (said.length > 2 && [yes, mild_yes, no, mild_no, unclear].flat().includes(said));
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
