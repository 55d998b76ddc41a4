/** The NIK, with whatever stands around its sixteen digits, or the number of a button that stands below the question. */
import { maskNik, nikLength, parseNik } from "../../enrolment/nik.ts";
import { plainText } from "../../enrolment/plain-text.ts";
import { isCardAway, isUnknowing } from "./evasions.ts";
import type { About, Kind, Option, Reading } from "./kind.ts";
import { labelledRows } from "./nik-rows.ts";
import { digitsSpoken } from "./number-words.ts";
import { optionPointedAt } from "./on-screen.ts";

/** Where trial data lives: no place has this code, so no NIK in it is anybody's. */
const trialArea = "1699";

export const nik: Kind<string> = {
  read: (heard, about) => {
    const typed = plainText(heard);
    const option = optionPointedAt(typed, about) ?? cardAway(typed, about);
    if (option !== undefined) return { kind: "understood", value: option.value };
    const text = digitsSpoken(typed, about.words.dates);
    const letters = lettersAmong(text);
    if (letters !== "") return { kind: "misread", fault: "letters", values: { letters } };
    const rows = labelledRows(text, about.words);
    const digits = rows.map((row) => row.digits);
    const whole = rows.filter((row) => row.digits.length === nikLength);
    const named = whole.some(({ label }) => label === "family")
      ? whole.filter(({ label }) => label === "nik")
      : [];
    const numbers = new Set((named.length > 0 ? named : whole).map((row) => row.digits));
    if (numbers.size > 1 || digits.some(isTwoNumbers))
      return { kind: "misread", fault: "two-numbers" };
    const [only] = numbers;
    const isOfFamily = named.length === 0 && whole.some(({ label }) => label === "family");
    return meaning(only ?? longest(digits), isOfFamily, about.trial);
  },
  print: maskNik,
  parse: (saved) => {
    if (typeof saved !== "string" || !/^[0-9]{16}$/.test(saved)) return undefined;
    const found = parseNik(saved);
    return typeof found === "string" ? found : undefined;
  },
};

function meaning(digits: string, isOfFamily: boolean, trial: boolean): Reading<string> {
  const found = parseNik(digits);
  const isPlaceholder = typeof found !== "string" && found.fault === "placeholder";
  // Said before anything else about it: in a trial nobody shall look for their real number again.
  if (trial && digits.length === nikLength && !digits.startsWith(trialArea)) {
    return { kind: "misread", fault: isPlaceholder ? "trial-example" : "trial", isFirm: true };
  }
  if (isOfFamily) return { kind: "misread", fault: "family-card" };
  if (typeof found === "string") return { kind: "understood", value: found };
  const { fault } = found;
  if (fault === "wrong-length") return { kind: "misread", fault, values: { count: found.count } };
  return { kind: "misread", fault };
}

/** "ktp ilang", "dak apal": the same as the button, so that they can come back later and nothing is lost. */
function cardAway(typed: string, { options, words }: About): Option | undefined {
  if (!isCardAway(typed, words) && !isUnknowing(typed, words)) return undefined;
  return options.find(({ value }) => value === "not-at-hand");
}

function longest(rows: readonly string[]): string {
  return rows.reduce((one, other) => (other.length > one.length ? other : one), "");
}

/** Two NIK, one after the other. */
function isTwoNumbers(row: string): boolean {
  return row.length === 2 * nikLength;
}

/** Letters that look like digits in what would else be sixteen of them: "O", "l". Never replaced by guess. */
function lettersAmong(text: string): string {
  const rows = text.match(/(?<!\p{L})[0-9OoIl](?:[\s._‐-―-]*[0-9OoIl])*(?!\p{L})/gu) ?? [];
  const mixed = rows
    .map((row) => row.replace(/[^0-9OoIl]/g, ""))
    .filter((row) => row.length === nikLength && row.replace(/[^0-9]/g, "").length >= nikLength / 2)
    .flatMap((row) => row.match(/[OoIl]/g) ?? []);
  return [...new Set(mixed)].join(", ");
}
