import { onceForText } from "./once-for-text.ts";

/**
 * Text as a person typed it, made plain: one look (NFKC), digits of any script by their value, nothing that
 * cannot be seen, single spaces. Letters and their case stay. Plain text made plain again stays the same.
 * Only the first 4096 characters count, as many as one message of Telegram has.
 */
export function plainText(typed: string): string {
  return isPlain(typed) ? typed : madePlain(typed);
}

const madePlain = onceForText((typed) =>
  typed
    .slice(0, longest)
    .replace(space, " ")
    .replace(unseen, "")
    .normalize("NFKC")
    .slice(0, longest)
    .replace(unseen, "")
    .replace(foreignDigit, valueOfDigit)
    .replace(/\s+/g, " ")
    .trim(),
);

/** Most texts are plain as they come: ASCII words between single spaces. */
function isPlain(typed: string): boolean {
  return typed.length <= longest && /^[!-~]+(?: [!-~]+)*$/.test(typed);
}

const longest = 4096;
/** White space, line breaks included; the byte order mark counts as unseen, not as a space. */
const space = /[^\S\uFEFF]|\u0085/g;
/** Controls, zero-width and direction marks, soft hyphens, variation selectors, halves of a broken character. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/gu;
const foreignDigit = /[^\P{Nd}0-9]/gu;

/** Decimal digits stand in runs of ten from zero to nine, in Unicode as in every script. */
function valueOfDigit(digit: string): string {
  const code = codeOf(digit);
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

function codeOf(character: string): number {
  return Number(character.codePointAt(0));
}
