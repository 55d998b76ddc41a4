/** Typed text for comparing: small letters, words and numbers parted by single spaces, no punctuation, no pictures. */
import { plainText } from "../../enrolment/plain-text.ts";

export function plain(typed: string): string {
  return plainText(plainText(typed).toLowerCase())
    .replace(apostrophe, "")
    .replace(/[^\p{L}\p{Mn}\p{Mc}\p{N}]+/gu, " ")
    .trim();
}

/** The words of `plain`; none for a text without any. */
export function wordsIn(typed: string): readonly string[] {
  return plain(typed).split(" ").filter(Boolean);
}

/** People write nggak', ma'af and Jum'at with any of these. */
export const apostrophe = /['’‘ʼ`´]/g;
