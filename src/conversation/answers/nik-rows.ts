/** The rows of digits in a text that may be a NIK, and what they are called there. */
import { nikLength, parseNik } from "../../enrolment/nik.ts";
import { plain } from "./plain.ts";
import type { Words } from "./words.ts";

export type Row = {
  readonly digits: string;
  /** What the number was called last before it. */
  readonly label: "nik" | "family" | undefined;
};

/** Words, and digits with the marks that people put into a number. */
const wordOrRow = /\p{L}[\p{L}\p{M}]*|[0-9](?:[\s.,;:_/|+*‐-―-]*[0-9])*/gu;

/** "NIK 1699 0145 0380 0001, KK 1699 …": each row with its name; what is said before one row is not said of the next. */
export function labelledRows(text: string, { evasions }: Pick<Words, "evasions">): readonly Row[] {
  const rows: Row[] = [];
  let label: Row["label"];
  for (const [piece] of text.matchAll(wordOrRow)) {
    if (/^[0-9]/.test(piece)) {
      rows.push(...numbersIn(piece.split(/[^0-9]+/)).map((digits) => ({ digits, label })));
      label = undefined;
    } else if (evasions.nik.includes(plain(piece))) label = "nik";
    // "nik di kk" is a NIK.
    else if (evasions.family_card.includes(plain(piece))) label ??= "family";
  }
  return rows;
}

/**
 * The numbers in groups of digits. Sixteen that stand together are one, whatever stands beside them; in groups they are
 * one where all of them make it up, or where beside it stands nothing but a date or a phone: "… 0001 05-03-1980".
 */
function numbersIn(groups: readonly string[]): readonly string[] {
  const all = groups.join("");
  if (all.length === nikLength) return [all];
  const at = groups.findIndex(({ length }) => length === nikLength);
  if (at !== -1) {
    const beside = [groups.slice(0, at), groups.slice(at + 1)].flatMap(numbersIn);
    return [...groups.slice(at, at + 1), ...beside.filter(({ length }) => length === nikLength)];
  }
  const isTooLong = all.length > 3 * nikLength;
  const inside = isTooLong ? [] : [...groups.keys()].flatMap((from) => wholeFrom(groups, from));
  return inside.length === 0 ? [all] : inside;
}

/** The NIK that begins with this group, where what is before and behind it is something else. */
function wholeFrom(groups: readonly string[], from: number): readonly string[] {
  let digits = "";
  let to = from;
  while (to < groups.length && digits.length < nikLength) {
    digits += groups[to];
    to += 1;
  }
  if (digits.length !== nikLength || typeof parseNik(digits) !== "string") return [];
  const beside = [groups.slice(0, from), groups.slice(to)].map((part) => part.join(""));
  return beside.every((part) => somethingElse.test(part)) ? [digits] : [];
}

/** Nothing, a date, a phone, or another number as long. */
const somethingElse =
  /^(?:|(?:0?[1-9]|[12][0-9]|3[01])(?:0?[1-9]|1[0-2])(?:19|20)?[0-9]{2}|(?:0|62)[0-9]{9,12}|[0-9]{16})$/;
