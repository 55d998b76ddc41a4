/** A mobile number, wherever it stands in the text; "none" where somebody has no phone. */
import { type Phone, type PhoneFault, parsePhone, printPhone } from "../../enrolment/phone.ts";
import { plainText } from "../../enrolment/plain-text.ts";
import { labelOf } from "./choice.ts";
import type { Kind, WayOut } from "./kind.ts";
import { digitsSpoken } from "./number-words.ts";
import { optionPointedAt } from "./on-screen.ts";
import { wordsIn } from "./plain.ts";
import type { Words } from "./words.ts";

/** `+628…` or "none", or another option that stands on the screen. */
export const phone: Kind<string> = {
  read: (heard, about) => {
    const option = optionPointedAt(heard, about);
    if (option !== undefined) return { kind: "understood", value: option.value };
    const typed = digitsSpoken(plainText(heard), about.words.dates).replace(otherMarks, " ");
    const text = typed.replace(letterO, "0").replace(letterL, "1");
    const rows = text.match(rowOfDigits) ?? [];
    const numbers = [...new Set(rows.flatMap(numbersIn))];
    const [only, ...others] = numbers;
    if (only === undefined) {
      if (saysNone(heard, about.words)) return { kind: "understood", value: "none" };
      return { kind: "misread", fault: faultOf(rows) };
    }
    const ways = numbers.slice(0, 3).map((value) => ({
      value,
      label: { text: printPhone(value) },
      takes: value,
    }));
    if (others.length > 0) return { kind: "ask-back", text: "phone.which", values: {}, ways };
    if (text === typed) return { kind: "understood", value: only };
    // A letter may stand for a digit, or be a slip of the finger.
    return { kind: "ask-back", text: "phone.meant", values: {}, ways: [...ways, again] };
  },
  print: (value, { options }) => {
    const number = parsePhone(value);
    return typeof number === "string" ? printPhone(number) : labelOf(value, options);
  },
  parse: (saved) => {
    if (typeof saved !== "string") return undefined;
    return saved === "none" || parsePhone(saved) === saved ? saved : undefined;
  },
};

/** Letters that look like a digit, between or behind digits. */
const letterO = /(?<=[0-9][ .-]?[OoIl]?)[Oo](?!\p{L})/gu;
const letterL = /(?<=[0-9][ .-]?)[Il](?!\p{L})/gu;
const again: WayOut = { value: "again", label: { key: "choices.commands.again" }, again: true };

/** Digits with the marks that people put into a number. */
const rowOfDigits = /\+?[0-9(][0-9\s.()‐-―-]*/g;
/** Marks that some put between the groups of one number, and others between two numbers. */
const otherMarks = /(?<=[0-9])[,_|*](?=[0-9])/g;
/** Digits, the country's code and a zero too many included. */
const longest = 15;
/** Groups of digits in a row: of more than a dozen numbers nobody could choose one. */
const mostParts = 60;
/** How a number begins where another one has just ended. */
const beginning = /^(\+|0[0-9]{2}|62)/;

/** The numbers in a row of digits: one, or several that only spaces part. */
function numbersIn(row: string): readonly Phone[] {
  const whole = parsePhone(row);
  if (typeof whole === "string") return [whole];
  const parts = (row.match(/\+?[0-9]+/g) ?? []).slice(0, mostParts);
  const numbers: string[] = [];
  for (const part of parts) {
    const last = numbers.at(-1) ?? "";
    const isNext = beginning.test(part) && (isWhole(parsePhone(last)) || last.length > longest);
    if (isNext || last === "") numbers.push(part);
    else numbers.splice(-1, 1, `${last}${part}`);
  }
  return numbers.map(parsePhone).filter((number) => typeof number === "string");
}

/** A number of some kind, if not one that is wanted. */
function isWhole(number: ReturnType<typeof parsePhone>): boolean {
  return typeof number === "string" || number.fault !== "not-a-phone";
}

/** The most telling of what is wrong with the rows. */
function faultOf(rows: readonly string[]): PhoneFault {
  const faults = rows
    .map(parsePhone)
    .filter((number) => typeof number !== "string")
    .map(({ fault }) => fault);
  return faults.find((fault) => fault !== "not-a-phone") ?? "not-a-phone";
}

/** "saya dak katek hp", "belum punya": a no and a word for having, and nothing else of weight. */
function saysNone(heard: string, { agreement, phones }: Words): boolean {
  const said = wordsIn(heard);
  const noes = [...agreement.no, ...agreement.mild_no];
  const known = [...noes, ...agreement.fillers, ...phones.have, ...phones.phone];
  return (
    said.some((word) => noes.includes(word)) &&
    said.some((word) => phones.have.includes(word)) &&
    said.every((word) => known.includes(word))
  );
}
